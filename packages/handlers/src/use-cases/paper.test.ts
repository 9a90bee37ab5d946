import { spawnSync } from "node:child_process";
import type { EventBatch, EventBody, OpenedTask } from "@motcua/dossier";
import { beforeEach, describe, expect, it } from "vitest";
import { apiRouter } from "../http/api-router.ts";
import { handovers } from "../papers/handovers.ts";
import { papersOf, paperWith } from "../papers/paper-forms.ts";
import { sampleCode, sampleCommit } from "../testing/sample-commit.ts";
import { batchesOf } from "../state-at.ts";
import { SAMPLE_FORM, SAMPLE_PROCEDURE } from "../testing/sample-procedure.ts";
import type { SampleShop } from "../testing/sample-shop.ts";
import { CITIZEN, CLERK, complete, EXPERT, LEADER, NEIGHBOUR, sampleShop, STRANGER, submitted, SUBMISSION } from "../testing/sample-shop.ts";
import type { Act, Caller } from "../handlers.ts";

const hasPoppler = spawnSync("pdftotext", ["-v"]).status === 0;
if (!hasPoppler) console.warn("handlers: poppler-utils is not installed, papers are printed but not read back");

function textOf(pdf: Uint8Array): string {
  return spawnSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8" }).stdout.normalize("NFC").replace(/\s+/gu, " ");
}

