import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, it } from "vitest";
import { readAsset } from "./asset-catalogue.ts";

const directory = mkdtempSync(join(tmpdir(), "motcua-asset-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const write = (file: string, value: unknown) => writeFileSync(join(directory, file), JSON.stringify(value));

it("names the provinces and communes of the lists it carries, read when first asked for", () => {
  mkdirSync(join(directory, "catalogue"));
  write("province.json", { sessions: {}, units: [] });
  write("calendars.json", []);
  write("catalogue/index.json", []);
  const asset = readAsset(pathToFileURL(join(directory, "api.mjs")).href);
  write("code-lists.json", [
    { id: "communes-2025", values: [{ code: "00166", name: { vi: "Phường Cầu Giấy" }, province: "01" }] },
    { id: "provinces-34", values: [{ code: "01", name: { vi: "Thành phố Hà Nội" } }] },
  ]);
  expect(["00166", "01", "99999"].map(asset.placeName)).toEqual(["Phường Cầu Giấy", "Thành phố Hà Nội", undefined]);
});
