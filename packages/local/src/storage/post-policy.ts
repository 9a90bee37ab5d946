import { AwsError } from "../aws-error.ts";
import type { UploadForm } from "./upload-form.ts";

interface Policy {
  readonly expiration: string;
  readonly conditions: readonly (readonly [string, unknown, unknown] | Readonly<Record<string, string>>)[];
}

/** Fields every form may hold without the policy naming them. */
const FREE = /^(x-amz-signature|file|policy|x-ignore-.*)$/;

const refused = (message: string) => new AwsError("AccessDenied", `Invalid according to Policy: ${message}`, { status: 403 });

/**
 * Holds a form against the policy it carries, as S3 does: not expired, every condition met, no field beside them.
 * @throws AwsError `AccessDenied`, `EntityTooLarge` or `EntityTooSmall`
 */
export function checkPostPolicy(form: UploadForm, bucket: string, now: number): void {
  const policy = JSON.parse(Buffer.from(form.fields["policy"] ?? "", "base64").toString("utf8")) as Policy;
  if (Date.parse(policy.expiration) <= now) throw refused("Policy expired.");
  const values: Readonly<Record<string, string>> = { ...form.fields, bucket };
  const named = new Set<string>();
  for (const condition of policy.conditions) {
    for (const [operator, field, wanted] of listed(condition)) {
      if (operator === "content-length-range") checkSize(form.file?.bytes.length ?? 0, Number(field), Number(wanted));
      else {
        named.add(field);
        if (!holds(operator, values[field] ?? "", String(wanted))) throw refused(`Policy Condition failed: ["${operator}", "$${field}", "${String(wanted)}"]`);
      }
    }
  }
  for (const field of Object.keys(form.fields)) {
    if (!named.has(field) && !FREE.test(field)) throw refused(`Extra input fields: ${field}`);
  }
}

function listed(condition: Policy["conditions"][number]): readonly (readonly [string, string, unknown])[] {
  if (!Array.isArray(condition)) return Object.entries(condition).map(([field, value]) => ["eq", field.toLowerCase(), value] as const);
  const [operator, field, wanted] = condition as readonly [string, unknown, unknown];
  return [[operator.toLowerCase(), String(field).replace(/^\$/, "").toLowerCase(), wanted]];
}

function holds(operator: string, actual: string, wanted: string): boolean {
  return operator === "starts-with" ? actual.startsWith(wanted) : operator === "eq" && actual === wanted;
}

function checkSize(size: number, least: number, most: number): void {
  if (size > most) throw new AwsError("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size");
  if (size < least) throw new AwsError("EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
}
