import { escapeXml } from "../endpoint/escape-xml.ts";
import type { ObjectStore, StoredObject } from "./object-store.ts";

/** The answer of ListObjectsV2: prefix, delimiter, pages by the last key given. */
export function listObjects(bucket: string, store: ObjectStore, query: URLSearchParams): string {
  const prefix = query.get("prefix") ?? "";
  const delimiter = query.get("delimiter") ?? "";
  const after = Buffer.from(query.get("continuation-token") ?? "", "base64url").toString("utf8") || (query.get("start-after") ?? "");
  const most = Number(query.get("max-keys") ?? 1000);
  const { objects, folders } = split(store.list(prefix).filter(({ key }) => key > after), prefix, delimiter);
  const page = objects.slice(0, most);
  const more = objects.length > page.length;
  const contents = page.map(
    ({ key, size, etag, lastModified }) =>
      `<Contents><Key>${escapeXml(key)}</Key><LastModified>${lastModified}</LastModified><ETag>"${etag}"</ETag><Size>${size}</Size><StorageClass>STANDARD</StorageClass></Contents>`,
  );
  return [
    `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${bucket}</Name>`,
    `<Prefix>${escapeXml(prefix)}</Prefix><KeyCount>${page.length}</KeyCount><MaxKeys>${most}</MaxKeys><IsTruncated>${more}</IsTruncated>`,
    more ? `<NextContinuationToken>${Buffer.from(page.at(-1)?.key ?? "").toString("base64url")}</NextContinuationToken>` : "",
    ...contents,
    ...folders.map((folder) => `<CommonPrefixes><Prefix>${escapeXml(folder)}</Prefix></CommonPrefixes>`),
    "</ListBucketResult>",
  ].join("");
}

function split(all: readonly StoredObject[], prefix: string, delimiter: string): { readonly objects: readonly StoredObject[]; readonly folders: readonly string[] } {
  if (delimiter === "") return { objects: all, folders: [] };
  const objects: StoredObject[] = [];
  const folders = new Set<string>();
  for (const each of all) {
    const end = each.key.indexOf(delimiter, prefix.length);
    if (end === -1) objects.push(each);
    else folders.add(each.key.slice(0, end + delimiter.length));
  }
  return { objects, folders: [...folders] };
}
