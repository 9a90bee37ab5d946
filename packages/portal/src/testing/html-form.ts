/** A form of a page as a browser without JavaScript would send it. */
export interface HtmlForm {
  readonly action: string;
  /** What is sent without touching anything: hidden inputs, texts, what is checked and selected. */
  readonly fields: Readonly<Record<string, string>>;
  /** Names of everything that can be filled in. */
  readonly names: readonly string[];
  /** Submit buttons that stand in it. */
  readonly buttons: readonly { readonly name: string; readonly value: string; readonly text: string }[];
}

/** The POST forms of a page. */
export function htmlForms(html: string): readonly HtmlForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].filter(([, head = ""]) => attribute(head, "method") === "post").map(([, head = "", body = ""]) => formOf(head, body));
}

function formOf(head: string, body: string): HtmlForm {
  const inputs = [...body.matchAll(/<input\b([^>]*?)\/?>/g)].map(([, tag = ""]) => tag);
  const selects = [...body.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)];
  const areas = [...body.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)];
  const sent: (readonly [string, string])[] = [
    ...inputs.filter((tag) => !/type="(radio|checkbox)"/.test(tag) || /\schecked/.test(tag)).map((tag) => [attribute(tag, "name"), attribute(tag, "value")] as const),
    ...selects.map(([, tag = "", options = ""]) => [attribute(tag, "name"), attribute(/<option\b[^>]*\sselected[^>]*>/.exec(options)?.[0] ?? "", "value")] as const),
    ...areas.map(([, tag = "", text = ""]) => [attribute(tag, "name"), unescaped(text).trim()] as const),
  ];
  return {
    action: attribute(head, "action"),
    fields: Object.fromEntries(sent),
    names: [...new Set([...inputs, ...selects.map(([, tag = ""]) => tag), ...areas.map(([, tag = ""]) => tag)].map((tag) => attribute(tag, "name")))],
    buttons: [...body.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/g)].map(([, tag = "", text = ""]) => ({
      name: attribute(tag, "name"),
      value: attribute(tag, "value"),
      text: unescaped(text.replace(/<[^>]*>/g, "")).trim(),
    })),
  };
}

function attribute(tag: string, name: string): string {
  return unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
}

/** Text as people see it. */
export function unescaped(html: string): string {
  return html.replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
}
