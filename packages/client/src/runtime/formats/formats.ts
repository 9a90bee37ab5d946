import { datePartial } from "./date-partial.ts";
import { date } from "./date.ts";
import { email } from "./email.ts";
import { commune } from "./vn-commune.ts";
import { enterpriseCode } from "./vn-enterprise-code.ts";
import { personName } from "./vn-person-name.ts";
import { personalId } from "./vn-personal-id.ts";
import { phone } from "./vn-phone.ts";
import { province } from "./vn-province.ts";
import type { Format } from "./format.ts";

const ALL: readonly Format[] = [date, datePartial, email, commune, enterpriseCode, personName, personalId, phone, province];

/** Every format a form may name, by its name. Register their tests in any other validator, so that all judge alike. */
export const FORMATS: Readonly<Record<string, Format>> = Object.fromEntries(ALL.map((format) => [format.name, format]));
