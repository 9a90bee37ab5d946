// What emitted zod schemas import besides zod itself.
export { applies } from "./applies.ts";
export { forbids } from "./forbids.ts";
export { meets } from "./meets.ts";
export { present } from "./present.ts";
