import { refuse, timeOf, will, type Foretellers } from "./foretold.ts";

/** A decision after a change of calendar. */
export const REDATE_FORETELLERS: Pick<Foretellers, "recompute-due"> = {
  "recompute-due": (shadow, command, times) => {
    const { actor } = command;
    const signs = Object.values(shadow.module.procedure.workflow.steps).some((step) => step.kind === "sign" && step.role === actor.role);
    if (actor.kind === "applicant" || (actor.kind === "officer" && (actor.unit !== shadow.competentUnit || !signs))) return refuse("not-your-task");
    if (shadow.acceptedAt === undefined || shadow.isOver() || shadow.pausedSince !== undefined || times.due === undefined) return refuse("redate-clock-stopped");
    const after = Date.parse(command.due);
    const problems = [
      ...(command.decision.trim() === "" ? ["decision-missing"] : []),
      ...(after > timeOf(command) ? [] : ["redate-date"]),
      ...(after === times.due ? ["redate-same"] : []),
    ];
    return problems.length > 0 ? refuse(...problems) : will(() => undefined);
  },
};
