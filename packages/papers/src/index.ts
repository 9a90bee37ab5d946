export { FONT_FOLDER, fontFiles } from "./font-files.ts";
export type { Acceptance, IssuingUnit, Party, ReceiptData, ReceiptFee, ReceivedDocument, Tracking } from "./receipt-data.ts";
export { renderReceipt } from "./render-receipt.ts";
