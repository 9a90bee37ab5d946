import { once } from "../form/describe.ts";
import { emitCheck } from "../form/emit-check.ts";
import { ModuleText, printImport } from "../print/module-text.ts";
import { RESERVED } from "./emit-running.ts";
import { definitionAt, SharedDefinitions, type SharedPart } from "./shared-definitions.ts";
import { SHARED, sharedFile } from "./shared-file.ts";

/** The file of the function that finds what is wrong with a value of a definition, after those it imports. */
export const checkFiles = once((form, nodes): readonly SharedPart[] => {
  const definition = definitionAt(nodes);
  const module = new ModuleText(RESERVED);
  const shared = new SharedDefinitions({ form, module, from: "./", filesOf: checkFiles });
  const name = emitCheck(module, form, { definition, elsewhere: (other) => shared.nameOf(other) });
  const imports = [...(module.imported().length === 0 ? [] : [printImport(module.imported(), "@motcua/client/runtime")]), ...shared.imports()];
  const text = [`// ${definition}: what is wrong with a value that should be one.`, SHARED, ...imports, "", module.parts().join("\n").trimStart(), "", `export { ${name} };`, ""].join("\n");
  return [...(shared.files() as readonly SharedPart[]), { ...sharedFile(`check-${definition}`, text), name }];
});
