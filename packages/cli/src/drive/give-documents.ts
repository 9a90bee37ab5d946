import type { Client } from "@motcua/client";
import type { GivenDocument } from "@motcua/dossier";
import type { Sample } from "@motcua/procedure";
import type { ShopProcedure } from "../open-shop.ts";

/** Options of {@link giveDocuments}. */
export interface GiveOptions {
  readonly client: Client;
  readonly procedure: ShopProcedure;
  readonly sample: Sample;
  readonly draft: string;
}

/**
 * A sample's documents as the applicant gives them. An electronic one is a real file: it goes straight to the bucket by
 * the presigned form and is attached after its content was checked. The e-form itself needs no file.
 */
export async function giveDocuments(options: GiveOptions): Promise<readonly GivenDocument[]> {
  const { sample, procedure } = options;
  const isForm = new Set(procedure.module.procedure.documents.filter((document) => document.isForm === true).map((document) => document.id));
  const given: GivenDocument[] = [];
  for (const document of sample.documents) {
    const needsFile = document.electronic === true && !isForm.has(document.id);
    given.push(needsFile ? { ...document, files: [await attachedFile(options, document.id)] } : document);
  }
  return given;
}

async function attachedFile({ client, procedure, draft }: GiveOptions, document: string): Promise<NonNullable<GivenDocument["files"]>[number]> {
  const bytes = new TextEncoder().encode(SCAN);
  const attached = await client.attachFile({ procedure: procedure.code, document, draft, type: "application/pdf", bytes });
  if (!attached.ok) throw new Error(`attaching ${document}: ${attached.problems.map((problem) => problem.code).join(", ")}`);
  return attached.value;
}

/** A blank one-page PDF that stands for a scan. */
const SCAN = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;
