import { fileURLToPath } from "node:url";
import { SDKS } from "../samples.ts";

/** Where the imports of an entry are resolved from. */
export const FOLDER = fileURLToPath(new URL("./", import.meta.url));

/** Source of a module whose `conformance(extent)` judges every SDK of this repository, samples included: bundled, it runs on any engine. */
export function entryText(): string {
  const imports = SDKS.map(({ code }, index) => `import module${index} from "../../${code}.js";\nimport { is as is${index} } from "../../${code}/is.js";\nimport { Form as zod${index} } from "../../${code}/zod.js";`);
  const subjects = SDKS.map(({ code, samples }, index) => `  { code: ${JSON.stringify(code)}, module: module${index}, is: is${index}, zod: zod${index}, samples: JSON.parse(${JSON.stringify(JSON.stringify(samples))}) },`);
  return [
    'import { verdictsOf } from "./conformance.ts";',
    ...imports,
    "const subjects = [",
    ...subjects,
    "];",
    "export const conformance = (extent) => verdictsOf(subjects, extent);",
    "/** As a function of a shop has it. */",
    "export const handler = async (extent) => conformance(extent);",
  ].join("\n");
}
