import type { Resource } from "../assembly/read-model.ts";
import { AwsError } from "../aws-error.ts";
import type { StoredObject } from "./object-store.ts";

/** How long a new object of a bucket cannot be removed; milliseconds. */
export interface Retention {
  readonly mode: "COMPLIANCE";
  readonly milliseconds: number;
}

const DAY = 86_400_000;

/** The default retention of a bucket under Object Lock; `undefined` for a bucket without. @throws Error naming a bucket whose lock is not known here */
export function retentionOf({ logicalId, properties }: Resource): Retention | undefined {
  if (properties["ObjectLockEnabled"] !== true) return undefined;
  const { Rule: rule } = (properties["ObjectLockConfiguration"] ?? {}) as { readonly Rule?: { readonly DefaultRetention?: { readonly Mode?: string; readonly Days?: number; readonly Years?: number } } };
  const { Mode: mode, Days: days, Years: years } = rule?.DefaultRetention ?? {};
  if (mode !== "COMPLIANCE" || (days === undefined && years === undefined)) throw new Error(`bucket ${logicalId} is under Object Lock without a default retention in compliance mode, which the local runner does not know`);
  return { mode, milliseconds: (days ?? 0) * DAY + (years ?? 0) * 365 * DAY };
}

/** @throws AwsError `AccessDenied` while a version may not be removed: nobody may, the administrator included */
export function mayRemoveVersion(stored: StoredObject, now: Date): void {
  if (stored.retainUntil !== undefined && now.getTime() < Date.parse(stored.retainUntil)) {
    throw new AwsError("AccessDenied", "Access Denied because object protected by object lock.", { status: 403 });
  }
}
