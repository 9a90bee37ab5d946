export type { Language, Text } from "./text.ts";
export { textIn } from "./text.ts";
export type { Problem, Result } from "./problem.ts";
export { isError, ok, refused } from "./problem.ts";
export type {
  AgreedLimit, Cel, Channel, ClockPolicy, DocumentDefinition, DocumentGroup, DocumentMode, DocumentRequirement, DurationText, Fee, FeeAmount, FeeReductionRule, FoundLimit, Gate,
  LegalBasis, Level, Limit, Parameter, PartUnit, PartyPointers, PausePolicy, ProcedureCase, ProcedureFile, Question, ResultDefinition, ResultDuty, ResultValidity, Role,
} from "./definition.ts";
export type {
  ApplicantStep, ConfirmStep, ConsultStep, ForkBranch, ForkStep, HumanStep, Join, LegalWindow, NationalStatus, PartyName, RegisterStep, Step, StepKind, Target, WaitStep, WorkflowFile,
} from "./workflow.ts";
export { STEP_KINDS } from "./workflow.ts";
export type { FormSchema, Rule, Section } from "./form.ts";
export type { CompiledExpression, Procedure, Sample, SampleAct, SampleDocument, SampleExpectation } from "./procedure.ts";
export type { Expression, Facts, ProcedureModule } from "./module.ts";
export { evaluate } from "./module.ts";
export { madeResults } from "./made-results.ts";
export { conditionTexts } from "./condition-texts.ts";
export { documentList } from "./document-list.ts";
export { localSettings, type NamedVersion, versionKey } from "./local-settings.ts";
export { type Money, moneyText } from "./money.ts";
export type { Counting, ExtraStep, LocalFee, LocalSettings, Province, Unit } from "./province.ts";
export { branchFact, isPlainFork, joinFact, joinFacts, neededOf } from "./fork-join.ts";
export type { BranchEnd, BranchStatus, ForkMove, Position } from "./fork-join.ts";
export { unitCalendar } from "./unit-calendar.ts";
export { windowSteps } from "./window-steps.ts";
export { advance, enter, isConditional, openSteps, skipTarget, whenFact } from "./route.ts";
export type { Arrival, RouteEnd, Routed } from "./route.ts";
export { jsonText } from "./json-text.ts";
export { canonicalJson } from "./canonical-json.ts";
export { pointerOf, segment, segmentsOf } from "./json-pointer.ts";
