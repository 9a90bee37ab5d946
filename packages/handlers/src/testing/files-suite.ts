import { describe, expect, it } from "vitest";
import type { Files } from "../ports/files.ts";

/** A bucket under test, and what a browser gets at an address of it. */
export interface FilesUnderTest {
  readonly files: Files;
  readonly open: (url: string) => Response | Promise<Response>;
}

const PDF = new TextEncoder().encode("%PDF-1.7\n%%EOF");
const FOLDER = "checked/0123456789abcdef-draft-0123456789abcdef";

/** What a store of files must do. `create` gives one that may hold files of other names. */
export function filesSuite(name: string, create: () => Promise<FilesUnderTest>): void {
  describe(`files: ${name}`, () => {
    it("reads, measures and removes what was written", async () => {
      const { files } = await create();
      const key = `${FOLDER}/written.pdf`;
      await files.write(key, PDF, "application/pdf");
      expect(await files.size(key)).toBe(PDF.length);
      expect(new Uint8Array((await files.read(key)) ?? [])).toEqual(PDF);
      await files.remove(key);
      expect(await files.size(key)).toBeUndefined();
      expect(await files.read(key)).toBeUndefined();
    });

    it("shows a file in the browser, as the type and under the name it is asked for", async () => {
      const { files, open } = await create();
      const key = `${FOLDER}/shown.bin`;
      await files.write(key, PDF, "application/octet-stream");
      const answer = await open(await files.presignDownload({ key, type: "application/pdf", name: "giay_to-1.pdf" }));
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toBe("application/pdf");
      expect(answer.headers.get("content-disposition")).toBe('inline; filename="giay_to-1.pdf"');
      expect(new Uint8Array(await answer.arrayBuffer())).toEqual(PDF);
    });

    it("refuses to show a file that is not there", async () => {
      const { files, open } = await create();
      const answer = await open(await files.presignDownload({ key: `${FOLDER}/absent.pdf`, type: "application/pdf", name: "giay_to-1.pdf" }));
      expect([403, 404]).toContain(answer.status);
    });

    it("prepares an upload for one key and one type", async () => {
      const { files } = await create();
      const { url, fields } = await files.presignUpload({ key: "incoming/x/1.pdf", maxBytes: 10, type: "application/pdf", redirect: "https://motcua.example/xong" });
      expect(URL.canParse(url)).toBe(true);
      expect(fields).toMatchObject({ key: "incoming/x/1.pdf", "Content-Type": "application/pdf", success_action_redirect: "https://motcua.example/xong" });
    });
  });
}
