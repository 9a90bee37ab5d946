import type { Result } from "@motcua/procedure";
import type { Act, Caller, Handlers, Submission, WantedSubstitution } from "../handlers.ts";
import { problem } from "../problem-table.ts";
import type { ErasureStep } from "../use-cases/erasure.ts";
import type { HttpRequest, HttpResponse } from "./http-message.ts";
import { jsonResponse, pdfResponse, problemResponse } from "./http-message.ts";
import { openApi } from "./open-api.ts";
import type { OperationId } from "./routes.ts";
import { routes } from "./routes.ts";

/** A request that has a route, a valid body and, where needed, a person. */
export interface OperationInput {
  readonly request: HttpRequest;
  readonly params: Readonly<Record<string, string>>;
  /** Checked against the route's schema. */
  readonly body: unknown;
  readonly caller: Caller;
  readonly idempotencyKey: string;
}

type Operation = (handlers: Handlers, input: OperationInput) => Promise<HttpResponse>;

type QuoteBody = Omit<Parameters<Handlers["quote"]>[0], "procedure">;

/** What each operation does; bodies are of the types their schemas describe. */
export const OPERATIONS: Readonly<Record<OperationId, Operation>> = {
  listProcedures: async (handlers) => jsonResponse(200, await handlers.procedures()),
  quoteProcedure: async (handlers, { params, body }) => respond(await handlers.quote({ ...(body as QuoteBody), procedure: params["code"] ?? "" })),
  submitDossier: async (handlers, { caller, body, idempotencyKey }) => respond(await handlers.submit(caller, body as Submission, idempotencyKey)),
  listDossiers: async (handlers, { caller }) => jsonResponse(200, await handlers.mine(caller)),
  getDossier: async (handlers, { caller, params }) => respond(await handlers.dossier(caller, params["code"] ?? "")),
  actOnDossier: async (handlers, { caller, params, body, idempotencyKey }) => respond(await handlers.act(caller, params["code"] ?? "", body as Act, idempotencyKey)),
  eraseDossier: async (handlers, { caller, params, body }) => respond(await handlers.erasure(caller, params["code"] ?? "", body as ErasureStep)),
  getDossierLog: async (handlers, { caller, params }) => respond(await handlers.log(caller, params["code"] ?? "")),
  getDossierProof: async (handlers, { caller, params }) => respond(await handlers.proof(caller, params["code"] ?? "")),
  getFile: async (handlers, { caller, params }) => respond(await handlers.file(caller, params["code"] ?? "", params["sha256"] ?? "")),
  getReceipt: async (handlers, { caller, params, request }) => {
    const code = params["code"] ?? "";
    const receipt = await handlers.receipt({ caller, code, ...baseUrl(request) });
    return receipt.ok ? pdfResponse(receipt.value, fileName(`giay-tiep-nhan-${code}`)) : problemResponse(receipt.problems);
  },
  getPaper: async (handlers, { caller, params, request }) => {
    const [code, id] = [params["code"] ?? "", params["paper"] ?? ""];
    const paper = await handlers.paper({ caller, code, ...baseUrl(request) }, id);
    return paper.ok ? pdfResponse(paper.value, fileName(`mau-${id}-${code}`)) : problemResponse(paper.problems);
  },
  getRegister: async (handlers, { caller, params, request }) => {
    const { from = "", to = "" } = request.query;
    const unit = params["unit"] ?? "";
    const register = await handlers.dossierRegister(caller, { unit, from, to, ...baseUrl(request) });
    return register.ok ? pdfResponse(register.value, fileName(`mau-07-${unit}-${from}-${to}`)) : problemResponse(register.problems);
  },
  listOpen: async (handlers, { caller, params, request: { query } }) => respond(await handlers.openDossiers(caller, { unit: params["unit"] ?? "", ...cursorOf(query) })),
  listUnsent: async (handlers, { caller, request: { query } }) => {
    const { state } = query;
    if (state !== "waiting" && state !== "refused") return problemResponse([problem("invalid-request", "/state")]);
    return respond(await handlers.unsent(caller, { state, ...cursorOf(query) }));
  },
  retrySync: async (handlers, { caller, params }) => respond(await handlers.retrySync(caller, params["code"] ?? "")),
  getWorklist: async (handlers, { caller, request: { query } }) => respond(await handlers.worklist(caller, cursorOf(query))),
  getMe: async (handlers, { caller }) => jsonResponse(200, { sub: caller.sub, memberships: await handlers.memberships(caller) }),
  listSubstitutions: async (handlers, { caller }) => jsonResponse(200, await handlers.substitutions(caller)),
  offerSubstitution: async (handlers, { caller, body }) => respond(await handlers.offerSubstitution(caller, body as WantedSubstitution)),
  getSubstitutionOffer: async (handlers, { caller, params }) => respond(await handlers.substitutionOffer(caller, params["id"] ?? "")),
  takeSubstitution: async (handlers, { caller, params }) => respond(await handlers.takeSubstitution(caller, params["id"] ?? "")),
  endSubstitution: async (handlers, { caller, params, body }) => respond(await handlers.endSubstitution(caller, { ...(body as { readonly absent: string }), id: params["id"] ?? "" })),
  prepareUpload: async (handlers, { caller, body }) => respond(await handlers.upload(caller, body as Parameters<Handlers["upload"]>[1])),
  attachUpload: async (handlers, { caller, body }) => respond(await handlers.attach(caller, body as Parameters<Handlers["attach"]>[1])),
  trackDossier: async (handlers, { body }) => respond(await handlers.track(body as Parameters<Handlers["track"]>[0])),
  getOpenApi: async () => jsonResponse(200, openApi(routes, { title: "Motcua", version: "0.1.0" })),
};

function respond(result: Result<unknown>): HttpResponse {
  return result.ok ? jsonResponse(200, result.value) : problemResponse(result.problems);
}

/** Where a list is read on. */
function cursorOf({ cursor }: HttpRequest["query"]): { readonly cursor?: string } {
  return cursor === undefined ? {} : { cursor };
}

/** What may stand in a header as it is. */
function fileName(text: string): string {
  return text.replace(/[^\w.-]/g, "");
}

/** Where the portal is, as the browser sees it. */
function baseUrl({ headers }: HttpRequest): { readonly baseUrl?: string } {
  const host = headers["x-forwarded-host"] ?? headers["host"];
  return host === undefined ? {} : { baseUrl: `${headers["x-forwarded-proto"] ?? "https"}://${host}` };
}
