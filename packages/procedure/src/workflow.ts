import type { Cel, DurationText } from "./definition.ts";
import type { Text } from "./text.ts";

/** The closed set of step kinds. */
export const STEP_KINDS = [
  "intake", "task", "inspect", "attend", "pay", "sign", "seal", "return",
  "confirm", "consult", "register", "wait", "fork",
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** Where an outcome leads: a step's id, or `@end`, `@stop`, `@refuse`; in a fork's branch `@join`, it has succeeded, or `@fail`, it has not. */
export type Target = string;

/** The ten national status codes (trạng thái hồ sơ) of the National Public Service Portal. */
export type NationalStatus = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

interface StepBase {
  readonly name: Text;
  /** Skipped when this does not hold: the route goes on by `skip`, the first `next` where absent. */
  readonly when?: Cel;
  readonly skip?: Target;
  /** The office's own allocation inside the legal limit. */
  readonly time?: DurationText;
  readonly legalLimit?: { readonly time: DurationText; readonly source: string };
  /** National status projected while the step is open; each kind has its default. */
  readonly status?: NationalStatus;
  /** Labels of the outcomes that have no built-in one. */
  readonly outcomes?: Readonly<Record<string, Text>>;
  /** The legal clock stands still while the step is open, and runs on with what was left: somebody else's time. */
  readonly offClock?: { readonly why: Text; readonly source?: string };
  readonly source?: string;
}

/**
 * When a fork or a consultation goes on. `all`, `any` and a `quorum` of those that apply are decided as soon as they are
 * certain; `settled` waits for every one, and goes on by whether all, some or none of them succeeded.
 */
export type Join = "all" | "any" | "settled" | { readonly quorum: number };

/** People of the form: one of `parties`, or all its signers. */
export type PartyName = "submitter" | "owner" | "signers";

/** Work of a person who holds `role`: every human kind has this shape. */
export interface HumanStep extends StepBase {
  readonly kind: "intake" | "task" | "inspect" | "attend" | "pay" | "sign" | "seal" | "return";
  readonly role: string;
  /** A small form the officer fills: a `$ref` into the form schema's `$defs`; read in CEL as `steps.<id>`. */
  readonly record?: string;
  /** What has to hold for an outcome to be chosen, the step's own record included: what is recorded and what is concluded never contradict each other. */
  readonly outcomeWhen?: Readonly<Record<string, Cel>>;
  /** How many times an outcome that leads back may be chosen in the life of a dossier: after that it is refused, and not offered. */
  readonly atMost?: Readonly<Record<string, number>>;
  /** Another step: whoever did it last may not do this one (four eyes). */
  readonly notSameAs?: string;
  /** `sign` and `seal`: the result they concern. */
  readonly result?: string;
  /** `return`: the results handed over; all of the procedure where absent. `sign` and `seal`, in the place of `result`: several, of which those that are issued by what is known then. */
  readonly results?: readonly string[];
  /** `attend`: who has to come. */
  readonly who?: PartyName;
  /** `attend`: JSON Pointer of the day they mean to come. */
  readonly appointment?: string;
  /** `task`, `inspect`: how long somebody has. `attend`: nobody within this time counts as `absent`. `pay`: what is not paid within it is stopped (form 05), refused before acceptance (form 03). */
  readonly within?: DurationText;
  /** `task`, `inspect`: the outcome that nothing done within the time counts as. */
  readonly silence?: string;
  readonly next: Readonly<Record<string, Target>>;
}

/** Work the applicant does within a time and tells of, with outcomes of its own: nothing told counts as `silence`. */
export interface ApplicantStep extends StepBase {
  readonly kind: "task";
  readonly by: "applicant";
  readonly within: DurationText;
  readonly silence: string;
  /** What they tell: a `$ref` into the form schema's `$defs`; read in CEL as `steps.<id>`. */
  readonly record?: string;
  /** What has to hold for an outcome to be chosen. */
  readonly outcomeWhen?: Readonly<Record<string, Cel>>;
  readonly next: Readonly<Record<string, Target>>;
}

/** The applicant confirms a draft; silence within the time counts as `silence`. */
export interface ConfirmStep extends StepBase {
  readonly kind: "confirm";
  readonly within: DurationText;
  readonly silence: string;
  readonly next: Readonly<Record<string, Target>>;
}

/** Units asked for an opinion or a verification; all of them are asked at once. */
export interface ConsultStep extends StepBase {
  readonly kind: "consult";
  /** List of commune codes; or fixed agencies by id. */
  readonly units?: Cel;
  /** `unit`: one of the procedure's `units`, whose people answer themselves where the province has it. */
  readonly agencies?: readonly { readonly id: string; readonly name: Text; readonly when?: Cel; readonly unit?: string }[];
  readonly within: DurationText;
  /** What no answer in time means; without it the step waits and is late. */
  readonly silence?: "agreed" | "objected" | "not-answered";
  /** `any`: the first answer is enough; a quorum counts those who agree. */
  readonly join: Join;
  /** `apologise`: asking moves the due date by `within`, with form 04. */
  readonly extension?: "apologise";
  /** `answered` (all agreed or answered), `objected` (one objects, or the quorum cannot be had any more), and `silent` where silence is no consent. Settled: `all`, `some` or `none` of them agreed. */
  readonly next: Readonly<Record<string, Target>>;
}

/** A call to another system. Outcomes `done`, `rejected`, `unavailable`. */
export interface RegisterStep extends StepBase {
  readonly kind: "register";
  readonly system: string;
  readonly operation: string;
  readonly authoritative?: boolean;
  readonly next: Readonly<Record<string, Target>>;
}

/** A legal wait: public posting (niêm yết), or for a reason of its own. Outcomes `elapsed`, `objected`; the latter has a name of its own unless it is a posting. */
export interface WaitStep extends StepBase {
  readonly kind: "wait";
  /** `posting`, or what is waited for in words. */
  readonly for: "posting" | Text;
  readonly duration: DurationText;
  readonly role: string;
  readonly next: Readonly<Record<string, Target>>;
}

/** One branch of a fork: from its start to `@join`, or to `@fail`. */
export interface ForkBranch {
  readonly name: Text;
  readonly start: string;
  /** Left out when this does not hold: it counts neither as succeeded nor as failed. */
  readonly when?: Cel;
  /** National code of the procedure the branch is of its own, in an interlinked one (liên thông). */
  readonly procedure?: string;
  /** Whose part it is: one of the procedure's `units`. What is late in the branch is late there. */
  readonly unit?: string;
  /** The legal time of the branch, counted from when it is entered. */
  readonly limit?: { readonly time: DurationText; readonly cutOff?: string; readonly source: string };
  /** Results that are the branch's own: none of them is issued where it has not succeeded. */
  readonly results?: readonly string[];
}

/**
 * Branches that run side by side. What has succeeded stays when others fail: its results are handed over. Outcomes `joined`
 * and, where a branch may fail, `failed`; of a settled fork `all`, `some` and `none`. A fork that is decided before all of
 * its branches have ended takes the open work of the others back.
 */
export interface ForkStep extends StepBase {
  readonly kind: "fork";
  readonly branches: Readonly<Record<string, ForkBranch>>;
  readonly join: Join;
  readonly next: Readonly<Record<string, Target>>;
}

/** One step of a workflow. */
export type Step = HumanStep | ApplicantStep | ConfirmStep | ConsultStep | RegisterStep | WaitStep | ForkStep;

/**
 * A time the law gives several steps together ("the commune checks and forwards within three working days"). It runs while
 * the dossier stands at one of them: from when it comes to the first until it has left the last.
 */
export interface LegalWindow {
  readonly id: string;
  readonly name: Text;
  /** The first step; whatever leads from it to `to` is in the window. */
  readonly from: string;
  /** The last step; the same as `from` for a window of one step. */
  readonly to: string;
  readonly limit: DurationText;
  readonly source: string;
}

/** `workflow.json` as written: the way the office works, not a state machine. */
export interface WorkflowFile {
  readonly $schema?: string;
  readonly start: string;
  readonly steps: Readonly<Record<string, Step>>;
  readonly windows?: readonly LegalWindow[];
}
