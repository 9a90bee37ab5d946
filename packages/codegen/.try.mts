import { suiteCases, suiteDocuments } from "./test/json-schema-suite.ts";
import { runEmitted } from "./test/run-emitted.ts";
import { generatePredicate } from "./src/index.ts";
const docs = suiteDocuments(); let n=0, ok=0, fa=0, refused=0;
const t0=performance.now();
for (const c of suiteCases()) { 
  let m; let why="";
  try { const r = generatePredicate(c.schema,{documents:docs}); if(!r.ok){ why=JSON.stringify(r.problems.map(p=>p.pointer+" "+p.message.en)); refused+=c.tests.length;} else { try { m = runEmitted(r.value) } catch(e){ why=String(e)+"\n"+r.value; } } if (process.argv[2]&&c.description.includes(process.argv[2])&&r.ok) console.log(r.value); } catch(e){ why=String(e.stack).slice(0,300) }
  if (!m) console.log("NO MODULE", c.file, c.description, why.slice(0,1500));
  for (const t of c.tests) { n++; if(!m) continue; let v; try { v=m.is(t.data) } catch(e) { v=String(e) } if (v===t.valid) ok++; else { if(v===true) fa++; console.log("WRONG", c.file, "|", c.description,"|", t.description, v); } } }
console.log({n, ok, fa, refused, ms: performance.now()-t0});
