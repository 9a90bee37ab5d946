import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Sample, SampleAct } from "@motcua/procedure";
import { loadProvinces, loadShared, readProcedureFolder, type SourceFile } from "@motcua/procedure/compile";
import { describe, expect, it } from "vitest";
import { checkSources } from "./check-sources.ts";

const schemas = fileURLToPath(new URL("../../../../schemas", import.meta.url));
const shared = await loadShared(schemas);
const { provinces, calendars } = await loadProvinces(schemas, [], shared);
const here = provinces.filter(({ id }) => id === "dong-thap");
const marriage = { id: "02-a-lan-dau", files: await readProcedureFolder(`${schemas}/procedures/ho-tich/1.000894-dang-ky-ket-hon`) };
const permit = { id: "07-a-khu-vuc-quan-ly", files: await readProcedureFolder(`${schemas}/procedures/xay-dung/1.013225-giay-phep-xay-dung-nha-o-rieng-le/2026-07-01`) };

/** Texts of a workflow and what stands in their place. */
type Changes = readonly (readonly [from: string, to: string])[];

/** How the sample is acted out, and the status that must come of it. */
interface Way {
  readonly script: readonly SampleAct[];
  readonly status: number;
}

/** What is told of a procedure whose workflow is changed, with one sample that goes another way. */
function told({ id, files }: typeof marriage, changes: Changes, { script, status }: Way): readonly string[] {
  const isSample = (path: string) => basename(dirname(path)) === "samples";
  const changed = files.flatMap((file): readonly SourceFile[] => {
    if (basename(file.path) === "workflow.json") return [{ ...file, text: changes.reduce(replaced, file.text) }];
    if (!isSample(file.path)) return [file];
    if (basename(file.path, ".json") !== id) return [];
    const { expected, ...sample } = JSON.parse(file.text) as Sample;
    return [{ ...file, text: JSON.stringify({ ...sample, script, expected: { outcome: "accepted", case: expected.case, nationalStatus: status } }) }];
  });
  const { problems } = checkSources(changed, { shared, provinces: here, calendars });
  return problems.map(({ code, pointer, message }) => `${code} ${pointer} ${message.vi}`);
}

function replaced(text: string, [from, to]: Changes[number]): string {
  if (!text.includes(from)) throw new Error(`nothing to change: ${from}`);
  return text.replace(from, () => to);
}

/** A posting of a day, as a step before another. */
function posting(duration: string, next: string): string {
  return `"niem_yet": { "kind": "wait", "name": { "vi": "Niêm yết", "en": "Posting" }, "role": "cong_chuc_thu_ly", "for": "posting", "duration": "${duration}", "next": ${next} },`;
}

describe("a rehearsal", () => {
  const posted: Changes = [
    ['"du_dieu_kien": "xac_nhan_ban_nhap"', '"du_dieu_kien": "niem_yet"'],
    ['"xac_nhan_ban_nhap": {', `${posting("1wd", '{ "elapsed": "xac_nhan_ban_nhap", "objected": "@stop" }')} "xac_nhan_ban_nhap": {`],
  ];
  const objection: SampleAct = { step: "niem_yet", outcome: "objected" };

  it("lets a posting run out, and has somebody object to it where the script says so", () => {
    expect(told(marriage, posted, { script: [], status: 10 })).toEqual([]);
    expect(told(marriage, posted, { script: [objection], status: 8 })).toEqual([]);
  });

  it("refuses a sample that expects its result in spite of an objection", () => {
    expect(told(marriage, posted, { script: [objection], status: 10 })).toEqual(["sample-differs /expected/nationalStatus nationalStatus: tính ra 8, mẫu ghi 10"]);
  });

  it("goes on by the first outcome that what is recorded allows", () => {
    const forbidden: Changes = [
      ['"outcomes": { "da_ghi":', '"outcomeWhen": { "khong_ghi": "form.ben_nu.lan_ket_hon > 19" }, "outcomes": { "khong_ghi": { "vi": "Không ghi", "en": "Not entered" }, "da_ghi":'],
      ['"next": { "da_ghi": "ky" }', '"next": { "khong_ghi": "@stop", "da_ghi": "ky" }'],
    ];
    expect(told(marriage, forbidden, { script: [], status: 10 })).toEqual([]);
  });

  it("takes silence side by side for kept when a longer one is over, and refuses an act that really was not reached", () => {
    const beside: Changes = [
      ['"start": "tham_dinh"', '"start": "niem_yet"'],
      ['"tham_dinh": {\n      "kind": "task"', `${posting("3wd", '{ "elapsed": "tham_dinh", "objected": "tham_dinh" }')} "tham_dinh": {\n      "kind": "task"`],
    ];
    const script: readonly SampleAct[] = [{ step: "niem_yet", silence: true }, { step: "lay_y_kien", silence: true }];
    const ofScript = (lines: readonly string[]) => lines.filter((line) => line.includes(" /script"));
    expect(ofScript(told(permit, beside, { script, status: 10 }))).toEqual([]);
    const unreached = told(permit, beside, { script: [...script, { step: "thong_bao_ly_do", outcome: "da_thong_bao" }], status: 10 });
    expect(ofScript(unreached)).toEqual([expect.stringMatching(/^sample-act-unreached \/script\/2 /u)]);
  });
});
