import { describe, expect, it } from "vitest";
import { memoryPortal, type MemoryPortal } from "../testing/memory-portal.ts";
import { CITIZEN, CLERK, complete, EXPERT, LEADER, NEIGHBOUR, sampleShop, STRANGER, submitted, type SampleShop } from "../testing/sample-shop.ts";

interface Told extends SampleShop {
  readonly portal: MemoryPortal;
  /** Moves the clock. */
  readonly later: (minutes: number) => void;
}

async function shop(): Promise<Told> {
  const portal = memoryPortal();
  const opened = await sampleShop(portal.call);
  return { ...opened, portal, later: (minutes) => opened.ports.setNow(new Date(opened.ports.clock.now().getTime() + minutes * 60_000).toISOString()) };
}

async function stateOf({ ports }: SampleShop, code: string) {
  const stored = await ports.dossiers.load(code);
  return stored?.state ?? expect.fail("no dossier");
}

/** Statuses the portal was told, a line of progress each. */
const told = ({ portal }: Told, code: string) => portal.posts.filter(({ service, data }) => service === "CapNhatTienDoHoSoMC" && data["MaHoSo"] === code).map(({ data }) => data["TrangThai"]);
const records = ({ portal }: Told, code: string) => portal.posts.filter(({ service, data }) => service === "DongBoHoSoMC" && data["MaHoSo"] === code);

/** To its result, with the clock a minute on at each step. */
async function toTheResult(open: Told, code: string): Promise<void> {
  await complete(open, CLERK, { code, step: "tiep_nhan", outcome: "accept" });
  await open.settle();
  const wait = Object.values((await stateOf(open, code)).tasks)[0]?.wait ?? "";
  await open.handlers.connect({ code, generation: 1, wait, step: "tra_cuu", lastAttempt: false });
  open.later(10);
  await complete(open, EXPERT, { code, step: "tham_tra", outcome: "du_dieu_kien" });
  await complete(open, LEADER, { code, step: "ky", outcome: "signed" });
  await complete(open, CLERK, { code, step: "tra", outcome: "returned" });
}

