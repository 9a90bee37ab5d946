import type { ErasureReason, ErasureStep } from "@motcua/client";
import { ERASURE_REASONS } from "@motcua/dossier";
import { connectShop, type ShopAddress } from "../connect-shop.ts";
import { CommandFailure, EXIT } from "../exit.ts";

interface RequestOptions extends ShopAddress {
  readonly decision: string;
  readonly law: string;
  readonly reason: string;
}

/** `motcua erase request CODE`: asks for the erasure of a dossier's personal data, with what it rests on. */
export async function eraseRequest({ decision, law, reason, ...address }: RequestOptions, [code = ""]: readonly string[]): Promise<number> {
  if (!isReason(reason)) throw new CommandFailure(`--reason là một trong: ${ERASURE_REASONS.join(", ")}.`, EXIT.usage);
  await step(address, code, { step: "request", basis: decision, law, reason });
  console.log(`${code}: đã đề nghị xóa dữ liệu cá nhân; người khác giữ vai trò này phải duyệt (motcua erase approve).`);
  return EXIT.done;
}

/** `motcua erase approve CODE`: another person approves, and the personal data are gone. */
export async function eraseApprove(address: ShopAddress, [code = ""]: readonly string[]): Promise<number> {
  await step(address, code, { step: "approve" });
  console.log(`${code}: đã xóa dữ liệu cá nhân và các tệp; nhật ký vẫn giữ nguyên và kiểm tra được (motcua audit verify).`);
  return EXIT.done;
}

/** `motcua erase reject CODE`: the request is not approved; nothing is erased. */
export async function eraseReject(address: ShopAddress, [code = ""]: readonly string[]): Promise<number> {
  await step(address, code, { step: "reject" });
  console.log(`${code}: không duyệt; không xóa gì.`);
  return EXIT.done;
}

async function step(address: ShopAddress, code: string, wanted: ErasureStep): Promise<void> {
  const [client] = await connectShop(address);
  const done = await client?.erasure(code, wanted);
  if (done?.ok !== true) throw new CommandFailure(`${code}: ${done?.problems.map(({ message, hint }) => `${message.vi}${hint === undefined ? "" : `. ${hint.vi}`}`).join("; ") ?? "không có ai đăng nhập"}`);
}

function isReason(reason: string): reason is ErasureReason {
  return (ERASURE_REASONS as readonly string[]).includes(reason);
}
