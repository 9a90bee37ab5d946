import { relative, resolve } from "node:path";
import { CommandFailure, EXIT } from "../exit.ts";
import { type SdkTarget, type SdkUpdate, updateSdk } from "../generate/update-sdk.ts";
import { requireWorkspace, type Workspace } from "../workspace.ts";

interface GenerateOptions {
  readonly out: string;
  readonly name: string;
  readonly check?: boolean;
  readonly watch?: boolean;
  readonly json?: boolean;
}

/** What is reported of a run. */
interface Report {
  readonly out: string;
  readonly procedures: number;
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

/** `motcua generate`: writes the SDK of every procedure that changed; a file that would not change is left alone. */
export async function generate(options: GenerateOptions): Promise<number> {
  const workspace = requireWorkspace();
  const target = { out: resolve(workspace.root, options.out), name: options.name };
  if (options.check === true) return check(workspace, target, options);
  const update = await updateSdk(workspace, target);
  if (options.watch === true) {
    tell(workspace, target, { update, options });
    const { watchSdk } = await import("../generate/watch-sdk.ts");
    return watchSdk(workspace, target, { names: update.names, told: (next) => tell(workspace, target, { update: next, options }) });
  }
  const failure = await failureOf(workspace, target, update);
  if (failure !== undefined) throw new CommandFailure(failure);
  report({ out: target.out, ...update }, options);
  return EXIT.done;
}

/** What keeps a run from being complete, for people. */
async function failureOf(workspace: Workspace, { out }: SdkTarget, { problems, foreign }: SdkUpdate): Promise<string | undefined> {
  if (problems.length > 0) return (await import("../print-problems.ts")).printProblems(problems, workspace.root, "vi");
  return foreign.length > 0 ? `Không ghi đè tệp không do motcua sinh ra trong ${out}: ${foreign.join(", ")}. Chuyển các tệp đó đi hoặc dùng --out.` : undefined;
}

/** A watched run: problems are said, and do not end it. */
function tell(workspace: Workspace, target: SdkTarget, { update, options }: { readonly update: SdkUpdate; readonly options: GenerateOptions }): void {
  void failureOf(workspace, target, update).then((failure) => (failure === undefined ? report({ out: target.out, ...update }, options) : console.error(failure)));
}

/** Compares without writing, all of it: what the ledger of an earlier run says does not count. */
async function check(workspace: Workspace, target: SdkTarget, options: GenerateOptions): Promise<number> {
  const [{ generateCatalogue }, { isError }, { loadDefinitions }, { planFiles }, { printProblems }] = await Promise.all([
    import("@motcua/codegen"), import("@motcua/procedure"), import("../definitions.ts"), import("../generate/plan-files.ts"), import("../print-problems.ts"),
  ]);
  const { procedures, problems } = await loadDefinitions(workspace);
  const sdk = generateCatalogue(procedures.map(({ procedure }) => procedure), { name: target.name });
  const errors = [...problems, ...sdk.problems].filter(isError);
  if (errors.length > 0) throw new CommandFailure(printProblems(errors, workspace.root, "vi"));
  const plan = await planFiles(target.out, sdk.files);
  report({ out: target.out, procedures: procedures.length, written: plan.write.map(({ path }) => path), removed: plan.remove, unchanged: plan.unchanged }, options);
  return plan.write.length + plan.remove.length > 0 ? EXIT.problems : EXIT.done;
}

/** Files named one by one up to so many; of a whole catalogue their number says enough. */
const NAMED = 60;

function report({ out, procedures, written, removed, unchanged }: Report, { json, check: checked }: GenerateOptions): void {
  const shown = relative(process.cwd(), out) || ".";
  if (json === true) return console.log(JSON.stringify({ out: shown, procedures, written, removed, unchanged, check: checked === true }));
  const verbs = checked === true ? { write: "khác", remove: "thừa" } : { write: "đã ghi", remove: "đã xóa" };
  if (written.length <= NAMED) for (const path of written) console.log(`  ${verbs.write} ${path}`);
  for (const path of removed) console.log(`  ${verbs.remove} ${path}`);
  console.log(`${procedures} thủ tục → ${shown}: ${written.length} ${verbs.write}, ${removed.length} ${verbs.remove}, ${unchanged} giữ nguyên`);
  if (checked === true && written.length + removed.length > 0) console.log("SDK đã cũ: chạy motcua generate rồi commit.");
}