describe("telling the national portal", () => {
  it("tells each change in order, once, with the dossier as it stood, and the log says what was acknowledged", async () => {
    const open = await shop();
    const code = await submitted(open);
    await toTheResult(open, code);
    expect(await open.handlers.sync()).toEqual({ told: 1, refused: 0, postponed: 0 });
    expect(told(open, code)).toEqual(["1", "2", "4", "9", "10"]);
    expect(records(open, code).map(({ isUpdating, data }) => [isUpdating, data["TrangThaiHoSo"]])).toEqual([["False", "1"], ["True", "2"], ["True", "4"], ["True", "9"], ["True", "10"]]);
    const { data } = records(open, code)[4] ?? expect.fail("nothing told");
    expect(data).toMatchObject({
      MaHoSo: code, MaTTHC: "9.000001", KenhThucHien: "2", ChuHoSo: "Nguyễn Văn Thử", LoaiDoiTuong: "1", NgayNopHoSo: "20261005080000", NgayTiepNhan: "20261005080000", NgayHenTra: "20261008170000",
      NgayKetThucXuLy: "20261005081000", NgayTra: "20261005081000", DinhDanhCHS: [{ LoaiDinhDanh: "1", SoDinhDanh: "087200004567" }],
      DanhSachLePhi: [{ TenPhiLePhi: "Lệ phí", MaPhiLePhi: "le_phi", HinhThucThu: "1", Gia: "5000", LoaiPhiLePhi: "1" }],
      DanhSachGiayToKetQua: [{ TenGiayTo: "Giấy xác nhận", MaGiayToKetQua: "giay_xac_nhan" }],
    });
    expect(records(open, code)[0]?.data).toMatchObject({ NgayTiepNhan: "", NgayHenTra: "", DanhSachGiayToKetQua: [] });
    expect((await stateOf(open, code)).unsynced).toEqual([]);
    const log = (await open.ports.dossiers.log(code)).join("");
    expect(log).toContain('"sourceTime":"2026-10-05T09:00:00+07:00"');
    const calls = open.portal.calls();
    expect(await open.handlers.sync()).toEqual({ told: 0, refused: 0, postponed: 0 });
    expect(open.portal.calls()).toBe(calls);
  });

  it("tells of a payment and of a supplement with its due dates", async () => {
    const open = await shop();
    const code = await submitted(open);
    await complete(open, CLERK, { code, step: "tiep_nhan", outcome: "accept" });
    expect((await open.handlers.act(CLERK, code, { act: "record-payment", fee: "le_phi", vnd: 5000, receipt: "BL-1" }, open.key("pay"))).ok).toBe(true);
    const wait = Object.values((await stateOf(open, code)).tasks)[0]?.wait ?? "";
    await open.handlers.connect({ code, generation: 1, wait, step: "tra_cuu", lastAttempt: false });
    const task = Object.keys((await stateOf(open, code)).tasks)[0] ?? "";
    expect((await open.handlers.act(EXPERT, code, { act: "request-supplement", task, defects: [{ text: "Thiếu giấy tờ", document: "giay_to" }] }, open.key("ask"))).ok).toBe(true);
    open.later(2 * 24 * 60);
    expect((await open.handlers.act(CITIZEN, code, { act: "supplement", documents: [] }, open.key("give"))).ok).toBe(true);
    await open.handlers.sync();
    expect(records(open, code).map(({ data }) => data["TrangThaiHoSo"])).toEqual(["1", "2", "4", "4", "5", "2", "4"]);
    expect(told(open, code)).toEqual(["1", "2", "4", "5", "2", "4"]);
    expect(records(open, code).at(-1)?.data["DanhSachHoSoBoSung"]).toMatchObject([
      { HoSoBoSungId: "1", NoiDungBoSung: "Thiếu giấy tờ", TrangThaiBoSung: "1", NgayHenTraTruoc: "20261008170000", DanhSachGiayToBoSung: [{ MaThanhPhanHoSo: "giay_to" }] },
    ]);
    expect(records(open, code).at(-1)?.data["NgayHenTra"]).not.toBe("20261008170000");
  });

  it("says nothing of what was withdrawn before acceptance", async () => {
    const open = await shop();
    const code = await submitted(open);
    await open.handlers.sync();
    expect((await open.handlers.act(CITIZEN, code, { act: "withdraw" }, open.key("back"))).ok).toBe(true);
    await open.handlers.sync();
    expect(told(open, code)).toEqual(["1"]);
  });

  it("waits longer after each try that meets nobody, loses nothing and stops asking a platform that is down", async () => {
    const open = await shop();
    const codes: string[] = [];
    for (let nth = 0; nth < 8; nth += 1) codes.push(await submitted(open));
    open.portal.down(1_000);
    expect(await open.handlers.sync()).toEqual({ told: 0, refused: 0, postponed: 5 });
    const item = () => open.ports.sync.get(codes[0] ?? "");
    expect(await item()).toMatchObject({ state: "waiting", attempts: 1, next: "2026-10-05T01:01:00.000Z" });
    open.later(1);
    await open.handlers.sync();
    for (let nth = 0; nth < 12; nth += 1) {
      open.later(60);
      await open.handlers.sync();
    }
    const last = await item();
    expect(Date.parse(last?.next ?? "") - open.ports.clock.now().getTime()).toBeLessThanOrEqual(60 * 60_000);
    expect(last?.attempts).toBeGreaterThan(5);
    open.portal.down(0);
    open.later(61);
    expect(await open.handlers.sync()).toEqual({ told: 8, refused: 0, postponed: 0 });
    for (const code of codes) expect(told(open, code)).toEqual(["1"]);
  });

  it("sends a message whose answer was lost again under its key: it counts once", async () => {
    const open = await shop();
    const code = await submitted(open);
    open.portal.loseAnswers(1);
    expect(await open.handlers.sync()).toMatchObject({ postponed: 1 });
    expect((await stateOf(open, code)).unsynced).toHaveLength(1);
    open.later(1);
    expect(await open.handlers.sync()).toMatchObject({ told: 1 });
    expect(records(open, code)).toHaveLength(1);
    expect(told(open, code)).toEqual(["1"]);
  });

  it("finishes what a run that was cut off between answer and log has begun, in whatever order commits come between", async () => {
    const open = await shop();
    const code = await submitted(open);
    const { commit } = open.ports.dossiers;
    Object.assign(open.ports.dossiers, { commit: async () => Promise.reject(new Error("killed")) });
    await expect(open.handlers.sync()).rejects.toThrow("killed");
    Object.assign(open.ports.dossiers, { commit });
    await complete(open, CLERK, { code, step: "tiep_nhan", outcome: "accept" });
    expect(await open.handlers.sync()).toMatchObject({ told: 1 });
    expect(told(open, code)).toEqual(["1", "2", "4"]);
    expect((await stateOf(open, code)).unsynced).toEqual([]);
  });

  it("is told as an update where the portal has the dossier already", async () => {
    const open = await shop();
    const code = await submitted(open);
    open.portal.refuse(code, "3");
    expect(await open.handlers.sync()).toMatchObject({ told: 1, refused: 0 });
    expect(records(open, code).map(({ isUpdating }) => isUpdating)).toEqual(["True"]);
    expect(told(open, code)).toEqual(["1"]);
  });
});

