import type * as dossier from "@motcua/dossier";
import type * as handlers from "@motcua/handlers";
import { expect, test } from "vitest";
import type * as client from "../src/index.ts";
import type { AnyTypes } from "../src/runtime/procedure-ids.ts";

// oxlint-disable typescript/no-unnecessary-type-parameters -- the compiler compares two generic functions for identity
/** `true` where two types are the same, optional fields included; anything else does not compile. */
type Same<A, B> = (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : never;

type Fits<A, B> = [A] extends [B] ? true : never;

/** A type with its aliases resolved, all the way down. */
type Plain<T> = T extends object ? { [K in keyof T]: Plain<T[K]> } : T;

/** A module whose names the compiler does not know. */
interface AnyModule extends client.NamedProcedure {
  readonly ids: { readonly types?: AnyTypes } & object;
}

/**
 * The client writes down what the API sends, so that a browser imports nothing of the server. Here the two are held
 * together by the compiler: where one of them changes alone, `npm run typecheck` fails.
 */
const SAME: {
  readonly batch: Same<client.EventBatch, dossier.EventBatch>;
  readonly state: Same<client.DossierState, dossier.DossierState>;
  readonly task: Same<client.OpenedTask, dossier.OpenedTask>;
  readonly actor: Same<client.Actor, dossier.Actor>;
  readonly document: Same<client.GivenDocument, dossier.GivenDocument>;
  readonly view: Same<client.DossierView, handlers.DossierView>;
  readonly openTask: Same<client.TaskView, handlers.TaskView>;
  readonly proof: Same<client.DossierProof, handlers.DossierProof>;
  readonly tracking: Same<client.TrackingView, handlers.TrackingView>;
  readonly receipt: Same<client.Receipt, handlers.Receipt>;
  readonly act: Same<client.Act, handlers.Act>;
  readonly erasure: Same<client.ErasureStep, handlers.ErasureStep>;
  readonly open: Same<client.OpenDossier, handlers.OpenDossier>;
  readonly unsent: Same<client.UnsentDossier, handlers.SyncItem>;
  readonly substitutions: Same<client.Substitutions, handlers.SubstitutionsView>;
  readonly offer: Same<client.SubstitutionOffer, handlers.SubstitutionOffer>;
  readonly wanted: Same<client.WantedSubstitution, handlers.WantedSubstitution>;
  readonly line: Same<client.WorklistLine, handlers.WorklistLine>;
  readonly quote: Same<client.QuoteOf<AnyModule>, handlers.Quote>;
  /** What is sent may say less than the API takes, never other things. */
  readonly submission: Fits<Omit<client.SubmissionOf<AnyModule>, "idempotencyKey" | "answers"> & { readonly procedure: string; readonly version: string }, handlers.Submission>;
  readonly catalogue: Same<client.CatalogueLine, handlers.CatalogueEntry>;
  readonly refusesAPlantedDifference: Same<{ readonly a?: string }, object> extends never ? true : never;
} = { batch: true, state: true, task: true, actor: true, document: true, view: true, openTask: true, proof: true, tracking: true, receipt: true, act: true, erasure: true, open: true, unsent: true, substitutions: true, offer: true, wanted: true, line: true, quote: true, submission: true, catalogue: true, refusesAPlantedDifference: true };

test("what the client reads and writes is what the API writes and reads", () => {
  expect(Object.values(SAME)).not.toContain(false);
});
