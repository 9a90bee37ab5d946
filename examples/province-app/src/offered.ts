import * as birth from "@dongthap/procedures/1.001193";
import * as maritalStatus from "@dongthap/procedures/1.004873";
import * as extract from "@dongthap/procedures/2.000635";

/** The procedures of this application, by the word that stands in its addresses. Each is an import of its own: a page pays for what it uses. */
export const OFFERED = { "khai-sinh": birth, "tinh-trang-hon-nhan": maritalStatus, "ban-sao-trich-luc": extract } as const;

/** A procedure of this application. */
export type Offered = (typeof OFFERED)[keyof typeof OFFERED];