describe("what the portal refuses", () => {
  it("is set aside with its code, holds up nobody else, and nothing of the dossier after it is told", async () => {
    const open = await shop();
    const [bad, good] = [await submitted(open), await submitted(open)];
    await complete(open, CLERK, { code: bad, step: "tiep_nhan", outcome: "accept" });
    open.portal.refuse(bad, "-1");
    expect(await open.handlers.sync()).toEqual({ told: 1, refused: 1, postponed: 0 });
    expect(told(open, bad)).toEqual([]);
    expect(told(open, good)).toEqual(["1"]);
    expect((await stateOf(open, bad)).unsynced?.map(({ change, state, reason }) => [change, state, reason])).toEqual([[1, "refused", "-1"], [2, "pending", undefined], [3, "pending", undefined]]);
    open.later(600);
    expect(await open.handlers.sync()).toEqual({ told: 0, refused: 0, postponed: 0 });
    const listed = await open.handlers.unsent(CLERK, { state: "refused" });
    expect(listed).toMatchObject({ ok: true, value: { items: [{ code: bad, state: "refused", reason: "-1" }] } });
    open.portal.refuse(bad, undefined);
    expect((await open.handlers.retrySync(CLERK, bad)).ok).toBe(true);
    expect(await open.handlers.sync()).toEqual({ told: 1, refused: 0, postponed: 0 });
    expect(told(open, bad)).toEqual(["1", "2", "4"]);
    expect(await open.ports.sync.get(bad)).toBeUndefined();
  });

  it("is tried again by itself once something changes, and is set aside again if it is refused again", async () => {
    const open = await shop();
    const code = await submitted(open);
    open.portal.refuse(code, "-1");
    await open.handlers.sync();
    await complete(open, CLERK, { code, step: "tiep_nhan", outcome: "accept" });
    expect(await open.ports.sync.get(code)).toMatchObject({ state: "waiting" });
    expect(await open.handlers.sync()).toMatchObject({ refused: 1 });
    expect(await open.ports.sync.get(code)).toMatchObject({ state: "refused", reason: "-1" });
    open.portal.refuse(code, undefined);
    await open.handlers.retrySync(CLERK, code);
    await open.handlers.sync();
    expect(told(open, code)).toEqual(["1", "2", "4"]);
  });
});

describe("the list of what is not sent", () => {
  it("shows officers their units', the administrator of the province all, and nobody else anything", async () => {
    const open = await shop();
    const code = await submitted(open);
    await open.ports.people.put({ sub: "admin", name: "admin", memberships: [{ unit: "H20", role: "quan_tri" }] });
    const codes = async (sub: string) => {
      const found = await open.handlers.unsent({ sub }, { state: "waiting" });
      return found.ok ? found.value.items.map((item) => item.code) : found.problems.map((each) => each.code);
    };
    expect(await codes(CLERK.sub)).toEqual([code]);
    expect(await codes("admin")).toEqual([code]);
    expect(await codes(STRANGER.sub)).toEqual([]);
    expect(await codes(NEIGHBOUR.sub)).toEqual(["not-an-officer"]);
    for (const caller of [STRANGER, NEIGHBOUR, CITIZEN]) expect((await open.handlers.retrySync(caller, code)).ok).toBe(false);
    expect((await open.handlers.retrySync({ sub: "admin" }, code)).ok).toBe(true);
  });

  it("keeps a citizen's data out of log lines and list", async () => {
    const open = await shop();
    const code = await submitted(open);
    open.portal.refuse(code, "-1: Nguyễn Văn Thử thiếu giấy tờ");
    await open.handlers.sync();
    const said = JSON.stringify([open.ports.entries, await open.handlers.unsent(CLERK, { state: "refused" }), await open.ports.dossiers.log(code)]);
    expect(said).toContain("unknown");
    for (const personal of ["Nguy", "Th\u1eed", "087200004567", "0900"]) expect(said).not.toContain(personal);
  });
});
