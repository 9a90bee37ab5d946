export { hasPoppler } from "./poppler.ts";
export { qrOn } from "./qr-on.ts";
export { SAMPLE_CONTROL, SAMPLE_EXTENSION, SAMPLE_REFUSAL, SAMPLE_REGISTER, SAMPLE_STOP, SAMPLE_SUPPLEMENT, sampleLine } from "./sample-papers.ts";
export { SAMPLE_RECEIPT } from "./sample-receipt.ts";
