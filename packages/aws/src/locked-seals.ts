import { GetObjectCommand, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import type { DaySeal } from "@motcua/dossier";
import type { SealedDay, Seals } from "@motcua/handlers";
import { absent } from "./absent.ts";

/** Seals in a bucket under Object Lock: the bucket's own rule keeps each for years, whoever wrote it. */
export function lockedSeals(client: S3Client, bucket: string): Seals {
  const at = ({ unit, day }: SealedDay) => ({ Bucket: bucket, Key: `seals/${day}/${unit}.json` });
  return {
    put: async (of, seal) => {
      try {
        // Without this condition a second version would hide the first.
        await client.send(new PutObjectCommand({ ...at(of), Body: JSON.stringify(seal), ContentType: "application/json", IfNoneMatch: "*" }));
        return "kept";
      } catch (error) {
        if (TAKEN.has((error as Error).name)) return "already-sealed";
        throw error;
      }
    },
    get: async (of) => {
      const text = await absent(async () => (await client.send(new GetObjectCommand(at(of)))).Body?.transformToString("utf8"));
      return text === undefined ? undefined : (JSON.parse(text) as DaySeal);
    },
  };
}

/** There is one already, or another writer is just putting it there. */
const TAKEN: ReadonlySet<string> = new Set(["PreconditionFailed", "ConditionalRequestConflict"]);
