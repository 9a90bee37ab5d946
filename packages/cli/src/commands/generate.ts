import { relative, resolve } from "node:path";
import { generateCatalogue } from "@motcua/codegen";
import { isError } from "@motcua/procedure";
import { loadDefinitions } from "../definitions.ts";
import { CommandFailure, EXIT } from "../exit.ts";
import { applyPlan, planFiles, type FilePlan } from "../generate/plan-files.ts";
import { printProblems } from "../print-problems.ts";
import { requireWorkspace } from "../workspace.ts";

interface GenerateOptions {
  readonly out: string;
  readonly name: string;
  readonly check?: boolean;
  readonly json?: boolean;
}

/** `motcua generate`: writes the SDK of every procedure; a file that would not change is left alone. */
export async function generate(options: GenerateOptions): Promise<number> {
  const workspace = requireWorkspace();
  const { procedures, problems } = await loadDefinitions(workspace);
  const sdk = generateCatalogue(procedures.map(({ procedure }) => procedure), { name: options.name });
  const errors = [...problems, ...sdk.problems].filter(isError);
  if (errors.length > 0) throw new CommandFailure(printProblems(errors, workspace.root, "vi"));
  const out = resolve(workspace.root, options.out);
  const plan = await planFiles(out, sdk.files);
  if (plan.foreign.length > 0) {
    throw new CommandFailure(`Không ghi đè tệp không do motcua sinh ra trong ${out}: ${plan.foreign.join(", ")}. Chuyển các tệp đó đi hoặc dùng --out.`);
  }
  const isDrifted = plan.write.length + plan.remove.length > 0;
  if (options.check !== true) await applyPlan(out, plan);
  report(plan, { ...options, procedures: procedures.length, out: relative(process.cwd(), out) || "." });
  return options.check === true && isDrifted ? EXIT.problems : EXIT.done;
}

function report(plan: FilePlan, { json, check, out, procedures }: GenerateOptions & { readonly procedures: number }): void {
  const written = plan.write.map(({ path }) => path);
  if (json === true) return console.log(JSON.stringify({ out, procedures, written, removed: plan.remove, unchanged: plan.unchanged, check: check === true }));
  const verbs = check === true ? { write: "khác", remove: "thừa" } : { write: "đã ghi", remove: "đã xóa" };
  for (const path of written) console.log(`  ${verbs.write} ${path}`);
  for (const path of plan.remove) console.log(`  ${verbs.remove} ${path}`);
  console.log(`${procedures} thủ tục → ${out}: ${written.length} ${verbs.write}, ${plan.remove.length} ${verbs.remove}, ${plan.unchanged} giữ nguyên`);
  if (check === true && written.length + plan.remove.length > 0) console.log("SDK đã cũ: chạy motcua generate rồi commit.");
}
