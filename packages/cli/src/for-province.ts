import { join } from "node:path";
import type { Province } from "@motcua/procedure";
import { CommandFailure, EXIT } from "./exit.ts";
import type { Workspace } from "./workspace.ts";

/** Province that is run when nobody says which. */
const DEFAULT_PROVINCE = "dong-thap";

/** The workspace as one province runs it: what is built and kept for another than the default stands in a folder of its own. */
export function forProvince(workspace: Workspace, id: string | undefined): Workspace {
  if (id === undefined) return workspace;
  if (!/^[a-z]+(-[a-z]+)*$/.test(id)) throw new CommandFailure(`--province ${id}: cần tên thư mục trong schemas/provinces, ví dụ ${DEFAULT_PROVINCE}.`, EXIT.usage);
  if (id === DEFAULT_PROVINCE) return { ...workspace, province: id };
  const state = join(workspace.state, id);
  return { ...workspace, province: id, state, assembly: join(state, "cdk.out") };
}

/** The province asked for; the default one where nobody asked, the first where it is not there. @throws CommandFailure for one nobody defined */
export function chosenProvince(provinces: readonly Province[], id: string | undefined): Province | undefined {
  const found = provinces.find((province) => province.id === (id ?? DEFAULT_PROVINCE));
  if (found !== undefined || id === undefined) return found ?? provinces[0];
  throw new CommandFailure(`Không có tỉnh ${id} (hoặc tỉnh ấy có lỗi, chạy motcua check). Có: ${provinces.map((province) => province.id).join(", ")}.`, EXIT.usage);
}
