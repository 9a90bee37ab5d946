import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { CommandFailure, EXIT } from "../exit.ts";
import { knownProvince, startProject } from "../new/start-project.ts";
import { findWorkspace } from "../workspace.ts";

/** The command itself, where it is not on the path. */
const BIN = fileURLToPath(new URL("../../bin/motcua.mjs", import.meta.url));

interface InitOptions {
  /** Folder of `schemas/provinces` whose units, hours and calendar the project begins with. */
  readonly province: string;
}

/** `motcua init`: a project of one's own, outside the product's repository, in which `motcua new` can begin. */
export async function init({ province }: InitOptions, [folder = "."]: readonly string[]): Promise<number> {
  const root = resolve(folder);
  const around = findWorkspace(root);
  if (around !== undefined) throw new CommandFailure(`${folder} đã nằm trong dự án ${around.root}: chạy motcua new ở đó.`, EXIT.usage);
  if (existsSync(join(root, "schemas"))) throw new CommandFailure(`${join(folder, "schemas")} đã có: chọn một thư mục khác.`, EXIT.usage);
  if (!knownProvince(province)) throw new CommandFailure(`Không có tỉnh ${province}. Bắt đầu với dong-thap hoặc vinh-long, rồi sửa schemas/provinces.`, EXIT.usage);
  await startProject(root, province);
  const shown = relative(process.cwd(), root);
  console.log([
    `Đã tạo dự án ở ${shown === "" ? "thư mục này" : shown}: schemas/ có quy ước, phần dùng chung, lịch nghỉ và tỉnh ${province}`,
    ...(shown === "" ? [] : [`  vào: cd ${shown}`]),
    `  tạo thủ tục: node ${relative(root, BIN)} new`,
    `  đơn vị, giờ làm việc của tỉnh: schemas/provinces/${province}/province.json`,
  ].join("\n"));
  return EXIT.done;
}
