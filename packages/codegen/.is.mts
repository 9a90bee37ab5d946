import { loadCatalogue } from "@motcua/procedure/compile";
import { readProcedure } from "./src/procedure-ir.ts";
import { emitIs } from "./src/module/emit-is.ts";
const { procedures } = await loadCatalogue("/work/main/schemas");
for (const {procedure} of procedures) { const ir = readProcedure(procedure); const m = emitIs(ir.value, procedure.code); if (procedure.code===process.argv[2]) console.log(m.js); console.error(procedure.code, m.js.length) }
