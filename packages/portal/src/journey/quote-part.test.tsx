import type { Quote } from "@motcua/handlers";
import { describe, expect, it } from "vitest";
import { QuotePart } from "./quote-part.tsx";

const fee = { id: "le_phi", name: { vi: "Lệ phí" } };
const told = (...fees: Quote["fees"]) => (<QuotePart quote={{ case: "mac_dinh", documents: [], fees }} /> as { toString(): string }).toString().replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");

describe("the costs of a dossier", () => {
  it("tell why a fee is less, and what it would be, in the currency it is due in", () => {
    const reason = { vi: "Nộp hồ sơ trực tuyến" };
    expect(told({ ...fee, vnd: 67_500, reduced: { reason, from: 135_000 } })).toContain("67.500 đồng Được giảm: Nộp hồ sơ trực tuyến. Mức không giảm: 135.000 đồng.");
    expect(told({ ...fee, vnd: null, foreign: { currency: "USD", amount: 12.5 }, reduced: { reason, from: { currency: "USD", amount: 25 } } })).toContain("12,50 USD Được giảm: Nộp hồ sơ trực tuyến. Mức không giảm: 25 USD.");
  });

  it("say nothing of a reduction where there is none, and never read what is not set as free", () => {
    expect(told({ ...fee, vnd: 135_000 })).not.toContain("giảm");
    expect(told({ ...fee, vnd: null })).toContain("Theo mức của Hội đồng nhân dân cấp tỉnh");
  });
});
