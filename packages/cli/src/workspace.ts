import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { CommandFailure, EXIT } from "./exit.ts";

/** Where a project keeps its definitions and what is built from them. */
export interface Workspace {
  readonly root: string;
  /** `schemas/` of the project. */
  readonly schemas: string;
  /** Everything that can be rebuilt, and the local data: `.motcua/`. */
  readonly state: string;
  readonly assembly: string;
  /** Id of the province that is run; the default one where absent. */
  readonly province?: string;
}

/** The workspace around a directory: the nearest ancestor with `schemas/contract`. */
export function findWorkspace(from: string = process.cwd()): Workspace | undefined {
  let root = resolve(from);
  while (!existsSync(join(root, "schemas", "contract"))) {
    const parent = dirname(root);
    if (parent === root) return undefined;
    root = parent;
  }
  const state = join(root, ".motcua");
  return { root, schemas: join(root, "schemas"), state, assembly: join(state, "cdk.out") };
}

/** The workspace a command works in. @throws CommandFailure where there is none */
export function requireWorkspace(from?: string): Workspace {
  const workspace = findWorkspace(from);
  if (workspace === undefined) throw new CommandFailure(`Không tìm thấy thư mục schemas/contract từ ${resolve(from ?? ".")} trở lên: chạy lệnh trong thư mục dự án, hoặc tạo dự án mới bằng motcua init.`, EXIT.usage);
  return workspace;
}
