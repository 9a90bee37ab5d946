import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CalendarYear } from "@motcua/calendar";
import { createClient, type Client } from "@motcua/client";
import { startLocal, type LocalShop } from "@motcua/local";
import type { ProcedureModule, Province, Sample } from "@motcua/procedure";
import { buildShop, type BuildReport } from "./build-shop.ts";
import { readBuilt } from "./built.ts";
import { CommandFailure } from "./exit.ts";
import { type LocalPerson, localPeople } from "./local-people.ts";
import type { Workspace } from "./workspace.ts";

/** A one-stop shop that runs on this machine, with what is needed to drive dossiers through it. */
export interface OpenShop {
  readonly local: LocalShop;
  readonly build: BuildReport;
  readonly province: Province;
  readonly calendars: readonly CalendarYear[];
  readonly people: readonly LocalPerson[];
  readonly procedures: readonly ShopProcedure[];
  /** A client of the API for one of the local people, `undefined` for somebody without an account. */
  client(login?: string): Promise<Client>;
  close(): Promise<void>;
}

/** One procedure the shop offers, with the module the functions run and its samples. */
export interface ShopProcedure {
  readonly code: string;
  readonly module: ProcedureModule;
  readonly samples: readonly { readonly file: string; readonly sample: Sample }[];
}

/** Options of {@link openShop}. */
export interface OpenShopOptions {
  /** Directory of the local data. @default `.motcua/data` */
  readonly data?: string;
  /** Port of pages and API; 0 is any free one. @default 0 */
  readonly port?: number;
  /** Addresses that paths beside the shop's own lead to. */
  readonly redirects?: Readonly<Record<string, string>>;
  readonly onStep?: (name: string, ms: number) => void;
  readonly onLine?: (line: string) => void;
  /** Takes one IAM statement out, for the test that every grant matters. */
  readonly withoutStatement?: { readonly logicalId: string; readonly index: number };
}

/** Builds what has changed and starts the shop. */
export async function openShop(workspace: Workspace, options: OpenShopOptions = {}): Promise<OpenShop> {
  const build = await buildShop(workspace, options.onStep === undefined ? {} : { onStep: options.onStep });
  const { procedures, province, calendars } = await readBuilt(workspace);
  const people = localPeople(province, procedures);
  const data = options.data ?? join(workspace.state, "data");
  await mkdir(data, { recursive: true });
  const local = await started(() => startLocal({
    assembly: workspace.assembly,
    data,
    people,
    ports: { http: options.port ?? 0 },
    ...(options.redirects === undefined ? {} : { redirects: options.redirects }),
    ...(options.onLine === undefined ? {} : { onLine: options.onLine }),
    ...(options.withoutStatement === undefined ? {} : { withoutStatement: options.withoutStatement }),
  }));
  const offered = await Promise.all(
    procedures.map(async ({ code, version, samples }) => {
      const file = join(workspace.state, "build", "functions", "catalogue", `${code}@${version}.mjs`);
      const { default: module } = (await import(pathToFileURL(file).href)) as { default: ProcedureModule };
      return { code, module, samples };
    }),
  );
  return {
    local,
    build,
    province,
    calendars,
    people,
    procedures: offered,
    client: async (login) => createClient({ baseUrl: local.httpUrl, ...(login === undefined ? {} : { token: await local.tokenFor(login) }) }),
    close: () => local.close(),
  };
}

/** What keeps a shop from starting and a person can put right is said in one line. */
async function started(start: () => Promise<LocalShop>): Promise<LocalShop> {
  try {
    return await start();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") throw new CommandFailure("Cổng đang được dùng: chọn --port khác.");
    if (/already runs on|no DynamoDB engine/.test(message)) throw new CommandFailure(message);
    throw error;
  }
}
