import { join } from "node:path";
import type { Model } from "../assembly/read-model.ts";
import { AwsError } from "../aws-error.ts";
import { escapeXml } from "../endpoint/escape-xml.ts";
import type { AwsRequest, AwsResponse } from "../endpoint/aws-request.ts";
import type { Demand, Grants } from "../iam/grants.ts";
import type { Keyring } from "../iam/keyring.ts";
import type { Principal } from "../iam/principal.ts";
import { decodeChunked } from "./decode-chunked.ts";
import { listObjects } from "./list-objects.ts";
import { mayRemoveVersion, retentionOf } from "./object-lock.ts";
import { openObjectStore, type ObjectStore, type StoredObject } from "./object-store.ts";
import { checkPostPolicy } from "./post-policy.ts";
import { amzDate, parseCredential, presignedStringToSign, sameSignature, signV4 } from "./signature-v4.ts";
import { parseUploadForm } from "./upload-form.ts";

/** A request to S3; browsers bring no key of their own. */
export type StorageRequest = Omit<AwsRequest, "principal"> & { readonly principal: Principal | undefined };

/** The S3 buckets of the assembly. */
export interface Storage {
  readonly handle: (request: StorageRequest) => Promise<AwsResponse>;
  readonly close: () => void;
}

/** Options of {@link createStorage}. */
export interface StorageOptions {
  readonly model: Model;
  readonly directory: string;
  readonly grants: Grants;
  readonly keyring: Keyring;
  /** Local clock; signatures expire by the clock of whoever signed, which is the local one. */
  readonly now: () => Date;
}

interface Bucket {
  readonly name: string;
  readonly arn: string;
  readonly keyArn: string | undefined;
  readonly store: ObjectStore;
}

interface Call {
  readonly bucket: Bucket;
  readonly key: string;
  readonly request: StorageRequest;
  readonly by: Principal;
}

/** Creates S3 on the file system, path-style: `/<bucket>/<key>`. */
export function createStorage(options: StorageOptions): Storage {
  const buckets = new Map(options.model.ofType("AWS::S3::Bucket").map((resource) => [resource.ref, openBucket(resource, options)]));
  return {
    close: () => {
      for (const { store } of buckets.values()) store.close();
    },
    handle: async (request) => {
      const [name = "", ...rest] = request.url.pathname.slice(1).split("/").map(decodeURIComponent);
      const bucket = buckets.get(name);
      if (bucket === undefined) throw new AwsError("NoSuchBucket", "The specified bucket does not exist", { status: 404 });
      const key = rest.join("/");
      if (request.method === "POST" && key === "") return postForm(options, bucket, request);
      const by = request.principal ?? presignedBy(options, request);
      if (request.method === "PUT" && request.headers["x-amz-copy-source"] !== undefined) return copy(options, { bucket, key, request, by }, buckets);
      const operation = OPERATIONS[key === "" ? `${request.method} bucket` : request.method];
      if (operation === undefined) throw new AwsError("NotImplemented", `S3 ${request.method} is not known to the local runner`, { status: 501 });
      return operation(options, { bucket, key, request, by });
    },
  };
}

function openBucket(resource: Model["resources"][number], { directory, now }: StorageOptions): Bucket {
  const encryption = resource.properties["BucketEncryption"] as
    | { readonly ServerSideEncryptionConfiguration?: readonly { readonly ServerSideEncryptionByDefault?: { readonly KMSMasterKeyID?: string } }[] }
    | undefined;
  return {
    name: resource.ref,
    arn: resource.arn,
    keyArn: encryption?.ServerSideEncryptionConfiguration?.[0]?.ServerSideEncryptionByDefault?.KMSMasterKeyID,
    store: openObjectStore(join(directory, resource.ref), now, retentionOf(resource)),
  };
}

type Operation = (options: StorageOptions, call: Call) => Promise<AwsResponse> | AwsResponse;

