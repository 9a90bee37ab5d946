import { S3Client } from "@aws-sdk/client-s3";
import { describe, expect, it } from "vitest";
import { bucketFiles } from "./bucket-files.ts";

const client = new S3Client({ region: "ap-southeast-1", credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "example", sessionToken: "token" } });
const files = bucketFiles(client, "motcua-files");

describe("the address of a file", () => {
  it("opens one key for five minutes, as the type and under the name it is asked for, and is kept by no cache", async () => {
    const url = new URL(await files.presignDownload({ key: "checked/a-b/c-1.pdf", type: "application/pdf", name: "giay_to-1.pdf" }));
    expect(url.host).toBe("motcua-files.s3.ap-southeast-1.amazonaws.com");
    expect(url.pathname).toBe("/checked/a-b/c-1.pdf");
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      "X-Amz-Expires": "300",
      "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
      "X-Amz-Security-Token": "token",
      "X-Amz-SignedHeaders": "host",
      "response-content-type": "application/pdf",
      "response-content-disposition": 'inline; filename="giay_to-1.pdf"',
      "response-cache-control": "private, no-store",
    });
  });
});
