import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { systemName } from "./system-names.ts";

const procedures = fileURLToPath(new URL("../../../../schemas/procedures/", import.meta.url));

it("names every system that a workflow of the repository calls, and tells no id of another", () => {
  const files = readdirSync(procedures, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("workflow.json"));
  const systems = new Set(files.flatMap((file) => [...readFileSync(procedures + file, "utf8").matchAll(/"system":\s*"([^"]+)"/g)].map(([, id = ""]) => id)));
  expect(systems.size).toBeGreaterThan(2);
  expect([...systems].filter((id) => systemName(id) === systemName("nobody-knows"))).toEqual([]);
  expect(systemName("nobody-knows")).not.toContain("nobody");
});
