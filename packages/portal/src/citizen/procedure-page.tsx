import { conditionTexts, type DocumentDefinition, localSettings, type Procedure, type Province, type ResultDefinition } from "@motcua/procedure";
import { durationWords } from "../words/duration-words.ts";
import { isoDayWords } from "../words/day-words.ts";
import { dong } from "../words/dong.ts";
import { feeWords } from "./fee-words.ts";
import { stepLines } from "./step-lines.ts";

const MODES: Readonly<Record<DocumentDefinition["mode"], string>> = {
  submit: "Nộp",
  present: "Xuất trình",
  lookup: "Cơ quan tự tra cứu, không phải nộp",
};
const CHANNELS = { online: "Trực tuyến", counter: "Trực tiếp tại bộ phận một cửa", post: "Qua bưu chính công ích" } as const;
const LEVELS = { ministry: "Bộ", province: "Cấp tỉnh", commune: "Cấp xã" } as const;

/** What a person wants to know of a procedure before beginning. */
export function ProcedurePage({ procedure, province }: { readonly procedure: Procedure; readonly province: Province }) {
  return (
    <>
      <h1>
        <span class="caption">{procedure.field.name.vi}</span>
        {procedure.name.vi}
      </h1>
      <div class="two">
        <div>
          {procedure.channels.includes("online") ? (
            <p>
              <a class="button" href={`/thu-tuc/${procedure.code}/nop`}>
                Nộp hồ sơ trực tuyến
              </a>
            </p>
          ) : (
            <p>Thủ tục này chưa nhận hồ sơ trực tuyến.</p>
          )}
          <Documents procedure={procedure} />
          <Steps procedure={procedure} />
        </div>
        <div>
          <Limits procedure={procedure} province={province} />
          <Fees procedure={procedure} province={province} />
          <Facts procedure={procedure} />
        </div>
      </div>
    </>
  );
}

function Documents({ procedure }: { readonly procedure: Procedure }) {
  const groups = Object.entries(procedure.documentGroups ?? {});
  const alone = procedure.documents.filter(({ group, isForm }) => group === undefined && isForm !== true);
  return (
    <section aria-labelledby="giay-to">
      <h2 id="giay-to">Giấy tờ cần có</h2>
      <ul>
        <li>Tờ khai: điền trên cổng này hoặc tại quầy.</li>
        {groups.map(([id, group]) => (
          <li>
            {group.name.vi}: {group.need === 1 ? "một trong các giấy tờ sau" : `${group.need} trong các giấy tờ sau`}
            {group.ordered === true ? ", ưu tiên theo thứ tự" : ""}
            {group.when === undefined ? "" : " (tùy trường hợp)"}
            <ul>
              {procedure.documents.filter((document) => document.group === id).map((document) => (
                <DocumentLine document={document} />
              ))}
            </ul>
          </li>
        ))}
        {alone.map((document) => (
          <DocumentLine document={document} />
        ))}
      </ul>
    </section>
  );
}

function DocumentLine({ document }: { readonly document: DocumentDefinition }) {
  const counts = [
    document.copies?.original === undefined ? "" : `${document.copies.original} bản chính`,
    document.copies?.copy === undefined ? "" : `${document.copies.copy} bản sao`,
    document.copies?.sets === undefined ? "" : `${document.copies.sets} bộ`,
  ].filter((each) => each !== "");
  const sometimes = document.when === undefined ? [] : ["tùy trường hợp"];
  return (
    <li>
      {document.name.vi}
      <span class="quiet"> ({[MODES[document.mode], ...(document.mode === "lookup" ? [] : counts), ...sometimes].join("; ")})</span>
      {document.note === undefined ? null : <p class="hint">{document.note.vi}</p>}
      {conditionTexts(document).map(({ vi }) => (
        <p class="hint">{vi}.</p>
      ))}
      {(document.requirements ?? []).map((requirement) => (
        <p class="hint">
          {conditionTexts({}, [requirement]).map(({ vi }) => vi)}
          {requirement.when === undefined ? "" : " (tùy trường hợp)"}.
        </p>
      ))}
    </li>
  );
}

