import { createPublicKey, verify } from "node:crypto";
import { statSync } from "node:fs";
import { join } from "node:path";
import { GetPublicKeyCommand, KMSClient, SignCommand, VerifyCommand } from "@aws-sdk/client-kms";
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readAssembly } from "../src/assembly/read-assembly.ts";
import { readModel } from "../src/assembly/read-model.ts";
import { createGrants } from "../src/iam/grants.ts";
import { createKeyring } from "../src/iam/keyring.ts";
import type { LocalShop } from "../src/index.ts";
import { createKeyService } from "../src/keys/key-service.ts";
import { createStorage } from "../src/storage/storage-service.ts";
import { LOCK_DAYS as DAYS, withSeals } from "./fixture-seals.ts";
import { fixturePlace } from "./fixture-shop.ts";

const Bucket = "fixture-seals";

const place = fixturePlace(withSeals);
let shop: LocalShop;
let s3: S3Client;
let kms: KMSClient;
let KeyId: string;

async function start(): Promise<void> {
  shop = await place.start();
  const { AWS_ENDPOINT_URL = "", AWS_REGION = "", AWS_ACCESS_KEY_ID = "", AWS_SECRET_ACCESS_KEY = "", AWS_SESSION_TOKEN = "" } = shop.administrator;
  const options = { endpoint: AWS_ENDPOINT_URL, region: AWS_REGION, credentials: { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY, sessionToken: AWS_SESSION_TOKEN } };
  [s3, kms] = [new S3Client(options), new KMSClient(options)];
  KeyId = String(shop.outputs["SigningKey"]);
}

beforeAll(start);
afterAll(async () => {
  await shop.close();
  place.remove();
});

const SIGNED = { Message: Buffer.from("một ngày"), MessageType: "RAW", SigningAlgorithm: "ECDSA_SHA_256" } as const;

describe("a signing key", () => {
  test("signs so that its public half alone checks it, here and by Node", async () => {
    const { Signature, KeyId: signedBy } = await kms.send(new SignCommand({ KeyId, ...SIGNED }));
    const { PublicKey, KeySpec, SigningAlgorithms } = await kms.send(new GetPublicKeyCommand({ KeyId }));
    expect(signedBy).toBe(KeyId);
    expect({ KeySpec, SigningAlgorithms }).toEqual({ KeySpec: "ECC_NIST_P256", SigningAlgorithms: ["ECDSA_SHA_256"] });
    const key = createPublicKey({ key: Buffer.from(PublicKey ?? []), format: "der", type: "spki" });
    expect(verify("sha256", SIGNED.Message, key, Signature ?? new Uint8Array())).toBe(true);
    expect(await kms.send(new VerifyCommand({ KeyId, ...SIGNED, Signature }))).toMatchObject({ SignatureValid: true });
  });

  test("refuses the signature of another message, another algorithm, a digest, a message too long and a key that is not there", async () => {
    const { Signature } = await kms.send(new SignCommand({ KeyId, ...SIGNED }));
    await expect(kms.send(new VerifyCommand({ KeyId, ...SIGNED, Message: Buffer.from("ngày khác"), Signature }))).rejects.toMatchObject({ name: "KMSInvalidSignatureException" });
    await expect(kms.send(new SignCommand({ KeyId, ...SIGNED, SigningAlgorithm: "RSASSA_PSS_SHA_256" }))).rejects.toMatchObject({ name: "ValidationException" });
    await expect(kms.send(new SignCommand({ KeyId, ...SIGNED, MessageType: "DIGEST" }))).rejects.toMatchObject({ name: "ValidationException" });
    await expect(kms.send(new SignCommand({ KeyId, ...SIGNED, Message: Buffer.alloc(4097) }))).rejects.toMatchObject({ name: "ValidationException" });
    await expect(kms.send(new SignCommand({ ...SIGNED, KeyId: `${KeyId}x` }))).rejects.toMatchObject({ name: "NotFoundException" });
  });

  test("is the same after a restart, and readable by its owner only", async () => {
    const { PublicKey: before } = await kms.send(new GetPublicKeyCommand({ KeyId }));
    await shop.close();
    await start();
    const { PublicKey: after } = await kms.send(new GetPublicKeyCommand({ KeyId }));
    expect(Buffer.from(after ?? []).equals(Buffer.from(before ?? []))).toBe(true);
    expect(statSync(join(place.directory, "data", "keys", `${KeyId.split("/").at(-1)}.pem`)).mode & 0o077).toBe(0);
  });

  test("refuses a kind of key that is not known here", async () => {
    const other = fixturePlace(({ Resources }) => {
      Resources["Signing"] = { Type: "AWS::KMS::Key", Properties: { KeySpec: "RSA_2048", KeyUsage: "SIGN_VERIFY" } };
    });
    await expect(other.start()).rejects.toThrow("RSA_2048");
    other.remove();
  });
});

