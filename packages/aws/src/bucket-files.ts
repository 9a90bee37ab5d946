import type { S3Client } from "@aws-sdk/client-s3";
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { Files } from "@motcua/handlers";
import { absent } from "./absent.ts";

/** Seconds a prepared upload form may be used. */
const FORM_SECONDS = 15 * 60;
/** Seconds an address of a file may be opened. */
const ADDRESS_SECONDS = 5 * 60;

/** Applicants' files on S3. */
export function bucketFiles(client: S3Client, bucket: string): Files {
  const at = (key: string) => ({ Bucket: bucket, Key: key });
  return {
    presignUpload: async ({ key, maxBytes, type, redirect }) =>
      createPresignedPost(client, {
        ...at(key),
        Expires: FORM_SECONDS,
        Fields: { "Content-Type": type, success_action_redirect: redirect },
        Conditions: [["content-length-range", 0, maxBytes], ["eq", "$Content-Type", type], ["eq", "$success_action_redirect", redirect]],
      }),
    presignDownload: ({ key, type, name }) => {
      const shown = { ResponseContentType: type, ResponseContentDisposition: `inline; filename="${name}"`, ResponseCacheControl: "private, no-store" };
      return getSignedUrl(client, new GetObjectCommand({ ...at(key), ...shown }), { expiresIn: ADDRESS_SECONDS });
    },
    size: (key) => absent(async () => (await client.send(new HeadObjectCommand(at(key)))).ContentLength),
    read: (key) => absent(async () => (await client.send(new GetObjectCommand(at(key)))).Body?.transformToByteArray()),
    write: async (key, bytes, type) => void (await client.send(new PutObjectCommand({ ...at(key), Body: bytes, ContentType: type }))),
    remove: async (key) => void (await client.send(new DeleteObjectCommand(at(key)))),
  };
}
