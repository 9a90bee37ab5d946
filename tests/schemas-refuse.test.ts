import { describe, expect, test } from "vitest";
import { faults, type Json, read } from "./schema-files.ts";

describe("the contract", () => {
  const birth = "procedures/ho-tich/1.001193-dang-ky-khai-sinh/";
  const plant = (path: string, change: (value: Json) => unknown) => {
    const value = read(path);
    change(value);
    return value;
  };
  const procedure = (change: (value: Json) => unknown) => faults("procedure", plant(`${birth}procedure.json`, change));
  const form = (change: (value: Json) => unknown) => faults("form", plant(`${birth}form.schema.json`, change));
  const workflow = (change: (value: Json) => unknown) => faults("workflow", plant(`${birth}workflow.json`, change));
  const sample = (change: (value: Json) => unknown) => faults("sample", plant(`${birth}samples/01-a-dung-han-du-cha-me.json`, change));
  const calendar = (change: (value: Json) => unknown) => faults("calendar", plant("calendars/2026.json", change));
  const province = (change: (value: Json) => unknown) => faults("province", plant("provinces/dong-thap/province.json", change));

  test.each<[string, () => string[]]>([
    ["a national code with a letter", () => procedure((value) => (value["code"] = "1.00119a"))],
    ["a key nobody knows", () => procedure((value) => (value["nmae"] = "x"))],
    ["a name without Vietnamese", () => procedure((value) => delete value["name"].vi)],
    ["an amount that is free and costs", () => procedure((value) => (value["fees"][0].amount.vnd = 1))],
    ["a known amount without its amount", () => procedure((value) => delete value["fees"][2].amount.vnd)],
    ["a fee without a source", () => procedure((value) => delete value["fees"][0].amount.source)],
    ["a duration outside the grammar", () => procedure((value) => (value["cases"].dung_han.limit.time = "1 ngày"))],
    ["a document looked up nowhere", () => procedure((value) => delete value["documents"][9].lookup)],
    ["tiers of an amount that is free", () => procedure((value) => (value["fees"][0].amount.tiers = [{ upTo: 2, vnd: 2000 }]))],
    ["a tier without its amount", () => procedure((value) => (value["fees"][2].amount.tiers = [{ upTo: 2 }]))],
    ["a finding without a source", () => procedure((value) => (value["cases"].dung_han.limit.then = [{ when: "true", limit: "5wd" }]))],
    ["a role at a place that is no pointer", () => procedure((value) => (value["roles"].van_thu.unit = { at: "tre" }))],
    ["signers that are nobody", () => procedure((value) => (value["parties"].signers = []))],
    ["a fee collected on a day nobody knows", () => procedure((value) => (value["fees"][0].collect = "later"))],
    ["a role of a unit with a hyphen", () => procedure((value) => (value["roles"].van_thu.unit = "cong-an"))],
    ["a document id with a hyphen", () => procedure((value) => (value["documents"][0].id = "to-khai"))],
    ["a keyword with a typing error", () => form((value) => (value["properties"].tre.requird = []))],
    ["a keyword outside the profile", () => form((value) => (value["properties"].tre.unevaluatedProperties = false))],
    ["an open object", () => form((value) => (value["properties"].tre.additionalProperties = true))],
    ["a pattern without anchors", () => form((value) => (value["properties"].tre.properties.so_giay_chung_sinh.pattern = "TN"))],
    ["a format nobody implements", () => form((value) => (value["properties"].co_quan_dang_ky.format = "iban"))],
    ["a field key with diacritics", () => form((value) => (value["properties"]["mẹ"] = { type: "string" }))],
    ["a rule without a message", () => form((value) => delete value["x-rules"][0].message)],
    ["a step of an unknown kind", () => workflow((value) => (value["steps"].ky.kind = "approve"))],
    ["a signature without a result", () => workflow((value) => delete value["steps"].ky.result)],
    ["a confirmation without what silence means", () => workflow((value) => delete value["steps"].xac_nhan_ban_nhap.silence)],
    ["a task without labels for its outcomes", () => workflow((value) => delete value["steps"].tham_tra.outcomes)],
    ["a step off the clock that does not say why", () => workflow((value) => (value["steps"].ky.offClock = {}))],
    ["an intake off the clock", () => workflow((value) => (value["steps"].tiep_nhan.offClock = { why: { vi: "Chờ" } }))],
    ["a task that expects people", () => workflow((value) => (value["steps"].tham_tra.who = "signers"))],
    ["a return of no results", () => workflow((value) => (value["steps"].tra_ket_qua.results = []))],
    ["a target with a hyphen", () => workflow((value) => (value["steps"].tham_tra.next.du_dieu_kien = "xac-nhan"))],
    ["an intake with an outcome of its own", () => workflow((value) => (value["steps"].tiep_nhan.next.refuse = "@refuse"))],
    ["a role on a step without people", () => workflow((value) => (value["steps"].xac_nhan_ban_nhap.role = "van_thu"))],
    ["an invalid sample without its problems", () => sample((value) => (value["expected"] = { outcome: "invalid" }))],
    ["a time without an offset", () => sample((value) => (value["submittedAt"] = "2026-10-05T09:10:00"))],
    ["an act that does nothing", () => sample((value) => (value["script"] = [{}]))],
    ["a holiday without a source", () => calendar((value) => delete value["days"][0].source)],
    ["a day of an unknown kind", () => calendar((value) => (value["days"][0].kind = "FESTIVAL"))],
    ["a commune's unit without its commune", () => province((value) => delete value["units"][1].commune)],
    ["a session that ends at 25:00", () => province((value) => (value["sessions"]["1"][0].to = "25:00"))],
    ["a local fee without a source", () => province((value) => delete value["procedures"]["1.001193"].fees.le_phi_qua_han.source)],
  ])("refuses %s", (_, planted) => {
    expect(planted()).not.toEqual([]);
  });
});