describe("who may sign and write", () => {
  const bench = fixturePlace(withSeals);
  const model = readModel(readAssembly(join(bench.directory, "assembly")));
  const writer = { name: "Writer", roleArn: model.ofType("AWS::IAM::Role").find(({ logicalId }) => logicalId === "Writer")?.arn ?? "" };
  const denials: string[] = [];
  const grants = createGrants({ model, onDenial: ({ action, reason }) => denials.push(`${action} ${reason}`) });
  const storage = createStorage({ model, grants, directory: join(bench.directory, "files"), keyring: createKeyring("secret"), now: () => new Date() });
  const put = (headers: Record<string, string>) =>
    storage.handle({ method: "PUT", url: new URL(`http://localhost/${Bucket}/a`), headers, body: Buffer.from("a"), principal: writer });
  afterAll(() => {
    storage.close();
    bench.remove();
  });

  test("refuses a write that may hide an earlier one, although the role may write", async () => {
    expect((await put({ "if-none-match": "*" })).status).toBe(200);
    await expect(put({})).rejects.toMatchObject({ code: "AccessDeniedException" });
    await expect(put({ "if-none-match": "*" })).rejects.toMatchObject({ code: "PreconditionFailed" });
    expect(denials).toEqual(["s3:PutObject explicit-deny"]);
  });

  test("refuses to sign, to tell the key and to remove a version for whoever was not granted it", async () => {
    denials.length = 0;
    const keys = createKeyService({ model, grants, directory: join(bench.directory, "keys") });
    const KeyId = model.ofType("AWS::KMS::Key").find(({ logicalId }) => logicalId === "Signing")?.arn as never;
    for (const operation of ["Sign", "GetPublicKey", "Verify"]) expect(() => keys[operation]?.({ KeyId }, writer), operation).toThrow(`kms:${operation}`);
    const url = new URL(`http://localhost/${Bucket}/a?versionId=x`);
    await expect(storage.handle({ method: "DELETE", url, headers: {}, body: Buffer.alloc(0), principal: writer })).rejects.toThrow("s3:DeleteObjectVersion");
    expect(denials).toHaveLength(4);
  });
});

describe("an object under Object Lock", () => {
  const put = (Key: string, Body: string, more = {}) => s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
  const read = async (Key: string, VersionId?: string) => (await s3.send(new GetObjectCommand({ Bucket, Key, VersionId }))).Body?.transformToString();

  test("is put once where it must be absent, also by two writers at once", async () => {
    await put("một", "một", { IfNoneMatch: "*" });
    await expect(put("một", "hai", { IfNoneMatch: "*" })).rejects.toMatchObject({ name: "PreconditionFailed" });
    const racing = await Promise.allSettled([1, 2, 3, 4].map((writer) => put("đua", String(writer), { IfNoneMatch: "*" })));
    expect(racing.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await read("một")).toBe("một");
  });

  test("refuses to be removed before its time, by the administrator too, and is there after a restart", async () => {
    const { VersionId } = await put("giữ", "lần đầu");
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: "giữ" }));
    expect(head).toMatchObject({ ObjectLockMode: "COMPLIANCE", VersionId });
    expect(head.ObjectLockRetainUntilDate?.getTime()).toBeGreaterThan(shop.clock.now().getTime() + (DAYS - 1) * 86_400_000);
    await expect(s3.send(new DeleteObjectCommand({ Bucket, Key: "giữ", VersionId }))).rejects.toMatchObject({ name: "AccessDenied" });
    await put("giữ", "lần sau");
    await s3.send(new DeleteObjectCommand({ Bucket, Key: "giữ" }));
    await expect(read("giữ")).rejects.toMatchObject({ name: "NoSuchKey" });
    await shop.close();
    await start();
    expect(await read("giữ", VersionId)).toBe("lần đầu");
  });

  test("may be removed once its time has passed", async () => {
    const { VersionId } = await put("qua", "hạn");
    await shop.clock.advance((DAYS + 1) * 86_400_000);
    await s3.send(new DeleteObjectCommand({ Bucket, Key: "qua", VersionId }));
    await shop.clock.reset();
    await expect(read("qua", VersionId)).rejects.toThrow();
    await expect(s3.send(new DeleteObjectCommand({ Bucket, Key: "qua", VersionId }))).rejects.toMatchObject({ name: "NoSuchVersion" });
  });

  test("refuses a lock without a retention that is known here", async () => {
    const other = fixturePlace((template) => {
      withSeals(template);
      Object.assign(template.Resources["Seals"]?.Properties ?? {}, { ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: "GOVERNANCE", Days: 1 } } } });
    });
    await expect(other.start()).rejects.toThrow("Object Lock");
    other.remove();
  });
});
