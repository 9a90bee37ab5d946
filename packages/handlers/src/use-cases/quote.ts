import { applicableCase, applicableDocuments, declaredId, documentTitle, factsAt, feesDue, gateProblem, legalLimit, limitDue, refusal } from "@motcua/dossier";
import type { Facts, ProcedureModule, Result } from "@motcua/procedure";
import { conditionTexts, ok, refused } from "@motcua/procedure";
import { decideContext } from "../decide-context.ts";
import type { Handlers, Quote } from "../handlers.ts";
import { inForce } from "../in-force.ts";
import { localDay, localInstant } from "../local-day.ts";
import { nfc } from "../nfc.ts";
import { pinnedModule } from "../pinned-module.ts";
import type { Ports } from "../ports/index.ts";
import { problem } from "../problem-table.ts";

type QuoteRequest = Parameters<Handlers["quote"]>[0];

/** What a dossier with these answers would need, cost and take, if it were accepted now. The form may be incomplete. */
export async function quote(ports: Ports, sent: QuoteRequest): Promise<Result<Quote>> {
  const request = nfc(sent);
  const now = ports.clock.now();
  const entry = inForce(ports.catalogue, request.procedure, localDay(now));
  if (entry === undefined) return refused(problem("unknown-procedure", "/procedure"));
  const module = await pinnedModule(ports, { procedure: entry.code, version: entry.version });
  if (!module.procedure.channels.includes(request.channel)) return refused(problem("channel-not-offered", "/channel"));
  const at = localInstant(now);
  const facts = factsAt(module, { form: request.form, channel: request.channel, submittedAt: at, answers: request.answers ?? {}, records: {} }, at);
  const applicable = applicableCase(module, facts);
  if (applicable === undefined) return refused(refusal("no-case", "/form"));
  return ok({ ...needs(module, facts), case: applicable, ...costAndTime(ports, module, { facts, request, case: applicable }) });
}

function needs(module: ProcedureModule, facts: Facts): Pick<Quote, "documents" | "gate"> {
  const documents = applicableDocuments(module, facts).map((document) => {
    const { definition: { id, mode, group, lookup, notOlderThan }, entry, needed, quantity, requirements } = document;
    const conditions = conditionTexts(document.definition, requirements);
    return {
      id, name: documentTitle(document), needed, mode, quantity,
      ...(group === undefined ? {} : { group }),
      ...(entry === undefined ? {} : { entry: { document: declaredId(id), nth: entry.nth } }),
      ...(lookup === undefined ? {} : { lookup }),
      ...(notOlderThan === undefined ? {} : { notOlderThan }),
      ...(conditions.length === 0 ? {} : { conditions }),
    };
  });
  const gate = gateProblem(module, facts);
  return { documents, ...(gate === undefined ? {} : { gate: { id: gate.code.slice("gate-".length), message: gate.message } }) };
}

function costAndTime(
  ports: Ports,
  module: ProcedureModule,
  of: { readonly facts: Facts; readonly request: QuoteRequest; readonly case: string },
): Pick<Quote, "fees" | "due"> {
  const unit = of.request.unit ?? ports.province.units[0]?.code ?? "";
  const { calendar, localFees, localLimits } = decideContext(ports, module, { unit });
  const limit = legalLimit(module.procedure, { case: of.case, channel: of.request.channel }, localLimits);
  const { due, provisional, days } = limitDue(localInstant(ports.clock.now()), limit, calendar);
  return {
    fees: feesDue(module, of.facts, { case: of.case, localFees }),
    due: { due, provisional, days: days.map(({ date, counted, why }) => ({ date, counted, why })) },
  };
}
