import type { FormSchema } from "../../form.ts";
import type { Problem } from "../../problem.ts";
import type { BundledForm } from "../form/bundle-refs.ts";
import { formProblem } from "../form/form-place.ts";
import { resolveRef } from "../form/object-shape.ts";
import { inEverySchema, type SchemaPlace } from "../form/visit-schema.ts";
import { pointerOf } from "../../json-pointer.ts";
import type { ParsedFile } from "../source/parsed-file.ts";

type DataClass = "personal" | "sensitive";

/** Formats that only a person's data have. */
const BY_FORMAT: Readonly<Record<string, DataClass>> = { "vn-personal-id": "personal", "vn-person-name": "personal", "vn-phone": "personal", email: "personal" };

/** Words in the key of a field that is probably a person's, by class. @see Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15, Điều 2 */
const BY_NAME: readonly (readonly [pattern: RegExp, found: DataClass])[] = [
  [/(^|_)(dan_toc|ton_giao|suc_khoe|benh|nhom_mau|khuyet_tat|tien_an|van_tay|sinh_trac)(_|$)/, "sensitive"],
  [/(^|_)(ho_ten|ho_va_ten|ho_dem|so_dinh_danh|cccd|cmnd|ho_chieu|ngay_sinh|nam_sinh|gioi_tinh|dien_thoai|so_dt|email|thu_dien_tu|dia_chi|noi_cu_tru|thuong_tru|tam_tru|que_quan|noi_sinh|quoc_tich|ma_so_thue|tai_khoan|bien_so)(_|$)/, "personal"],
];

/** Fields that look like a person's data and do not say of which class, or say a lower one than their format has. */
export function checkPersonalData(form: ParsedFile, bundled: BundledForm): readonly Problem[] {
  return misclassified(bundled.form, BY_FORMAT).map((found) => formProblem(form, bundled, found));
}

const misclassified = inEverySchema((place: SchemaPlace, form: FormSchema) => (isField(place) ? fieldFaults(place, form) : []));

function fieldFaults({ schema, path }: SchemaPlace, form: FormSchema): readonly Parameters<typeof formProblem>[2][] {
  const name = String(path.at(-1));
  const field = resolveRef(schema, form);
  const told = field["x-data"];
  const byFormat = BY_FORMAT[field.format ?? ""];
  const at = pointerOf(path);
  if (told === undefined) {
    const looks = byFormat ?? BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
    return looks === undefined || holdsFields(field) ? [] : [{ code: "personal-data-class-missing", pointer: at, spot: "key", given: { name } }];
  }
  if (byFormat === undefined || told !== "none") return [];
  const pointer = schema["x-data"] === undefined ? at : `${at}/x-data`;
  return [{ code: "personal-data-class-low", pointer, given: { name, found: told, expected: byFormat } }];
}

/** An object or a list is as personal as what is in it, which says so itself. */
function holdsFields({ properties, items }: FormSchema): boolean {
  return properties !== undefined || items !== undefined;
}

/** Whether a schema describes a field, and not a condition on one. */
function isField({ path }: SchemaPlace): boolean {
  return path.at(-2) === "properties" && !path.some((segment, index) => CONDITIONS.has(String(segment)) && path[index - 1] !== "properties");
}

const CONDITIONS: ReadonlySet<string> = new Set(["if", "then", "else", "not", "allOf", "anyOf"]);