const OPERATIONS: Readonly<Record<string, Operation>> = {
  PUT: async (options, call) => {
    const { headers, body } = call.request;
    const condition = headers["if-none-match"];
    mayWrite(options, call, condition === undefined ? {} : { context: { "s3:if-none-match": condition } });
    if (headers["x-amz-object-lock-mode"] !== undefined) throw new AwsError("NotImplemented", "the local runner keeps objects by the default retention of their bucket", { status: 501 });
    const chunked = /aws-chunked/.test(headers["content-encoding"] ?? "") || String(headers["x-amz-content-sha256"]).startsWith("STREAMING-");
    const metadata = Object.entries(headers).filter(([name]) => name.startsWith("x-amz-meta-")).map(([name, value]) => [name.slice(11), String(value)]);
    const stored = await call.bucket.store.put(call.key, chunked ? decodeChunked(body) : body, {
      contentType: headers["content-type"] ?? "binary/octet-stream",
      metadata: Object.fromEntries(metadata) as Record<string, string>,
      ifAbsent: condition === "*",
    });
    return { status: 200, headers: { etag: `"${stored.etag}"`, ...(stored.versionId === undefined ? {} : { "x-amz-version-id": stored.versionId }) }, body: "" };
  },
  GET: async (options, call) => {
    const stored = found(options, call);
    if (call.bucket.keyArn !== undefined) options.grants.demand(call.by, { actions: ["kms:Decrypt"], resource: call.bucket.keyArn });
    return { status: 200, headers: objectHeaders(stored, call.request.url), body: await call.bucket.store.read(stored) };
  },
  HEAD: (options, call) => {
    const stored = found(options, call);
    return { status: 200, headers: { ...objectHeaders(stored, call.request.url), "content-length": String(stored.size) }, body: "" };
  },
  DELETE: ({ grants, now }, { bucket, key, by, request }) => {
    const versionId = request.url.searchParams.get("versionId");
    if (versionId !== null) return removeVersion({ grants, now }, { bucket, key, by, versionId });
    grants.demand(by, { actions: ["s3:DeleteObject"], resource: `${bucket.arn}/${key}`, policyOf: bucket.arn });
    bucket.store.remove(key);
    return { status: 204, headers: {}, body: "" };
  },
  "GET bucket": ({ grants }, { bucket, by, request }) => {
    grants.demand(by, { actions: ["s3:ListBucket"], resource: bucket.arn, context: { "s3:prefix": request.url.searchParams.get("prefix") ?? "" } });
    return { status: 200, headers: { "content-type": "application/xml" }, body: listObjects(bucket.name, bucket.store, request.url.searchParams) };
  },
};

/** Whoever may not list a bucket is not told that an object is absent: 403 instead of 404. */
function found({ grants }: StorageOptions, { bucket, key, by, request }: Call): StoredObject {
  grants.demand(by, { actions: ["s3:GetObject"], resource: `${bucket.arn}/${key}`, policyOf: bucket.arn });
  const versionId = request.url.searchParams.get("versionId");
  const stored = versionId === null ? bucket.store.head(key) : bucket.store.version(key, versionId);
  if (stored !== undefined) return stored;
  if (!grants.wouldPermit(by, { actions: ["s3:ListBucket"], resource: bucket.arn })) throw new AwsError("AccessDenied", "Access Denied", { status: 403 });
  throw new AwsError(request.method === "HEAD" ? "NotFound" : "NoSuchKey", "The specified key does not exist.", { status: 404 });
}

function mayWrite({ grants }: StorageOptions, { bucket, key, by }: Omit<Call, "request">, about: Pick<Demand, "context"> = {}): void {
  grants.demand(by, { actions: ["s3:PutObject"], resource: `${bucket.arn}/${key}`, policyOf: bucket.arn, ...about });
  if (bucket.keyArn !== undefined) grants.demand(by, { actions: ["kms:GenerateDataKey"], resource: bucket.keyArn });
}

interface VersionCall extends Omit<Call, "request"> {
  readonly versionId: string;
}

/** A version under Object Lock is removed by nobody before its time. */
function removeVersion({ grants, now }: Pick<StorageOptions, "grants" | "now">, { bucket, key, by, versionId }: VersionCall): AwsResponse {
  grants.demand(by, { actions: ["s3:DeleteObjectVersion"], resource: `${bucket.arn}/${key}`, policyOf: bucket.arn });
  const stored = bucket.store.version(key, versionId);
  if (stored === undefined) throw new AwsError("NoSuchVersion", "The specified version does not exist.", { status: 404 });
  mayRemoveVersion(stored, now());
  bucket.store.removeVersion(stored);
  return { status: 204, headers: { "x-amz-version-id": versionId }, body: "" };
}

/** Headers that whoever signs an address may choose, as `response-<name>` in its query. */
const OVERRIDES = ["content-type", "content-disposition", "cache-control", "content-language", "content-encoding", "expires"] as const;

function objectHeaders(stored: StoredObject, url: URL): Readonly<Record<string, string>> {
  const metadata = Object.entries(stored.metadata).map(([name, value]) => [`x-amz-meta-${name}`, value] as const);
  const asked = OVERRIDES.flatMap((name) => {
    const value = url.searchParams.get(`response-${name}`);
    return value === null ? [] : [[name, value] as const];
  });
  return {
    etag: `"${stored.etag}"`,
    ...lockHeaders(stored),
    "content-type": stored.contentType,
    "last-modified": new Date(stored.lastModified).toUTCString(),
    ...Object.fromEntries(metadata),
    ...Object.fromEntries(asked),
  };
}

