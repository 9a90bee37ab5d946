import { createHash, createHmac, timingSafeEqual } from "node:crypto";

const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();

/** Scope of a signature: `<key>/<day>/<region>/<service>/aws4_request`. */
export interface CredentialScope {
  readonly accessKeyId: string;
  readonly day: string;
  readonly region: string;
  readonly service: string;
}

/** Reads `X-Amz-Credential`. */
export function parseCredential(credential: string): CredentialScope | undefined {
  const [accessKeyId, day, region, service, end] = credential.split("/");
  if (accessKeyId === undefined || day === undefined || region === undefined || service === undefined || end !== "aws4_request") return undefined;
  return { accessKeyId, day, region, service };
}

/** The signature (hex) of a string to sign, AWS Signature Version 4. */
export function signV4(secret: string, { day, region, service }: CredentialScope, stringToSign: string): string {
  const key = [region, service, "aws4_request"].reduce((derived: Buffer, part) => hmac(derived, part), hmac(`AWS4${secret}`, day));
  return hmac(key, stringToSign).toString("hex");
}

/** Compares signatures without telling by its time where they differ. */
export function sameSignature(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
}

/** What a presigned address signs. */
export interface PresignedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** The string to sign of a presigned address, from its own query. */
export function presignedStringToSign({ method, url, headers }: PresignedRequest): string {
  const query = [...url.searchParams]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort();
  const signed = (url.searchParams.get("X-Amz-SignedHeaders") ?? "host").split(";");
  const canonicalHeaders = signed.map((name) => `${name}:${String(headers[name] ?? "").trim()}\n`).join("");
  const hash = url.searchParams.get("X-Amz-Content-Sha256") ?? "UNSIGNED-PAYLOAD";
  const path = url.pathname.split("/").map((segment) => encode(decodeURIComponent(segment))).join("/");
  const canonical = [method, path, query.join("&"), canonicalHeaders, signed.join(";"), hash].join("\n");
  const scope = (url.searchParams.get("X-Amz-Credential") ?? "").split("/").slice(1).join("/");
  const hashed = createHash("sha256").update(canonical).digest("hex");
  return ["AWS4-HMAC-SHA256", url.searchParams.get("X-Amz-Date"), scope, hashed].join("\n");
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** `20260105T081500Z` as a time in milliseconds. */
export function amzDate(text: string): number {
  return Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
}
