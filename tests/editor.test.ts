import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { type CompletionItem, getLanguageService, type JSONDocument, TextDocument } from "vscode-json-languageservice";

const root = fileURLToPath(new URL("..", import.meta.url));
const MARITAL = "schemas/procedures/ho-tich/1.004873-xac-nhan-tinh-trang-hon-nhan";

interface Settings {
  readonly "json.schemas": readonly { readonly fileMatch: string[]; readonly url: string }[];
}
const settings = JSON.parse(readFileSync(join(root, ".vscode/settings.json"), "utf8")) as Settings;

/** The service an editor runs, with the project's own settings: nothing is asked of the network. */
const service = getLanguageService({
  schemaRequestService: async (uri) => {
    if (!uri.startsWith("file:")) throw new Error(`asked for ${uri}`);
    return readFileSync(fileURLToPath(uri), "utf8");
  },
  workspaceContext: { resolveRelativePath: (path, resource) => new URL(path, resource).href },
});
service.configure({
  validate: true,
  // What an editor does with settings of a folder: patterns below it, addresses relative to it.
  schemas: settings["json.schemas"].map(({ fileMatch, url }) => ({ fileMatch: fileMatch.map((one) => `${pathToFileURL(root).href.replace(/\/$/, "")}${one}`), uri: new URL(url, pathToFileURL(root)).href })),
});

interface Opened {
  readonly document: TextDocument;
  readonly json: JSONDocument;
  readonly offset: number;
}

/** A file with one text exchanged; the place is where `|` stands in what is put in. `$schema` is taken out: the settings alone have to do. */
function open(file: string, from: string, to: string): Opened {
  const before = readFileSync(join(root, file), "utf8").replace(/ *"\$schema":.*\n/, "");
  if (!before.includes(from)) throw new Error(`${file} has no ${from}`);
  const marked = before.replace(from, () => to);
  const offset = marked.indexOf("|", before.indexOf(from));
  const text = offset === -1 ? marked : marked.slice(0, offset) + marked.slice(offset + 1);
  const document = TextDocument.create(pathToFileURL(join(root, file)).href, "json", 1, text);
  return { document, json: service.parseJSONDocument(document), offset };
}

async function completions(file: string, from: string, to: string): Promise<readonly CompletionItem[]> {
  const { document, json, offset } = open(file, from, to);
  return (await service.doComplete(document, document.positionAt(offset), json))?.items ?? [];
}
const labels = async (file: string, from: string, to: string) => (await completions(file, from, to)).map(({ label }) => label.replaceAll('"', ""));

describe("an editor without a plug-in", () => {
  it("finds each kind of file and its contract by the settings", () => {
    const kinds = readdirSync(join(root, "schemas/contract")).sort();
    expect(settings["json.schemas"].map(({ url }) => url.split("/").at(-1)).sort()).toEqual(kinds);
    expect(settings["json.schemas"].filter(({ url }) => !existsSync(join(root, url)))).toEqual([]);
  });

  it.each([
    ["a key of procedure.json, with its text", `${MARITAL}/procedure.json`, '"levels": ["commune"],', '"|": 1, "levels": ["commune"],', ["gates", "parameters", "replaces"]],
    ["a key of a document", `${MARITAL}/procedure.json`, '"code": "TTHN-TK",', '"|": 1, "code": "TTHN-TK",', ["when", "quantity", "replacedBy", "lookup"]],
    ["a key of a field deep inside the form", `${MARITAL}/form.schema.json`, '"dia_chi": {', '"dia_chi": { "|": 1,', ["x-hint", "x-prefill", "minLength", "x-code-list"]],
    ["a key beside a fragment", `${MARITAL}/procedure.json`, '"code": "TTHN-ID",', '"|": 1, "code": "TTHN-ID",', ["when", "quantity", "note"]],
    ["a key beside a fragment of a step", `${MARITAL}/workflow.json`, '"steps": {', '"steps": { "them": { "$ref": "../../../shared/fragments.json#/steps/them", "|": 1 },', ["role", "time", "next"]],
    ["a value of a closed set", `${MARITAL}/form.schema.json`, '"x-data": "personal"', '"x-data": "|"', ["personal", "sensitive", "none"]],
    ["a key of a step, by its kind", `${MARITAL}/workflow.json`, '"kind": "consult",', '"kind": "consult", "|": 1,', ["agencies", "offClock", "status"]],
    ["a key of a province's overlay", "schemas/provinces/vinh-long/province.json", '"localCode": "VL-HT-03"', '"localCode": "VL-HT-03", "|": 1', ["parameters", "receivedAt"]],
  ])("completes %s", async (_, file, from, to, expected) => {
    expect(await labels(file, from, to)).toEqual(expect.arrayContaining(expected));
  });

  it("says what a key means beside its name", async () => {
    const found = (await completions(`${MARITAL}/procedure.json`, '"code": "TTHN-TK",', '"|": 1, "code": "TTHN-TK",')).find(({ label }) => label === "at");
    expect(JSON.stringify(found?.documentation)).toMatch(/step/i);
  });

  it("tells what a key means when it is pointed at", async () => {
    const { document, json, offset } = open(`${MARITAL}/workflow.json`, '"silence": "not-answered"', '"sil|ence": "not-answered"');
    const hover = await service.doHover(document, document.positionAt(offset), json);
    expect(JSON.stringify(hover?.contents)).toMatch(/no answer|silence/i);
  });

  it("refuses a key nobody knows, at its line, and a value that is not offered", async () => {
    const key = open(`${MARITAL}/procedure.json`, '"isForm": true', '"isFrom": true');
    const value = open(`${MARITAL}/workflow.json`, '"join": "all"', '"join": "every"');
    const problems = async ({ document, json }: Opened) => (await service.doValidation(document, json)).map(({ message, range }) => [document.getText(range), message]);
    expect(await problems(key)).toEqual([['"isFrom"', expect.stringContaining("isFrom")]]);
    expect((await problems(value)).map(([text]) => text)).toContain('"every"');
  });

  it.each(["procedure.json", "workflow.json", "form.schema.json", "samples/03-a-chua-dang-ky-ket-hon.json"])("finds nothing wrong with a right %s", async (name) => {
    const { document, json } = open(`${MARITAL}/${name}`, "{", "{");
    expect(await service.doValidation(document, json)).toEqual([]);
  });
});
