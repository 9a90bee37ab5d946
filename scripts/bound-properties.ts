// A property that fails is made smaller for a while, not for ever: some cases cost a second each, and have endless smaller ones.
import { readFileSync } from "node:fs";
import { expect } from "vitest";

/** Of one property in all, in ms: several times what the longest takes. One that is not through by then has failed. */
const LIMIT = 900_000;

const { testPath } = expect.getState();
if (testPath !== undefined && readFileSync(testPath, "utf8").includes('"fast-check"')) {
  const { configureGlobal } = await import("fast-check");
  configureGlobal({ interruptAfterTimeLimit: LIMIT, markInterruptAsFailure: true });
}