function lockHeaders({ versionId, retainUntil }: StoredObject): Readonly<Record<string, string>> {
  if (versionId === undefined || retainUntil === undefined) return {};
  return { "x-amz-version-id": versionId, "x-amz-object-lock-mode": "COMPLIANCE", "x-amz-object-lock-retain-until-date": retainUntil };
}

async function copy(options: StorageOptions, call: Call, buckets: ReadonlyMap<string, Bucket>): Promise<AwsResponse> {
  const [fromName = "", ...rest] = decodeURIComponent(String(call.request.headers["x-amz-copy-source"])).replace(/^\//, "").split("/");
  const from = buckets.get(fromName);
  if (from === undefined) throw new AwsError("NoSuchBucket", "The specified bucket does not exist", { status: 404 });
  const source = found(options, { ...call, bucket: from, key: rest.join("/") });
  mayWrite(options, call);
  const stored = await call.bucket.store.put(call.key, await from.store.read(source), source);
  const body = `<?xml version="1.0" encoding="UTF-8"?><CopyObjectResult><ETag>"${stored.etag}"</ETag><LastModified>${stored.lastModified}</LastModified></CopyObjectResult>`;
  return { status: 200, headers: { "content-type": "application/xml" }, body };
}

/** Who signed an address, its signature and its expiry checked. */
function presignedBy({ keyring, now }: StorageOptions, { method, url, headers }: StorageRequest): Principal {
  const query = url.searchParams;
  const scope = parseCredential(query.get("X-Amz-Credential") ?? "");
  const known = scope === undefined ? undefined : keyring.find(scope.accessKeyId);
  if (scope === undefined || known === undefined) throw new AwsError("AccessDenied", "Access Denied", { status: 403 });
  const expected = signV4(known.credentials.secretAccessKey, scope, presignedStringToSign({ method, url, headers }));
  if (!sameSignature(expected, query.get("X-Amz-Signature") ?? "")) {
    throw new AwsError("SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided.", { status: 403 });
  }
  const until = amzDate(query.get("X-Amz-Date") ?? "") + Number(query.get("X-Amz-Expires")) * 1000;
  if (!(now().getTime() < until)) throw new AwsError("AccessDenied", "Request has expired", { status: 403 });
  return known.principal;
}

async function postForm(options: StorageOptions, bucket: Bucket, { headers, body }: StorageRequest): Promise<AwsResponse> {
  const form = parseUploadForm(headers["content-type"] ?? "", body);
  if (form?.file === undefined) throw new AwsError("InvalidArgument", "POST requires exactly one file upload per request.");
  const { fields, file } = form;
  const scope = parseCredential(fields["x-amz-credential"] ?? "");
  const known = scope === undefined ? undefined : options.keyring.find(scope.accessKeyId);
  if (scope === undefined || known === undefined) throw new AwsError("AccessDenied", "Access Denied", { status: 403 });
  const expected = signV4(known.credentials.secretAccessKey, scope, fields["policy"] ?? "");
  if (!sameSignature(expected, fields["x-amz-signature"] ?? "")) {
    throw new AwsError("SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided.", { status: 403 });
  }
  checkPostPolicy(form, bucket.name, options.now().getTime());
  const key = (fields["key"] ?? "").replaceAll("${filename}", file.name);
  mayWrite(options, { bucket, key, by: known.principal });
  const stored = await bucket.store.put(key, file.bytes, { contentType: fields["content-type"] ?? "binary/octet-stream", metadata: {} });
  return posted(fields, { bucket: bucket.name, key, etag: stored.etag });
}

function posted(fields: Readonly<Record<string, string>>, stored: { readonly bucket: string; readonly key: string; readonly etag: string }): AwsResponse {
  const target = fields["success_action_redirect"];
  const headers = { etag: `"${stored.etag}"` };
  if (target !== undefined && URL.canParse(target)) {
    const location = new URL(target);
    for (const [name, value] of Object.entries(stored)) location.searchParams.set(name, name === "etag" ? `"${value}"` : value);
    return { status: 303, headers: { ...headers, location: location.href }, body: "" };
  }
  if (fields["success_action_status"] !== "201") return { status: fields["success_action_status"] === "200" ? 200 : 204, headers, body: "" };
  const body = `<?xml version="1.0" encoding="UTF-8"?><PostResponse><Bucket>${stored.bucket}</Bucket><Key>${escapeXml(stored.key)}</Key><ETag>"${stored.etag}"</ETag></PostResponse>`;
  return { status: 201, headers: { ...headers, "content-type": "application/xml" }, body };
}
