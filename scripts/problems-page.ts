// Writes docs/problems.md from the tables the code uses: `node --import tsx scripts/problems-page.ts`. A test holds the page to them.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { LEGAL_TIME_PROBLEMS } from "../packages/cli/src/check/legal-times.ts";
import { SAMPLE_PROBLEMS } from "../packages/cli/src/check/sample-problem.ts";
import { REFUSALS } from "../packages/dossier/src/problems.ts";
import { DESK_PROBLEMS } from "../packages/portal/src/desk/desk-problems.ts";
import { PROBLEMS } from "../packages/handlers/src/problem-table.ts";
import { FORM_MESSAGES } from "../packages/client/src/runtime/problems/form-messages.ts";
import { WORKFLOW_PROBLEMS } from "../packages/workflow/src/check/workflow-problem.ts";
import { MACHINE_PROBLEMS } from "../packages/workflow/src/check/machine-problem.ts";
import { DEFINITION_PROBLEMS } from "../packages/procedure/src/compile/problems/definition-problems.ts";

interface Entry {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  readonly hint?: { readonly vi: string; readonly en?: string } | undefined;
  readonly more?: string;
}

const INTRO = `# Problems

What a person can put right is a problem: a stable \`code\`, a JSON Pointer into what was sent, a message and, where there is one, a remedy. This page lists every code with its texts. \`{name}\` stands for what was found; never a citizen's data.

Two families of codes come from the definitions themselves: \`rule-<id>\`, a rule of the form that does not hold, and \`gate-<id>\`, a gate that says the dossier is not needed or belongs elsewhere. Their texts are in the procedure's JSON.
`;

/** What the generator refuses: it says the keyword or expression in place of `{name}`. */
const GENERATION: readonly Entry[] = [
  { code: "keyword-not-supported", vi: "bộ sinh mã chưa thực hiện được từ khóa {name}", en: "the generator cannot honour the keyword {name}", hint: { vi: "diễn đạt bằng từ khóa khác", en: "say it with other keywords" } },
  { code: "expression-not-supported", vi: "bộ sinh mã chưa thực hiện được biểu thức này", en: "the generator cannot print this expression", hint: { vi: "diễn đạt bằng các hàm được liệt kê", en: "say it with the functions listed" } },
];

/** The page as it should be. */
export function problemsPage(): string {
  const field = { label: { vi: "Số điện thoại", en: "Phone number" }, control: "text" as const };
  return [
    INTRO,
    section("Definitions", "Found by `motcua check`, with file, line and column; the exit code is 1.", Object.entries(DEFINITION_PROBLEMS).map(([code, text]) => ({ code, vi: text.vi, en: text.en, hint: "hint" in text ? text.hint : undefined, ...("severity" in text ? { more: "warning" } : {}) }))),
    section("Workflows", "Ways through a workflow whose names are right. Found by `motcua check`.", Object.entries(WORKFLOW_PROBLEMS).filter(([code]) => !(code in DEFINITION_PROBLEMS)).map(([code, text]) => ({ code, ...text }))),
    section("Legal times and samples", "Legal times that do not fit, and a sample that does not give what it says it should. Found by `motcua check`, which runs every sample through its procedure's own code.", Object.entries({ ...LEGAL_TIME_PROBLEMS, ...SAMPLE_PROBLEMS }).map(([code, text]) => ({ code, vi: text.message.vi, en: text.message.en, hint: text.hint, ...("severity" in text ? { more: "warning" } : {}) }))),
    section("State machines", "What a compiled state machine is refused for when a cloud assembly is validated (`motcua synth --validate`). Pointers are into its Amazon States Language.", Object.entries(MACHINE_PROBLEMS).map(([code, { message, hint }]) => ({ code, vi: message.vi, en: message.en, hint }))),
    section("Generation", "What cannot be honoured stops generation; nothing is ignored.", GENERATION),
    section("Forms", "Pointers are into the form. The texts below speak of a field labelled “Số điện thoại”.", Object.entries(FORM_MESSAGES).map(([code, message]) => ({ code, ...message(field, code.startsWith("too-") || code === "not-a-multiple" ? 5 : { vi: "…", en: "…" }) }))),
    section("Commands on a dossier", "Nothing was written. HTTP 422.", Object.entries(REFUSALS).map(([code, [message, hint]]) => ({ code, vi: message.vi, en: message.en, hint }))),
    section("Pages of the desk", "Refused at the field before the API is asked; nothing was written.", Object.entries(DESK_PROBLEMS).map(([code, [message, hint]]) => ({ code, vi: message.vi, en: message.en, hint }))),
    section("Requests", "The API's own refusals, with their HTTP status.", Object.entries(PROBLEMS).map(([code, { status, message, hint }]) => ({ code, vi: message.vi, en: message.en, hint, more: `HTTP ${status}` }))),
  ].join("\n");
}

function section(title: string, about: string, entries: readonly Entry[]): string {
  const texts = entries.map(({ code, vi, en, hint, more }) => {
    const remedy = hint === undefined ? "" : ` → ${hint.vi} · ${hint.en ?? hint.vi}`;
    return `- **\`${code}\`**${more === undefined ? "" : ` (${more})`}: ${vi} · ${en}${remedy}`;
  });
  return `## ${title}\n\n${about}\n\n${texts.join("\n")}\n`;
}

const page = fileURLToPath(new URL("../docs/problems.md", import.meta.url));
if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(page, problemsPage());

/** The page as it is. */
export const writtenPage = (): string => readFileSync(page, "utf8");
