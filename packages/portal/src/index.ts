export { createPortal } from "./create-portal.tsx";
export type { PortalOptions } from "./portal-options.ts";
export type { CodeList } from "./form/code-list.ts";
export type { FormPreview, ShownForm } from "./preview/form-preview.tsx";
export type { PreviewedDraft } from "./preview/preview-draft.ts";
export { draftProcedure, previewDraft } from "./preview/preview-draft.ts";
export { formPreview, PORTAL_STYLE, readFormPreview } from "./preview/form-preview.tsx";
