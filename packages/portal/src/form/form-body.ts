/** What a browser sent: texts in normal form C, without space around them. */
export interface FormBody {
  /** The first text of a name; `""` where it was not sent. */
  readonly text: (name: string) => string;
  /** Every text of a name, in the order it was sent. */
  readonly all: (name: string) => readonly string[];
  readonly has: (name: string) => boolean;
  /** Names and texts of a form's inputs, those that begin with `<prefix>.`, as they were sent. */
  readonly within: (prefix: string) => readonly (readonly [name: string, text: string])[];
}

/** Line ends become `\n`: browsers send `\r\n`, and lengths are counted. */
export function formBody(sent: URLSearchParams): FormBody {
  const plain = (text: string) => text.replace(/\r\n?/g, "\n").normalize("NFC").trim();
  return {
    text: (name) => plain(sent.get(name) ?? ""),
    all: (name) => sent.getAll(name).map(plain),
    has: (name) => sent.has(name),
    within: (prefix) => [...sent].filter(([name]) => name.startsWith(`${prefix}.`)),
  };
}

/** Name of the input that stands for a place in the form: `/tre/ho_ten` → `tre.ho_ten`. */
export function inputName(at: string): string {
  return at.slice(1).replaceAll("/", ".");
}

/** Id of the first input of a place: where a message about it leads. */
export function inputId(at: string): string {
  return `o-${at.slice(1).replaceAll("/", "-")}`;
}
