import { ERASURE_REASONS } from "@motcua/dossier";
import { FILE_TYPES, MAX_FILE_BYTES } from "../file-types.ts";
import type { JsonSchema } from "./json-schema.ts";

const text = (maxLength: number): JsonSchema => ({ type: "string", minLength: 1, maxLength });
const note = text(4000);
const count: JsonSchema = { type: "integer", minimum: 0, maximum: 1000 };
const id: JsonSchema = { type: "string", pattern: "^[a-z][a-z0-9_]{0,63}$" };
/** One of an entry's own has the entry's number, from 1. */
const documentId: JsonSchema = { type: "string", pattern: "^[a-z][a-z0-9_]{0,63}(\\.[1-9][0-9]{0,2})?$" };
const task: JsonSchema = { type: "string", pattern: "^@?[a-z][a-z0-9_]*@[0-9]{1,9}(\\.[0-9]{1,3})?$" };
const day: JsonSchema = { type: "string", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", description: "Day in Asia/Ho_Chi_Minh" };
const localInstant: JsonSchema = { type: "string", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?\\+07:00$", description: "Date and time in Asia/Ho_Chi_Minh" };
const way: JsonSchema = { enum: ["counter", "post", "online"] };
const channel: JsonSchema = { enum: ["online", "counter", "post"] };
const procedure: JsonSchema = { type: "string", pattern: "^[0-9]\\.[0-9]{6}$" };
const unit: JsonSchema = { type: "string", pattern: "^[A-Z0-9.]{1,40}$" };
const draft: JsonSchema = { type: "string", pattern: "^[A-Za-z0-9_-]{16,64}$", description: "Unguessable id of the draft the file belongs to" };
const fileType: JsonSchema = { enum: FILE_TYPES.map(({ type }) => type) };
const answers: JsonSchema = { type: "object", additionalProperties: { type: "boolean" }, description: "Answers to the procedure's questions" };
const form: JsonSchema = { description: "The form, as the procedure's own schema describes it" };

const file = object(
  { key: text(300), sha256: { type: "string", pattern: "^[0-9a-f]{64}$" }, bytes: { type: "integer", minimum: 1, maximum: MAX_FILE_BYTES }, type: fileType },
  ["key", "sha256", "bytes", "type"],
);

const flag: JsonSchema = { type: "boolean" };
const document = object(
  { id: documentId, original: count, copy: count, sets: count, presented: flag, electronic: flag, retrieved: flag, issuedOn: day, files: { type: "array", items: file, maxItems: 20 } },
  ["id"],
);
const documents: JsonSchema = { type: "array", items: document, maxItems: 200 };

/** Body of `POST /api/procedures/{code}/quote`. */
export const QUOTE_BODY = object({ channel, form, answers, unit }, ["channel", "form"]);

/** Body of `POST /api/dossiers`. */
export const SUBMISSION_BODY = object(
  { procedure, version: { type: "string", pattern: "^[0-9a-f]{16}$" }, channel, receivingUnit: unit, form, answers, documents, resultBy: way, assisted: flag, draft },
  ["procedure", "channel", "receivingUnit", "form", "documents", "resultBy"],
);

const defect = object({ document: documentId, text: text(2000) }, ["text"]);
const recipient = object({ name: text(200), identity: text(40), by: way }, ["name", "by"]);
const record: JsonSchema = { description: "The step's own small form" };

/** Body of `POST /api/dossiers/{code}/acts`: one of the acts, told apart by `act`. */
export const ACT_BODY: JsonSchema = {
  oneOf: [
    object({ act: { const: "complete" }, task, outcome: id, record, note, answers, received: answers, receipt: text(100), recipient }, ["act", "task", "outcome"]),
    object({ act: { const: "answer" }, task, answer: { enum: ["agreed", "objected"] }, note }, ["act", "task", "answer"]),
    object({ act: { const: "request-supplement" }, task, defects: { type: "array", items: defect, maxItems: 100 }, overLimitReason: note }, ["act", "task", "defects"]),
    object({ act: { const: "supplement" }, form, documents }, ["act", "documents"]),
    object({ act: { const: "withdraw" }, reason: note }, ["act"]),
    object({ act: { const: "revoke-withdrawal" } }, ["act"]),
    object({ act: { const: "stop" }, task, reason: note }, ["act", "task", "reason"]),
    object({ act: { const: "request-extension" }, task, until: day, reason: note }, ["act", "task", "until", "reason"]),
    object({ act: { const: "approve-extension" }, task }, ["act", "task"]),
    object({ act: { const: "reject-extension" }, task, reason: note }, ["act", "task", "reason"]),
    object({ act: { const: "recompute-due" }, decision: text(300), due: localInstant }, ["act", "decision", "due"]),
    object({ act: { const: "correct-result" }, task, reason: note }, ["act", "task", "reason"]),
    object({ act: { const: "record-payment" }, fee: id, vnd: { type: "integer", minimum: 0, maximum: 1_000_000_000_000 }, receipt: text(100) }, ["act", "fee", "vnd", "receipt"]),
    object({ act: { const: "record-refund" }, fee: id, vnd: { type: "integer", minimum: 0, maximum: 1_000_000_000_000 }, receipt: text(100) }, ["act", "fee", "vnd", "receipt"]),
    object({ act: { const: "waive-fee" }, fee: id, reason: note }, ["act", "fee", "reason"]),
    object({ act: { const: "post-result" }, task, tracking: text(60) }, ["act", "task", "tracking"]),
    object({ act: { const: "confirm-withdrawal" }, papersReturned: { type: "boolean" }, refundVnd: { type: "integer", minimum: 0, maximum: 1_000_000_000_000 } }, ["act", "papersReturned", "refundVnd"]),
    object({ act: { const: "rate" }, score: { type: "integer", minimum: 1, maximum: 5 }, comment: note }, ["act", "score"]),
  ],
};

/** Body of `POST /api/dossiers/{code}/erasure`: one of the steps, told apart by `step`. */
export const ERASURE_BODY: JsonSchema = {
  oneOf: [
    object({ step: { const: "request" }, basis: text(300), law: text(300), reason: { enum: ERASURE_REASONS } }, ["step", "basis", "law", "reason"]),
    object({ step: { const: "approve" } }, ["step"]),
    object({ step: { const: "reject" } }, ["step"]),
  ],
};

/** Body of `POST /api/substitutions`: days in Asia/Ho_Chi_Minh, both included; the decision is its number and date. */
export const SUBSTITUTION_BODY = object({ unit: text(40), role: text(100), validFrom: day, validTo: day, decision: text(300) }, ["unit", "role", "validFrom", "validTo", "decision"]);

/** Body of `POST /api/substitutions/{id}/end`: whose duty it is, by `sub`. */
export const SUBSTITUTION_END_BODY = object({ absent: text(200) }, ["absent"]);

/** Body of `POST /api/uploads`. */
export const UPLOAD_BODY = object(
  { procedure, document: documentId, type: text(100), bytes: { type: "integer", minimum: 1 }, redirect: { type: "string", maxLength: 2000, pattern: "^https?://" }, draft },
  ["procedure", "document", "type", "bytes", "redirect", "draft"],
);

/** Body of `POST /api/uploads/attach`. */
export const ATTACH_BODY = object({ key: text(300), draft }, ["key", "draft"]);

const secret: JsonSchema = { type: "string", pattern: "^[0-9a-fA-F]{32}$", description: "From the receipt's QR code" };
const factor: JsonSchema = { type: "string", pattern: "^[0-9]{4}$", description: "Last four digits of the owner's phone or identity number" };

/** Body of `POST /api/track`: the secret of a receipt, or a code and a second factor. */
export const TRACK_BODY: JsonSchema = { oneOf: [object({ secret }, ["secret"]), object({ code: text(60), factor }, ["code", "factor"])] };

function object(properties: Readonly<Record<string, JsonSchema>>, required: readonly string[]): JsonSchema {
  return { type: "object", properties, required, additionalProperties: false };
}
