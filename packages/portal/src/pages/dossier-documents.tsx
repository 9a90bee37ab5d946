import { askedDocuments, documentName, documentRequirements, type DossierState, factsAt } from "@motcua/dossier";
import { conditionTexts, type ProcedureModule, type Text } from "@motcua/procedure";
import { isoDayWords } from "../words/day-words.ts";
import { sizeWords } from "../words/size-words.ts";

type Given = DossierState["documents"][number];

const TYPES: Readonly<Record<string, string>> = { "application/pdf": "PDF", "image/jpeg": "ảnh JPEG", "image/png": "ảnh PNG" };

/** A dossier as far as its documents go, and where their files open, by SHA-256. */
interface Documents {
  readonly module: ProcedureModule;
  readonly state: Pick<DossierState, "documents" | "channel" | "submittedAt">;
  readonly form: unknown;
  readonly fileAt: (sha256: string) => string;
}

/** The documents of a dossier, those of an entry of its form by the entry, how each was given, and what it has to be. */
export function DossierDocuments({ module, state, form, fileAt }: Documents) {
  const { documents } = state;
  const nameOf = (id: string) => documentName(module.procedure, id, form).vi;
  const conditions = conditionsById(module, state, form);
  return (
    <section aria-labelledby="thanh-phan">
      <h2 id="thanh-phan">Thành phần hồ sơ</h2>
      {documents.length === 0 ? <p>Không có giấy tờ kèm theo.</p> : null}
      <ul class="plain-list">
        {documents.map((document) => (
          <li>
            {nameOf(document.id)}
            <span class="quiet"> ({wayWords(document)})</span>
            {conditions.get(document.id)?.map(({ vi }) => (
              <p class="hint">{vi}.</p>
            ))}
            <Files files={document.files ?? []} of={nameOf(document.id)} fileAt={fileAt} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the papers have to be by what the form says. */
function conditionsById(module: ProcedureModule, { channel, submittedAt }: Documents["state"], form: unknown): ReadonlyMap<string, readonly Text[]> {
  const facts = factsAt(module, { form, channel, submittedAt, answers: {}, records: {} }, submittedAt);
  return new Map(askedDocuments(module.procedure, form).map((asked) => [asked.definition.id, conditionTexts(asked.definition, documentRequirements(module, asked, facts))]));
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

function wayWords({ original, copy, sets, presented, electronic, retrieved, issuedOn }: Given): string {
  const ways = [
    [original !== undefined && original > 0, `${original} bản chính`],
    [copy !== undefined && copy > 0, `${copy} bản sao`],
    [sets !== undefined && sets > 0, `${sets} bộ`],
    [presented === true, "đã xuất trình"],
    [electronic === true, "bản điện tử"],
    [retrieved === true, "khai thác từ cơ sở dữ liệu"],
  ] as const;
  const given = ways.filter(([holds]) => holds).map(([, words]) => words);
  const way = given.length === 0 ? "chưa ghi nhận" : given.join(", ");
  return issuedOn === undefined ? way : `${way}; cấp ngày ${isoDayWords(issuedOn)}`;
}