function Steps({ procedure }: { readonly procedure: Procedure }) {
  return (
    <section aria-labelledby="cac-buoc">
      <h2 id="cac-buoc">Các bước giải quyết</h2>
      <ol class="steps">
        {stepLines(procedure).map(({ name, who, why, time, sometimes }) => (
          <li>
            <p>
              <strong>{name}</strong>
              {sometimes ? <span class="quiet"> (tùy trường hợp)</span> : null}
            </p>
            <p class="quiet">{[why, who, time].filter((each) => each !== undefined && each !== "").join(", ")}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Limits({ procedure, province }: { readonly procedure: Procedure; readonly province: Province }) {
  const local = localSettings(province, procedure)?.limits ?? {};
  return (
    <section aria-labelledby="thoi-han">
      <h2 id="thoi-han">Thời hạn giải quyết</h2>
      <dl>
        {Object.entries(procedure.cases).map(([id, { name, limit }]) => (
          <>
            <dt>
              <strong>{name.vi}</strong>
            </dt>
            <dd>
              {durationWords(local[id] ?? limit.time)}
              {limit.cutOff === undefined ? "" : `; hồ sơ nhận sau ${limit.cutOff} được trả vào ngày làm việc tiếp theo`}
            </dd>
          </>
        ))}
      </dl>
    </section>
  );
}

function Fees({ procedure, province }: { readonly procedure: Procedure; readonly province: Province }) {
  const local = localSettings(province, procedure);
  return (
    <section aria-labelledby="phi">
      <h2 id="phi">Phí, lệ phí</h2>
      {procedure.fees.length === 0 ? <p>Thủ tục này không quy định phí, lệ phí.</p> : null}
      <dl>
        {procedure.fees.map((fee) => (
          <>
            <dt>
              <strong>{fee.name.vi}</strong>
            </dt>
            <dd>
              {feeWords(fee, local)}
              {fee.quantity === undefined ? "" : " cho một bản"}
              {(fee.waived ?? []).map(({ reason }) => (
                <p class="hint">Miễn: {reason.vi}</p>
              ))}
              {(fee.reduced ?? []).map((reduction) => (
                <p class="hint">
                  {"percent" in reduction ? `Giảm ${reduction.percent.toLocaleString("vi-VN")} %` : `Giảm còn ${dong(reduction.vnd)}`}: {reduction.reason.vi}
                </p>
              ))}
            </dd>
          </>
        ))}
      </dl>
    </section>
  );
}

/** A result, for how long it is valid, and whether it is issued in some cases only. */
function resultWords({ name, validity, when }: ResultDefinition): string {
  const valid = validity === undefined ? [] : [typeof validity === "string" ? `có giá trị ${durationWords(validity)}` : "thời hạn tùy trường hợp"];
  const said = [...valid, ...(when === undefined ? [] : ["cấp tùy trường hợp"])];
  return said.length === 0 ? name.vi : `${name.vi} (${said.join(", ")})`;
}

function Facts({ procedure }: { readonly procedure: Procedure }) {
  return (
    <section aria-labelledby="thong-tin">
      <h2 id="thong-tin">Thông tin thủ tục</h2>
      <ul>
        <li>Mã thủ tục: {procedure.code}</li>
        <li>Cơ quan giải quyết: {procedure.levels.map((level) => LEVELS[level]).join(", ")}</li>
        <li>Cách nộp: {procedure.channels.map((channel) => CHANNELS[channel].toLowerCase()).join("; ")}</li>
        <li>Kết quả: {procedure.results.map(resultWords).join("; ")}</li>
        <li>
          Áp dụng từ {isoDayWords(procedure.effective.from)}
          {procedure.effective.to === undefined ? "" : ` đến ${isoDayWords(procedure.effective.to)}`}
        </li>
      </ul>
      <h2>Căn cứ pháp lý</h2>
      <ul>
        {procedure.legalBasis.map(({ title, articles }) => (
          <li>
            {title}
            {articles === undefined || articles.length === 0 ? "" : `: Điều ${articles.join(", ")}`}
          </li>
        ))}
      </ul>
      {procedure.note === undefined ? null : <p class="hint">{procedure.note.vi}</p>}
    </section>
  );
}
