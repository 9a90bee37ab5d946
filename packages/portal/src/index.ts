export { createPortal } from "./create-portal.tsx";
export type { PortalOptions } from "./portal-options.ts";
export type { CodeList } from "./form/code-list.ts";
