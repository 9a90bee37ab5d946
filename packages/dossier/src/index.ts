export type { Actor } from "./actor.ts";
export type { Command, CommandType, GivenDocument } from "./command.ts";
export type { DueChange, EventBatch, EventBody, OpenedTask } from "./event.ts";
export type { PersonalRecord } from "./personal.ts";
export type { Position } from "./position.ts";
export type { DossierState, Phase } from "./state.ts";
export type { DecideContext, Decision } from "./decide.ts";
export { decide } from "./decide.ts";
