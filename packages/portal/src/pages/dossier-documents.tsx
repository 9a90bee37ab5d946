import { documentName, type DossierState } from "@motcua/dossier";
import type { ProcedureModule } from "@motcua/procedure";
import { sizeWords } from "../words/size-words.ts";

type Given = DossierState["documents"][number];

const TYPES: Readonly<Record<string, string>> = { "application/pdf": "PDF", "image/jpeg": "ảnh JPEG", "image/png": "ảnh PNG" };

/** The documents of a dossier, those of an entry of its form by the entry, and how each was given; their files open at `fileAt` of their SHA-256. */
export function DossierDocuments({ module, documents, form, fileAt }: { readonly module: ProcedureModule; readonly documents: readonly Given[]; readonly form: unknown; readonly fileAt: (sha256: string) => string }) {
  const nameOf = (id: string) => documentName(module.procedure, id, form).vi;
  return (
    <section aria-labelledby="thanh-phan">
      <h2 id="thanh-phan">Thành phần hồ sơ</h2>
      {documents.length === 0 ? <p>Không có giấy tờ kèm theo.</p> : null}
      <ul class="plain-list">
        {documents.map((document) => (
          <li>
            {nameOf(document.id)}
            <span class="quiet"> ({wayWords(document)})</span>
            <Files files={document.files ?? []} of={nameOf(document.id)} fileAt={fileAt} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Files({ files, of, fileAt }: { readonly files: NonNullable<Given["files"]>; readonly of: string; readonly fileAt: (sha256: string) => string }) {
  return files.length === 0 ? null : (
    <ul>
      {files.map(({ sha256, bytes, type }, index) => (
        <li>
          <a href={fileAt(sha256)}>
            Mở tệp {index + 1}
            <span class="unseen"> của {of}</span>
          </a>
          : {TYPES[type] ?? type}, {sizeWords(bytes)}
        </li>
      ))}
    </ul>
  );
}

function wayWords({ original, copy, sets, presented, electronic, retrieved }: Given): string {
  const ways = [
    [original !== undefined && original > 0, `${original} bản chính`],
    [copy !== undefined && copy > 0, `${copy} bản sao`],
    [sets !== undefined && sets > 0, `${sets} bộ`],
    [presented === true, "đã xuất trình"],
    [electronic === true, "bản điện tử"],
    [retrieved === true, "khai thác từ cơ sở dữ liệu"],
  ] as const;
  const given = ways.filter(([holds]) => holds).map(([, words]) => words);
  return given.length === 0 ? "chưa ghi nhận" : given.join(", ");
}
