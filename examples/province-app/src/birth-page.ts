import * as birth from "@dongthap/procedures/1.001193";
import { fields, sections, vi } from "@dongthap/procedures/1.001193/fields";
import type { FieldMessage } from "./field-messages.ts";
import { type Desk, fileBirth } from "./file-birth.ts";
import { escaped, formHtml } from "./form-html.ts";
import { readForm } from "./read-form.ts";

/** Of a request: who asks, and on which day. */
export type Visit = Omit<Desk, "idempotencyKey">;

/** The page a birth is registered on. Its key is made with the page: one page is one dossier, however often it is sent. */
export function emptyBirthPage({ today }: Visit): string {
  return birthPage({}, [], { today, key: crypto.randomUUID() });
}

/** Reads what was sent from the page and files it; the page again, with what to put right, where something is. */
export async function sentBirthPage(sent: URLSearchParams, visit: Visit): Promise<{ readonly code: string } | { readonly page: string }> {
  const read = readForm(fields, sent);
  // What a page no longer shows was not meant.
  const concerned = new Set(shownSections(read, visit.today).flatMap((id) => sections.find((section) => section.id === id)?.fields ?? []));
  const form = readForm(fields, [...sent].filter(([name]) => [...concerned].some((pointer) => name === pointer || name.startsWith(`${pointer}/`))));
  const key = sent.get("key") ?? "";
  const filed = await fileBirth(form, { ...visit, idempotencyKey: key });
  return "code" in filed ? filed : { page: birthPage(form, filed.messages, { today: visit.today, key }) };
}

function birthPage(form: unknown, messages: readonly FieldMessage[], { today, key }: { readonly today: string; readonly key: string }): string {
  const whole = messages.filter(({ field }) => !Object.hasOwn(fields, field)).map(({ text }) => `<p class="message">${escaped(text)}</p>`);
  const inputs = formHtml(vi, { form, messages, sections: shownSections(form, today) });
  return `<h1>${escaped(birth.procedure.name.vi)}</h1>${whole.join("")}<form method="post"><input type="hidden" name="key" value="${escaped(key)}">${inputs}<button>Nộp hồ sơ</button></form>`;
}

/** Pages that concern what is filled in: the definition's own conditions, as the service reads them. */
function shownSections(form: unknown, today: string): readonly string[] {
  const facts = { form, channel: "online", today, submittedOn: today } as const;
  return sections.filter((section, index) => section.when === undefined || birth.expressions[`/form/x-sections/${index}/when`]?.(facts) === true).map(({ id }) => id);
}
