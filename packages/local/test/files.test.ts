import { CopyObjectCommand, DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LocalShop } from "../src/index.ts";
import { fixturePlace } from "./fixture-shop.ts";

const place = fixturePlace();
const Bucket = "fixture-files";
let shop: LocalShop;
let client: S3Client;
beforeAll(async () => {
  shop = await place.start();
  client = clientOf(shop);
});
afterAll(async () => {
  await shop.close();
  place.remove();
});

function clientOf({ administrator }: LocalShop): S3Client {
  const { AWS_ENDPOINT_URL = "", AWS_REGION = "", AWS_ACCESS_KEY_ID = "", AWS_SECRET_ACCESS_KEY = "", AWS_SESSION_TOKEN = "" } = administrator;
  const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY, sessionToken: AWS_SESSION_TOKEN };
  return new S3Client({ endpoint: AWS_ENDPOINT_URL, region: AWS_REGION, credentials });
}

async function post(bytes: number, change: Record<string, string> = {}, type = "application/pdf"): Promise<Response> {
  const redirect = `${shop.httpUrl}/xong?buoc=2`;
  const { url, fields } = await createPresignedPost(client, {
    Bucket,
    Key: "incoming/a.pdf",
    Expires: 60,
    Fields: { "Content-Type": "application/pdf", success_action_redirect: redirect },
    Conditions: [["content-length-range", 1, 1000], ["eq", "$Content-Type", "application/pdf"], ["eq", "$success_action_redirect", redirect]],
  });
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...change })) form.set(name, value);
  form.set("file", new Blob([new Uint8Array(bytes)], { type }), "đơn.pdf");
  return fetch(url, { method: "POST", body: form, redirect: "manual" });
}

describe("objects", () => {
  test("are put, headed, read, copied, listed and deleted through the SDK", async () => {
    await client.send(new PutObjectCommand({ Bucket, Key: "a/một.txt", Body: "xin chào", ContentType: "text/plain", Metadata: { loai: "thu" } }));
    const head = await client.send(new HeadObjectCommand({ Bucket, Key: "a/một.txt" }));
    expect(head).toMatchObject({ ContentLength: 9, ContentType: "text/plain", Metadata: { loai: "thu" } });
    await client.send(new CopyObjectCommand({ Bucket, Key: "a/hai.txt", CopySource: `${Bucket}/${encodeURIComponent("a/một.txt")}` }));
    const got = await client.send(new GetObjectCommand({ Bucket, Key: "a/hai.txt" }));
    expect(await got.Body?.transformToString()).toBe("xin chào");
    await client.send(new DeleteObjectCommand({ Bucket, Key: "a/một.txt" }));
    const listed = await client.send(new ListObjectsV2Command({ Bucket, Prefix: "a/" }));
    expect(listed.Contents?.map(({ Key }) => Key)).toEqual(["a/hai.txt"]);
    await expect(client.send(new GetObjectCommand({ Bucket, Key: "a/một.txt" }))).rejects.toMatchObject({ name: "NoSuchKey" });
  });

  test("are there after a restart", async () => {
    await client.send(new PutObjectCommand({ Bucket, Key: "kept", Body: "còn" }));
    await shop.close();
    shop = await place.start();
    client = clientOf(shop);
    const got = await client.send(new GetObjectCommand({ Bucket, Key: "kept" }));
    expect(await got.Body?.transformToString()).toBe("còn");
  });
});

describe("signed addresses", () => {
  test("give and take an object without a key of one's own", async () => {
    const put = await getSignedUrl(client, new PutObjectCommand({ Bucket, Key: "signed" }), { expiresIn: 60 });
    expect((await fetch(put, { method: "PUT", body: "nội dung" })).status).toBe(200);
    const get = await getSignedUrl(client, new GetObjectCommand({ Bucket, Key: "signed" }), { expiresIn: 60 });
    expect(await (await fetch(get)).text()).toBe("nội dung");
  });

  test("say as what an object is shown, and refuses an address whose answer was changed", async () => {
    await client.send(new PutObjectCommand({ Bucket, Key: "shown", Body: "x", ContentType: "text/html" }));
    const shown = { ResponseContentType: "application/pdf", ResponseContentDisposition: 'inline; filename="a.pdf"', ResponseCacheControl: "private, no-store" };
    const get = await getSignedUrl(client, new GetObjectCommand({ Bucket, Key: "shown", ...shown }), { expiresIn: 60 });
    const { headers } = await fetch(get);
    expect([headers.get("content-type"), headers.get("content-disposition"), headers.get("cache-control")]).toEqual(Object.values(shown));
    expect((await fetch(get.replace("application%2Fpdf", "text%2Fhtml"))).status).toBe(403);
  });

  test("refuses a changed and an expired address", async () => {
    const get = await getSignedUrl(client, new GetObjectCommand({ Bucket, Key: "signed" }), { expiresIn: 60 });
    expect((await fetch(get.replace("/signed", "/kept"))).status).toBe(403);
    await shop.clock.advance(120_000);
    expect((await fetch(get)).status).toBe(403);
    await shop.clock.reset();
    expect((await fetch(`${shop.administrator["AWS_ENDPOINT_URL"]}/${Bucket}/kept`)).status).toBe(403);
  });
});

describe("an upload form", () => {
  test("stores the file and sends the browser back", async () => {
    const response = await post(1000);
    expect(response.status).toBe(303);
    const location = new URL(response.headers.get("location") ?? "");
    expect(location.searchParams.get("key")).toBe("incoming/a.pdf");
    expect(location.searchParams.get("buoc")).toBe("2");
    expect((await client.send(new HeadObjectCommand({ Bucket, Key: "incoming/a.pdf" }))).ContentLength).toBe(1000);
  });

  test("refuses a file that is too large or empty", async () => {
    const large = await post(1001);
    expect(large.status).toBe(400);
    expect(await large.text()).toContain("EntityTooLarge");
    expect(await (await post(0)).text()).toContain("EntityTooSmall");
  });

  test("refuses another key, another type, another way back and a field beside the policy", async () => {
    expect((await post(10, { key: "incoming/b.pdf" })).status).toBe(403);
    expect((await post(10, { "Content-Type": "text/html" })).status).toBe(403);
    expect((await post(10, { success_action_redirect: "http://127.0.0.1:1/" })).status).toBe(403);
    expect((await post(10, { acl: "public-read" })).status).toBe(403);
  });

  test("refuses a policy that was changed or has expired", async () => {
    const policy = Buffer.from(JSON.stringify({ expiration: "2099-01-01T00:00:00Z", conditions: [] })).toString("base64");
    expect(await (await post(10, { Policy: policy })).text()).toContain("SignatureDoesNotMatch");
    await shop.clock.advance(3_600_000);
    const late = await post(10);
    await shop.clock.reset();
    expect(late.status).toBe(403);
  });
});
