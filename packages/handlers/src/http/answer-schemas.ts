import type { JsonSchema } from "./json-schema.ts";

const string: JsonSchema = { type: "string" };
const instant: JsonSchema = { type: "string", format: "date-time" };
const integer: JsonSchema = { type: "integer" };
const anything: JsonSchema = {};
const record: JsonSchema = { type: "object" };

const TEXT = object({ vi: string, en: string }, ["en"]);
const PROBLEM = object({ code: string, pointer: string, message: TEXT, hint: TEXT, severity: { enum: ["error", "warning"] } }, ["hint", "severity"]);
const STATUS: JsonSchema = { type: "integer", minimum: 1, maximum: 10, description: "National status" };
const STATE: JsonSchema = {
  ...object({ code: string, procedure: string, version: string, seq: integer, phase: string, nationalStatus: STATUS, submittedAt: instant, due: instant }, ["due"]),
  description: "A dossier folded from its events; holds no citizen's data",
};
const FEE = object({ id: string, name: TEXT, vnd: { description: "VND; null where the province has not set it" }, waived: TEXT, reduced: object({ reason: TEXT, from: { description: "What it would be otherwise: VND, or an amount with its currency" } }) }, ["waived", "reduced"]);
const DOCUMENT = object({ id: string, name: TEXT, needed: { type: "boolean" }, mode: string, group: string, notOlderThan: string, conditions: list(TEXT) }, ["group", "notOlderThan", "conditions"]);
const FIELD = object({ id: string, name: TEXT });
const PROCEDURE = object({ code: string, version: string, name: TEXT });
const HISTORY = list(object({ at: instant, text: TEXT, step: string, actor: string, note: string }, ["step", "note"]));
const PAPERS = list(object({ id: string, form: string, name: TEXT, at: instant }));
const OPEN_CLOCK: JsonSchema = {
  ...object(
    {
      start: instant, limit: string, cutOff: string, due: instant, pauses: list(object({ from: instant, to: instant, policy: string })), extensions: list(object({ at: instant, by: string })),
      moved: object({ at: instant, before: instant, after: instant }),
    },
    ["cutOff", "pauses", "extensions", "moved"],
  ),
  description: "The main clock where it runs, as whoever counts it again needs it",
};
const OPEN = object(
  { code: string, procedure: string, version: string, phase: string, nationalStatus: STATUS, competentUnit: string, receivingUnit: string, submittedAt: instant, acceptedAt: instant, due: instant, clock: OPEN_CLOCK },
  ["acceptedAt", "due", "clock"],
);
const UNSENT: JsonSchema = {
  ...object({ code: string, unit: string, state: { enum: ["waiting", "refused"] }, since: instant, next: instant, attempts: integer, reason: string }, ["reason"]),
  description: "A dossier the national portal has still to be told of, since when and when next, or why it refuses it",
};
const LATENESS: JsonSchema = { enum: ["on-time", "due-soon", "late", "none"] };

const LOG_PROOF = object({ statement: string, algorithm: { enum: ["ECDSA_SHA_256"] }, signature: string, publicKey: string, leaf: object({ code: string, seq: integer, hash: string }), index: integer, path: list(string) });

/** A day `yyyy-mm-dd`. */
export const DAY: JsonSchema = { type: "string", format: "date" };
const DUTY = { unit: string, role: string, validFrom: DAY, validTo: DAY, onBehalfOf: string, substitution: string };
const OFFER = { id: string, absent: string, unit: string, role: string, validFrom: DAY, validTo: DAY, decision: string };
const SUBSTITUTION = { ...OFFER, substitute: string, takenAt: instant, endedAt: instant };

/** Answers of the API by name: `components.schemas` of its OpenAPI document. */
export const ANSWER_SCHEMAS = {
  Problems: object({ problems: list(PROBLEM) }),
  Procedures: list(object({ code: string, version: string, name: TEXT, field: FIELD, from: string, to: string, shape: string }, ["to"])),
  Quote: object({ case: string, documents: list(DOCUMENT), fees: list(FEE), due: anything, gate: anything }, ["due", "gate"]),
  Receipt: object({ code: string, trackingSecret: { type: "string", pattern: "^[0-9a-f]{32}$" }, nationalStatus: STATUS, warnings: list(PROBLEM) }),
  Dossier: object({ state: STATE, procedure: PROCEDURE, form: anything, records: record, tasks: list(record), acts: list(string), history: HISTORY, papers: PAPERS }, ["form"]),
  File: { ...object({ url: string }), description: "Shows the file for five minutes, to whoever has the address" },
  Dossiers: list(STATE),
  Acted: object({ state: STATE }),
  Log: list(object({ code: string, seq: integer, at: instant, actor: record, command: string, events: list(record), previous: string })),
  Proof: { ...object({ code: string, log: list(string), proofs: list(LOG_PROOF) }), description: "Batches as they were hashed; a proof for each day sealed" },
  Worklist: object({ items: list(object({ code: string, task: string, step: string, stepName: TEXT, procedure: TEXT, due: instant, lateness: LATENESS, unit: string, role: string }, ["due", "role"])), cursor: string }, ["cursor"]),
  Open: object({ items: list(OPEN), cursor: string }, ["cursor"]),
  Unsent: object({ items: list(UNSENT), cursor: string }, ["cursor"]),
  UnsentDossier: UNSENT,
  Me: object({ sub: string, memberships: list(object({ unit: string, role: string })) }),
  Substitutions: object({
    own: list(object(DUTY, ["validFrom", "validTo", "onBehalfOf", "substitution"])),
    given: list(object({ ...SUBSTITUTION, substituteName: string, over: { type: "boolean" } }, ["endedAt"])),
    taken: list(object({ ...DUTY, absentName: string }, ["validFrom", "validTo", "substitution"])),
  }),
  SubstitutionOffered: { ...object({ id: string }), description: "Unguessable: whoever of the unit is given it may take the duty on, for seven days" },
  SubstitutionOffer: object({ ...OFFER, own: { type: "boolean" }, absentName: string }, ["absentName"]),
  Substitution: object(SUBSTITUTION, ["endedAt"]),
  SubstitutionEnded: object({ ended: { type: "boolean" } }),
  Upload: object({ key: string, form: object({ url: string, fields: { type: "object", additionalProperties: string } }) }),
  Attached: object({ key: string, sha256: string, bytes: integer, type: string }),
  Tracking: object(
    { code: string, procedure: TEXT, nationalStatus: STATUS, statusName: TEXT, submittedAt: instant, acceptedAt: instant, due: instant, finishedAt: instant, papers: PAPERS },
    ["acceptedAt", "due", "finishedAt", "papers"],
  ),
  OpenApi: record,
} as const satisfies Readonly<Record<string, JsonSchema>>;

/** Name of an answer of the API. */
export type AnswerName = keyof typeof ANSWER_SCHEMAS;

function object(properties: Readonly<Record<string, JsonSchema>>, optional: readonly string[] = []): JsonSchema {
  return { type: "object", properties, required: Object.keys(properties).filter((key) => !optional.includes(key)) };
}

function list(items: JsonSchema): JsonSchema {
  return { type: "array", items };
}
