export { createPortal } from "./create-portal.tsx";
export type { PortalOptions } from "./portal-options.ts";
export type { CodeList } from "./form/code-list.ts";
export type { FormPreview, ShownForm } from "./preview/form-preview.tsx";
export { formPreview, PORTAL_STYLE, readFormPreview } from "./preview/form-preview.tsx";
