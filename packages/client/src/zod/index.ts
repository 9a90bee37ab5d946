// What emitted zod schemas import besides zod itself.
export { applies } from "./applies.ts";
export { codePointsBetween } from "./code-points-between.ts";
export { forbids } from "./forbids.ts";
export { meets } from "./meets.ts";
export { present } from "./present.ts";
