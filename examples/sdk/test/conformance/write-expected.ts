import { writeFileSync } from "node:fs";
import { SDKS } from "../samples.ts";
import { inShort, verdictsOf } from "./conformance.ts";
import { QUICK } from "./extents.ts";

// What the committed SDK says here and now; `tests/sdk-conformance.test.ts` asks the other engines for the same.
writeFileSync(new URL("expected.json", import.meta.url), `${JSON.stringify(inShort(verdictsOf(SDKS, QUICK)), undefined, 2)}\n`);
