import type { Frame } from "../execution/frame.ts";
import type { Json } from "../json.ts";
import type { Draft } from "./draft.ts";

/** What happens to a task. */
export type TaskMoment = "Scheduled" | "Started" | "Submitted" | "Succeeded" | "Failed" | "TimedOut";

const FUNCTION = /^arn:[^:]+:lambda:/;
const INTEGRATION = /^arn:[^:]+:states:[^:]*:[^:]*:(?<type>[^:]+(?::[^:]+)*):(?<resource>[^:]+)$/;

/** Writes an event of a task, named as AWS names it for the resource: a function by its ARN, or an integration. */
export function taskEvent(draft: Draft, frame: Frame, { moment, resource, details }: { readonly moment: TaskMoment; readonly resource: string; readonly details: Readonly<Record<string, Json | undefined>> }): Frame {
  if (FUNCTION.test(resource)) {
    const { parameters, region: _region, ...rest } = details;
    const detail: Readonly<Record<string, Json | undefined>> = moment === "Scheduled" ? { resource, input: parameters, ...rest } : rest;
    return draft.event(frame, `LambdaFunction${moment}`, moment === "Started" ? {} : detail);
  }
  const parts = INTEGRATION.exec(resource)?.groups;
  return draft.event(frame, `Task${moment}`, { resourceType: parts?.["type"] ?? "", resource: parts?.["resource"] ?? resource, ...details });
}
