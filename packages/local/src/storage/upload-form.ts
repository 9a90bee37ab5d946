/** The parts of a form sent as `multipart/form-data`: fields, and the one file. */
export interface UploadForm {
  /** Names in lower case. */
  readonly fields: Readonly<Record<string, string>>;
  readonly file: { readonly name: string; readonly type: string; readonly bytes: Buffer } | undefined;
}

const HEAD_END = Buffer.from("\r\n\r\n");

/** Reads a form. `undefined` when the body is no such form. */
export function parseUploadForm(contentType: string, body: Buffer): UploadForm | undefined {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (!/^multipart\/form-data/i.test(contentType) || boundary === undefined) return undefined;
  const fields: Record<string, string> = {};
  let file: UploadForm["file"];
  for (const part of partsOf(body, `--${boundary}`)) {
    const split = part.indexOf(HEAD_END);
    if (split === -1) continue;
    const head = part.subarray(0, split).toString("utf8");
    const content = part.subarray(split + HEAD_END.length);
    const name = /name="([^"]*)"/i.exec(head)?.[1]?.toLowerCase();
    if (name === undefined) continue;
    if (name === "file") {
      const type = /content-type: *([^\r\n]+)/i.exec(head)?.[1] ?? "application/octet-stream";
      file = { name: /filename="([^"]*)"/i.exec(head)?.[1] ?? "", type, bytes: content };
      // What follows the file is ignored, as S3 does.
      break;
    }
    fields[name] = content.toString("utf8");
  }
  return { fields, file };
}

function* partsOf(body: Buffer, delimiter: string): Generator<Buffer> {
  const first = body.indexOf(delimiter);
  let from = first === -1 ? -1 : first + delimiter.length + 2;
  while (from !== -1) {
    const next = body.indexOf(`\r\n${delimiter}`, from);
    if (next === -1) return;
    yield body.subarray(from, next);
    from = next + delimiter.length + 4;
  }
}
