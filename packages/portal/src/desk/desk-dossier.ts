import type { DossierView } from "@motcua/handlers";
import type { ProcedureModule } from "@motcua/procedure";
import { notFoundPage } from "../pages/message-page.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import type { Officer } from "./officer.ts";

/** A dossier an officer may see, with the version it was received under. */
export interface DeskDossier {
  readonly officer: Officer;
  readonly view: DossierView;
  readonly module: ProcedureModule;
}

/** Calls a page with the dossier of the path; unknown and foreign ones are answered alike. */
export async function withDossier(c: PortalContext, portal: Portal, { officer, page }: { readonly officer: Officer; readonly page: (dossier: DeskDossier) => Response | Promise<Response> }): Promise<Response> {
  const found = await portal.handlers.dossier(officer.caller, c.req.param("code") ?? "");
  if (!found.ok) return notFoundPage(c, portal);
  const { code, version } = found.value.procedure;
  const module = await portal.catalogue.load(code, version);
  if (module === undefined) throw new Error(`the catalogue lacks ${code}@${version}`);
  return page({ officer, view: found.value, module });
}