describe("the papers of a dossier", () => {
  let shop: SampleShop;
  let code: string;

  beforeEach(async () => {
    shop = await sampleShop();
    for (const [{ sub }, name, role] of [[CLERK, "Lê Thị Tiếp Nhận", "can_bo_tiep_nhan"], [EXPERT, "Trần Văn Thụ Lý", "cong_chuc_thu_ly"], [LEADER, "Phạm Thị Lãnh Đạo", "lanh_dao_ubnd"]] as const) {
      await shop.ports.people.put({ sub, name, memberships: [{ unit: "H20.015", role }] });
    }
    code = await submitted(shop);
    await shop.settle();
  });

  async function taskAt(step: string): Promise<string> {
    return Object.values((await shop.ports.dossiers.load(code))?.state.tasks ?? {}).find((task) => task.step === step)?.id ?? "";
  }

  async function act(caller: Caller, wanted: Act): Promise<void> {
    const done = await shop.handlers.act(caller, code, wanted, shop.key("act"));
    if (!done.ok) throw new Error(done.problems.map(({ code: problem, pointer }) => `${problem} ${pointer}`).join());
    await shop.settle();
  }

  async function askedFor(id: string, caller: Caller = CLERK, of = code): Promise<string> {
    const given = await shop.handlers.paper({ caller, code: of, baseUrl: "https://motcua.example.vn" }, id);
    if (!given.ok) return given.problems.map((problem) => problem.code).join();
    expect(Buffer.from(given.value.subarray(0, 5)).toString("latin1")).toBe("%PDF-");
    return hasPoppler ? textOf(given.value) : "";
  }

  async function offered(caller: Caller): Promise<readonly string[]> {
    const view = await shop.handlers.dossier(caller, code);
    return view.ok ? view.value.papers.map(({ id }) => id) : [];
  }

  const says = (text: string, words: readonly string[]) => {
    if (hasPoppler) for (const each of words) expect(text).toContain(each);
  };

  async function accepted(): Promise<void> {
    await complete(shop, CLERK, { code, step: "tiep_nhan", outcome: "accept" });
    await shop.settle();
    await shop.handlers.connect({ code, generation: 1, wait: Object.values((await shop.ports.dossiers.load(code))?.state.tasks ?? {})[0]?.wait ?? "", step: "tra_cuu", lastAttempt: true });
    await shop.settle();
  }

  it("refuses each of them before the log has what it says", async () => {
    expect(await offered(CLERK)).toEqual([]);
    for (const id of ["01", "02", "02-1", "03", "04", "05", "06", "07", "__proto__", ""]) expect(await askedFor(id)).toBe("paper-not-issued");
  });

  it("refuses whoever may not see the dossier, and an unknown code, alike", async () => {
    await accepted();
    for (const caller of [NEIGHBOUR, STRANGER]) expect(await askedFor("01", caller)).toBe("not-found");
    expect(await askedFor("01", CLERK, sampleCode(9))).toBe("not-found");
    expect(await shop.handlers.paper({ secret: "f".repeat(32) }, "01")).toMatchObject({ ok: false, problems: [{ code: "not-found" }] });
  });

  it("gives form 01 and, to officers alone, form 06 from acceptance on", async () => {
    await accepted();
    expect(await offered(CITIZEN)).toEqual(["01"]);
    expect(await offered(CLERK)).toEqual(["01", "06"]);
    expect(await askedFor("06", CITIZEN)).toBe("paper-not-issued");
    says(await askedFor("01", CITIZEN), ["GIẤY TIẾP NHẬN HỒ SƠ", "Lê Thị Tiếp Nhận"]);
  });

  it("prints form 06 from the log: who gave to whom, when, and whether in time", async () => {
    await accepted();
    shop.ports.setNow("2026-10-05T16:50:00+07:00");
    await complete(shop, EXPERT, { code, step: "tham_tra", outcome: "du_dieu_kien" });
    await complete(shop, LEADER, { code, step: "ky", outcome: "signed" });
    await complete(shop, CLERK, { code, step: "tra", outcome: "returned" });
    const lines = handovers(await batchesOf(shop.ports.dossiers, code), { ports: shop.ports, procedure: SAMPLE_PROCEDURE, people: new Map([[CLERK.sub, "Lê Thị Tiếp Nhận"], [EXPERT.sub, "Trần Văn Thụ Lý"]]) });
    const [unit, clerk, expert] = ["UBND xã Mẫu Một", "Cán bộ tiếp nhận, Lê Thị Tiếp Nhận", "Công chức thụ lý, Trần Văn Thụ Lý"];
    expect(lines.map(({ from, to, timing, note }) => [from.unit, from.person, to.unit, to.person, timing, note])).toEqual([
      ["Người nộp hồ sơ", undefined, unit, clerk, "none", "Nộp hồ sơ"],
      [unit, clerk, "Cơ sở dữ liệu quốc gia về dân cư", undefined, "on-time", "Tiếp nhận: Tiếp nhận"],
      ["Cơ sở dữ liệu quốc gia về dân cư", undefined, unit, expert, "none", "Tra cứu dân cư: Đã thực hiện"],
      [unit, expert, unit, "Lãnh đạo UBND", "late", "Thẩm tra: Đủ điều kiện"],
      [unit, "Lãnh đạo UBND", unit, clerk, "early", "Ký: Ký"],
      [unit, clerk, "Người nộp hồ sơ", undefined, "early", "Trả kết quả"],
    ]);
    says(await askedFor("06"), ["PHIẾU KIỂM SOÁT", "1 Người nộp hồ sơ UBND xã Mẫu Một", "Quá hạn", "Trước hạn", "Đúng hạn", "Trả kết quả"]);
  });

  it("prints who approved an extension and the reason that was given, and keeps the approval out of form 06", async () => {
    const of = sampleCode(8);
    const made = sampleCommit({ code: of, seq: 1, account: CITIZEN.sub });
    const events: readonly EventBody[] = [
      { type: "task-done", task: "@extension@1", step: "@extension", outcome: "approved", late: false },
      { type: "extended", why: "apology", step: "tham_tra", due: { before: "2026-10-08T17:00:00+07:00", after: "2026-10-12T17:00:00+07:00", provisional: false } },
    ];
    const batch: EventBatch = { ...made.batch, actor: { kind: "officer", id: LEADER.sub, unit: "H20.015", role: "lanh_dao_ubnd" }, events };
    const personal = { salt: "00", form: SAMPLE_FORM, records: {}, answers: {}, notes: { "1/1": "Chờ kết quả đo đạc." } };
    await shop.ports.dossiers.commit({ ...made, batch, body: JSON.stringify(batch), state: { ...made.state, due: "2026-10-12T17:00:00+07:00" }, personal });
    says(await askedFor("04-1", CITIZEN, of), ["Lý do: Chờ kết quả đo đạc.", "Phạm Thị Lãnh Đạo"]);
    expect(handovers([batch], { ports: shop.ports, procedure: SAMPLE_PROCEDURE, people: new Map() })).toEqual([]);
  });

  it("names on form 06 whom a consultation asked and who answered there, and the clock where nobody did", () => {
    const task = (id: string, assignee: OpenedTask["assignee"]): OpenedTask => ({ id, step: "tham_tra", wait: "tham_tra@1", assignee, openedAt: "2026-10-05T08:00:00+07:00", due: "2026-10-06T17:00:00+07:00" });
    const batch = (seq: number, actor: EventBatch["actor"], events: EventBatch["events"]): EventBatch => ({ code, seq, at: "2026-10-06T09:00:00+07:00", actor, command: "x", previous: "", events });
    const done = (id: string) => ({ type: "task-done", task: id, step: "tham_tra", outcome: "agreed", late: false }) as const;
    const lines = handovers([
      batch(1, { kind: "officer", id: EXPERT.sub, unit: "H20.015", role: "cong_chuc_thu_ly" }, [
        { ...done("x"), outcome: "du_dieu_kien" },
        { type: "task-opened", task: task("a", { kind: "unit", unit: "H20.016", name: "Điện lực khu vực" }) },
        { type: "task-opened", task: task("b", { kind: "unit", unit: "H20.016" }) },
      ]),
      batch(2, { kind: "officer", id: "guest", unit: "H20.016", role: "vai_tro_khac" }, [done("a")]),
      batch(3, { kind: "system", id: "sweep" }, [{ ...done("b"), outcome: "silent" }]),
    ], { ports: shop.ports, procedure: SAMPLE_PROCEDURE, people: new Map([["guest", "Khách"]]) });
    expect(lines.map(({ from, to, timing }) => [from.unit, from.person, to.unit, to.person, timing])).toEqual([
      ["UBND xã Mẫu Một", "Công chức thụ lý", "Điện lực khu vực", "Khách", "none"],
      ["UBND xã Mẫu Một", "Công chức thụ lý", "UBND xã Mẫu Hai", undefined, "none"],
      ["Điện lực khu vực", "Khách", "Chờ các bước song song", undefined, "on-time"],
      ["Hệ thống (theo thời hạn)", undefined, "Chờ các bước song song", undefined, "on-time"],
    ]);
  });

  it("prints each supplement request with all that was missing, the latest by the form alone", async () => {
    await act(CLERK, { act: "request-supplement", task: await taskAt("tiep_nhan"), defects: [{ document: "giay_to", text: "Bản chụp mờ,\nkhông đọc được." }, { text: "Thiếu số định danh." }] });
    await act(CITIZEN, { act: "supplement", documents: SUBMISSION.documents });
    await act(CLERK, { act: "request-supplement", task: await taskAt("tiep_nhan"), defects: [{ document: "to_khai", text: "Tờ khai thiếu chữ ký." }], overLimitReason: "Bản mới vẫn thiếu." });
    expect(await offered(CITIZEN)).toEqual(["02-1", "02-2"]);
    const first = await askedFor("02-1", CITIZEN);
    says(first, [`Số: 01-M02/${code}`, "(lần thứ 01)", "Giấy tờ kèm theo", "Bản chụp mờ, không đọc được.", "Thiếu số định danh.", "Thời hạn bổ sung, hoàn thiện hồ sơ: trước", "Lê Thị Tiếp Nhận"]);
    expect(first).not.toContain("quá số lần quy định");
    const latest = await askedFor("02", CITIZEN);
    says(latest, [`Số: 02-M02/${code}`, "(lần thứ 02)", "Tờ khai thiếu chữ ký.", "Lý do yêu cầu bổ sung quá số lần quy định: Bản mới vẫn thiếu."]);
    expect(await askedFor("02-2", CITIZEN)).toBe(latest);
    expect(await askedFor("02-3", CITIZEN)).toBe("paper-not-issued");
  });

  it("prints a refusal with its reason", async () => {
    await act(CLERK, { act: "complete", task: await taskAt("tiep_nhan"), outcome: "refuse", note: "Không thuộc thẩm quyền." });
    expect(await offered(CITIZEN)).toEqual(["03"]);
    says(await askedFor("03", CITIZEN), ["PHIẾU TỪ CHỐI", "Lý do cụ thể: Không thuộc thẩm quyền.", "Lê Thị Tiếp Nhận", "Hình thức nộp hồ sơ: trực tuyến"]);
  });

  it("prints a stop with its reason, step and who asked", async () => {
    await accepted();
    await act(EXPERT, { act: "stop", task: await taskAt("tham_tra"), reason: "Người nộp đã được xác nhận trước đó." });
    expect(await offered(CITIZEN)).toEqual(["01", "05"]);
    says(await askedFor("05", CITIZEN), ["DỪNG GIẢI QUYẾT HỒ SƠ", "Căn cứ, lý do: Người nộp đã được xác nhận trước đó.", "Bước dừng giải quyết: Thẩm tra", "Bên đề nghị dừng: Công chức thụ lý, Trần Văn Thụ Lý, UBND xã Mẫu Một", "Giấy tờ kèm theo"]);
  });

  it("prints an extension with both dates, and a stop for what was withdrawn after acceptance", async () => {
    const of = sampleCode(7);
    const made = sampleCommit({ code: of, seq: 1, account: CITIZEN.sub });
    const events: readonly EventBody[] = [
      { type: "extended", why: "verification", step: "tham_tra", due: { before: "2026-10-08T17:00:00+07:00", after: "2026-10-12T17:00:00+07:00", provisional: false } },
      { type: "withdrawn", accepted: true },
    ];
    const batch = { ...made.batch, actor: { kind: "applicant", id: CITIZEN.sub } as const, events };
    const state = { ...made.state, acceptedAt: "2026-10-05T08:30:00+07:00", firstDue: "2026-10-08T17:00:00+07:00", due: "2026-10-12T17:00:00+07:00" };
    await shop.ports.dossiers.commit({ ...made, batch, body: JSON.stringify(batch), state, personal: { salt: "00", form: SAMPLE_FORM, records: {}, answers: {}, notes: {} } });
    says(await askedFor("04", CITIZEN, of), ["GIA HẠN THỜI GIAN GIẢI QUYẾT", "Thời gian trả kết quả đã hẹn: 17 giờ 00 phút, ngày 08 tháng 10 năm 2026", "được hẹn lại vào: 17 giờ 00 phút, ngày 12 tháng 10 năm 2026", "Bước đang thực hiện: Thẩm tra"]);
    says(await askedFor("05", CITIZEN, of), ["Bên đề nghị dừng: Người nộp hồ sơ", "Theo đề nghị của người nộp hồ sơ."]);
  });

  it("is still printed when the personal record was erased", async () => {
    await act(CLERK, { act: "complete", task: await taskAt("tiep_nhan"), outcome: "refuse", note: "Không thuộc thẩm quyền." });
    const stored = await shop.ports.dossiers.load(code);
    const ports = { ...shop.ports, dossiers: { ...shop.ports.dossiers, load: async () => stored && { ...stored, personal: undefined } } };
    const { paper } = await import("./paper.ts");
    const given = await paper(ports, { caller: CLERK, code }, "03");
    says(given.ok && hasPoppler ? textOf(given.value) : "", ["Chủ hồ sơ: (dữ liệu cá nhân không còn lưu)", "Lý do cụ thể: (nội dung không còn lưu)"]);
  });

  it("goes through the API, under a name that says what it is", async () => {
    await accepted();
    const get = (path: string, sub: string, query: Record<string, string> = {}) => apiRouter(shop.handlers, shop.ports)({ method: "GET", path, query, headers: { host: "motcua.example.vn" }, sub });
    const given = await get(`/api/dossiers/${code}/papers/06`, CLERK.sub);
    expect([given.status, given.headers["content-type"], given.headers["content-disposition"]]).toEqual([200, "application/pdf", `inline; filename="mau-06-${code}.pdf"`]);
    expect((await get(`/api/dossiers/${code}/papers/05`, CLERK.sub)).status).toBe(404);
    const day = { from: "2026-10-05", to: "2026-10-05" };
    const register = await get("/api/units/H20.015/register", CLERK.sub, day);
    expect([register.status, register.headers["content-disposition"]]).toEqual([200, 'inline; filename="mau-07-H20.015-2026-10-05-2026-10-05.pdf"']);
    expect((await get("/api/units/H20.015/register", STRANGER.sub, day)).status).toBe(403);
    expect((await get("/api/units/H20.015/register", CLERK.sub)).status).toBe(422);
  });

  it("is listed and given to whoever holds the secret, the control sheet excepted", async () => {
    const receipt = await shop.handlers.submit(undefined, SUBMISSION, shop.key("anonymous"));
    if (!receipt.ok) throw new Error("refused");
    const { trackingSecret: secret } = receipt.value;
    code = receipt.value.code;
    await shop.settle();
    await accepted();
    const tracked = await shop.handlers.track({ secret });
    expect(tracked.ok && tracked.value.papers?.map(({ id }) => id)).toEqual(["01"]);
    const byCode = await shop.handlers.track({ code, factor: "4567" });
    expect(byCode.ok && byCode.value.papers).toBeUndefined();
    expect(await shop.handlers.paper({ secret }, "01")).toMatchObject({ ok: true });
    expect(await shop.handlers.paper({ secret }, "06")).toMatchObject({ ok: false, problems: [{ code: "paper-not-issued" }] });
  });

  it("finds a paper by its id before it takes the form's latest", () => {
    const batch = { code, seq: 1, at: "2026-10-05T08:00:00+07:00", actor: { kind: "system", id: "x" } as const, command: "x", previous: "", events: [{ type: "withdrawn", accepted: false }, { type: "refused" }] as const };
    const places = papersOf([batch]);
    expect(places.map(({ id, index }) => [id, index])).toEqual([["03", 1]]);
    expect(paperWith(places, "3")).toBeUndefined();
  });
});
