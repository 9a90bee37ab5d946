import { createInterface } from "node:readline/promises";
import { type Answers, answerFault, type KnownField, LEVELS } from "./settle-answers.ts";
import { TEMPLATES } from "./templates.ts";

/** One question, with what an empty answer means. */
interface Question {
  readonly key: keyof Answers;
  readonly text: string;
  readonly otherwise?: string;
}

/** Where questions are put and answered: the terminal, or a test's streams. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Asks for what has not been said yet, once more where an answer will not do. `suggested` is what an empty answer takes. */
export async function askAnswers(given: Answers, of: { readonly fields: readonly KnownField[]; readonly suggested: Answers; readonly terminal: Terminal }): Promise<Answers> {
  const lines = createInterface({ ...of.terminal });
  const answers: Partial<Record<keyof Answers, string>> = { ...given };
  const arrived = lines[Symbol.asyncIterator]();
  try {
    for (const question of questions(of.fields, of.suggested)) {
      while (answers[question.key] === undefined) {
        of.terminal.output.write(`${question.text}${question.otherwise === undefined ? "" : ` [${question.otherwise}]`}: `);
        const line = await arrived.next();
        if (line.done === true) return answers;
        const answer = line.value.trim() === "" ? (question.otherwise ?? "") : line.value.trim();
        const fault = answerFault(question.key, answer);
        if (fault === undefined) answers[question.key] = answer;
        else of.terminal.output.write(`  ${fault}\n`);
      }
    }
    return answers;
  } finally {
    lines.close();
  }
}

function questions(fields: readonly KnownField[], { code, name, field, level, template = "simple" }: Answers): readonly Question[] {
  const shapes = TEMPLATES.map(({ id, about }) => `  ${id.padEnd(8)} ${about}`).join("\n");
  const tiers = Object.entries(LEVELS).map(([id, words]) => `${id} (${words})`).join(", ");
  const or = (otherwise: string | undefined) => (otherwise === undefined ? {} : { otherwise });
  return [
    { key: "code", text: "Mã thủ tục", ...or(code) },
    { key: "name", text: "Tên thủ tục", ...or(name) },
    { key: "field", text: `Lĩnh vực (đã có: ${fields.map(({ name: { vi } }) => vi).join(", ") || "chưa có"})`, ...or(field) },
    { key: "level", text: `Cấp giải quyết: ${tiers}`, otherwise: level ?? "commune" },
    { key: "template", text: `Hình quy trình:\n${shapes}\nChọn`, otherwise: template },
  ];
}
