import { consult } from "./templates/consult.ts";
import { counter } from "./templates/counter.ts";
import { inspect } from "./templates/inspect.ts";
import { simple } from "./templates/simple.ts";
import { verify } from "./templates/verify.ts";
import type { WorkflowTemplate } from "./workflow-template.ts";

/** The shapes `motcua new` offers, the plainest first. */
export const TEMPLATES: readonly WorkflowTemplate[] = [simple, counter, consult, inspect, verify];
