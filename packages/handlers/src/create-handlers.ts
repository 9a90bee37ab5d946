import { dutiesOf } from "./duties.ts";
import type { Handlers } from "./handlers.ts";
import type { Ports } from "./ports/index.ts";
import { act } from "./use-cases/act.ts";
import { attach } from "./use-cases/attach.ts";
import { auditFile } from "./use-cases/audit-file.ts";
import { connect } from "./use-cases/connect.ts";
import { dispatch } from "./use-cases/dispatch.ts";
import { dossier } from "./use-cases/dossier.ts";
import { dossierRegister } from "./use-cases/dossier-register.ts";
import { erasure } from "./use-cases/erasure.ts";
import { findWork } from "./use-cases/find-work.ts";
import { file } from "./use-cases/file.ts";
import { log } from "./use-cases/log.ts";
import { mine } from "./use-cases/mine.ts";
import { openDossiers } from "./use-cases/open-dossiers.ts";
import { paper } from "./use-cases/paper.ts";
import { procedures } from "./use-cases/procedures.ts";
import { proof } from "./use-cases/proof.ts";
import { quote } from "./use-cases/quote.ts";
import { receipt } from "./use-cases/receipt.ts";
import { reconcile } from "./use-cases/reconcile.ts";
import { register } from "./use-cases/register.ts";
import { retrySync } from "./use-cases/retry-sync.ts";
import { sealDays } from "./use-cases/seal-days.ts";
import { sealedLog } from "./use-cases/sealed-log.ts";
import { submit } from "./use-cases/submit.ts";
import { endSubstitution, offerSubstitution, substitutionOffer, substitutionsOf, takeSubstitution } from "./use-cases/substitute.ts";
import { sweep } from "./use-cases/sweep.ts";
import { sync } from "./use-cases/sync.ts";
import { track } from "./use-cases/track.ts";
import { unsent } from "./use-cases/unsent.ts";
import { upload } from "./use-cases/upload.ts";
import { worklist } from "./use-cases/worklist.ts";

/** The use cases over ports. Holds no state of its own: create it once per process. */
export function createHandlers(ports: Ports): Handlers {
  return {
    procedures: () => procedures(ports),
    quote: (request) => quote(ports, request),
    submit: (caller, submission, idempotencyKey) => submit(ports, caller, { submission, idempotencyKey }),
    dossier: (caller, code) => dossier(ports, caller, code),
    file: (caller, code, sha256) => file(ports, caller, { code, sha256 }),
    mine: (caller) => mine(ports, caller),
    worklist: (caller, page) => worklist(ports, caller, page),
    findWork: (caller, text) => findWork(ports, caller, text),
    act: (caller, code, wanted, idempotencyKey) => act(ports, caller, { code, act: wanted, idempotencyKey }),
    log: (caller, code) => log(ports, caller, code),
    proof: (caller, code) => proof(ports, caller, code),
    sealedLog: (secret) => sealedLog(ports, secret),
    auditFile: (secret) => auditFile(ports, secret),
    track: (by) => track(ports, by),
    receipt: (by) => receipt(ports, by),
    paper: (by, id) => paper(ports, by, id),
    dossierRegister: (caller, of) => dossierRegister(ports, caller, of),
    upload: (caller, request) => upload(ports, caller, request),
    attach: (caller, request) => attach(ports, caller, request),
    memberships: (caller) => dutiesOf(ports, caller.sub),
    offerSubstitution: (caller, wanted) => offerSubstitution(ports, caller, wanted),
    substitutionOffer: (caller, id) => substitutionOffer(ports, caller, id),
    takeSubstitution: (caller, id) => takeSubstitution(ports, caller, id),
    endSubstitution: (caller, of) => endSubstitution(ports, caller, of),
    substitutions: (caller) => substitutionsOf(ports, caller),
    register: (registration) => register(ports, registration),
    dispatch: (change) => dispatch(ports, change),
    connect: (task) => connect(ports, task),
    sweep: () => sweep(ports),
    sync: () => sync(ports),
    openDossiers: (caller, of) => openDossiers(ports, caller, of),
    unsent: (caller, request) => unsent(ports, caller, request),
    retrySync: (caller, code) => retrySync(ports, caller, code),
    reconcile: () => reconcile(ports),
    sealDays: () => sealDays(ports),
    erasure: (caller, code, wanted) => erasure(ports, caller, { code, wanted }),
  };
}
