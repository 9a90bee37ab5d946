import type { StepKind } from "@motcua/procedure";
import type { Command } from "../../command.ts";
import { onTask, refuse, timeOf, will, type Foretold, type Foretellers } from "./foretold.ts";
import type { Shadow } from "./shadow.ts";

const WORKS: ReadonlySet<StepKind> = new Set(["task", "inspect", "attend", "sign", "seal"]);

/** More time with an apology: asked for by one, approved by another. */
export const EXTENSION_FORETELLERS: Pick<Foretellers, "request-extension" | "approve-extension" | "reject-extension"> = {
  "request-extension": (shadow, command, times) =>
    onTask(shadow, command, (task) => {
      const at = timeOf(command);
      if (!WORKS.has(shadow.kind(task) ?? "fork") || task.assignee.kind === "applicant") return refuse("extension-not-here");
      if (shadow.acceptedAt === undefined || shadow.isOver() || shadow.pausedSince !== undefined || times.due === undefined) return refuse("extension-clock-stopped");
      const until = times.endOf(command.until);
      const approver = Object.values(shadow.module.procedure.workflow.steps).findLast((step) => step.kind === "sign");
      const problems = [
        ...(command.reason.trim() === "" ? ["reason-missing"] : []),
        ...(at > times.due + shadow.uncounted ? ["extension-too-late"] : []),
        ...(shadow.extension === undefined ? [] : ["extension-pending"]),
        ...(shadow.extensions >= 1 ? ["extension-limit"] : []),
        ...(until > times.due ? [] : ["extension-not-later"]),
      ];
      if (problems.length > 0 || approver?.kind !== "sign") return refuse(...problems);
      return will(() => {
        const id = `@extension@${shadow.seq}`;
        shadow.put({ id, step: "@extension", assignee: { kind: "role", unit: shadow.unitOf(approver.role).unit, role: approver.role }, since: at });
        shadow.extension = { task: id, by: command.actor.id, until };
      });
    }),
  "approve-extension": (shadow, command, times) =>
    onExtension(shadow, command, ({ until }) => {
      const at = timeOf(command);
      if (shadow.isOver() || shadow.pausedSince !== undefined || times.due === undefined) return refuse("extension-clock-stopped");
      if (at > times.due + shadow.uncounted) return refuse("extension-too-late");
      if (until <= times.due) return refuse("extension-not-later");
      return will(() => {
        shadow.close(command.task, at);
        shadow.extensions += 1;
      });
    }),
  "reject-extension": (shadow, command) =>
    onExtension(shadow, command, () => (command.reason.trim() === "" ? refuse("reason-missing") : will(() => shadow.close(command.task, timeOf(command))))),
};

function onExtension(shadow: Shadow, command: Command & { readonly task: string }, then: (extension: NonNullable<Shadow["extension"]>) => Foretold): Foretold {
  return onTask(shadow, command, () => {
    const { extension } = shadow;
    if (extension?.task !== command.task) return refuse("not-your-task");
    return extension.by === command.actor.id ? refuse("four-eyes") : then(extension);
  });
}
