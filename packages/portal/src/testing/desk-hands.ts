import type { DossierState } from "@motcua/dossier";
import type { DeskShop } from "./desk-shop.ts";
import type { HtmlForm } from "./html-form.ts";
import { pageVisitor, type PageVisitor, type SeenPage } from "./page-visitor.ts";

/** What officers do to one dossier by its pages. */
export interface DeskHands {
  /** Path of the dossier at the desk, or of a page below it. */
  readonly path: (page?: string) => string;
  readonly state: () => Promise<DossierState>;
  /** Id of the open task of a step; `""` where there is none. */
  readonly task: (step: string) => Promise<string>;
  /** Somebody who holds a role; of the shop's first unit unless said otherwise. */
  readonly as: (role: string, unit?: string) => Promise<PageVisitor>;
  /** Does what is open at a step, by its form. */
  readonly decide: (role: string, step: string, outcome: string) => Promise<SeenPage>;
}

/** The form of an act on a page. @throws where the page has none */
export function actForm(page: SeenPage, task?: string): HtmlForm {
  const form = page.forms.find(({ fields }) => fields["_viec"] !== undefined && (task === undefined || fields["_viec"] === task));
  if (form === undefined) throw new Error(`no form of an act: ${page.status} ${page.text.slice(0, 300)}`);
  return form;
}

/** The buttons of an act's pages. */
export const PRESS = { send: { name: "send", value: "1" }, confirm: { name: "send", value: "2" }, stay: { name: "_do", value: "stay" } } as const;

/** Officers at work on a dossier. */
export function deskHands(shop: DeskShop, code: string, unit = "H20.058"): DeskHands {
  const path = (page?: string) => `/can-bo/ho-so/${code}${page === undefined ? "" : `/${page}`}`;
  const state = async () => {
    const stored = await shop.ports.dossiers.load(code);
    if (stored === undefined) throw new Error(`no dossier ${code}`);
    return stored.state;
  };
  const task = async (step: string) => Object.values((await state()).tasks).find((each) => each.step === step)?.id ?? "";
  const as = async (role: string, of = unit) => pageVisitor(shop.app, { sessions: shop.ports.sessions, clock: shop.ports.clock, sub: await shop.officer(of, role) });
  return {
    path,
    state,
    task,
    as,
    decide: async (role, step, outcome) => {
      const visitor = await as(role);
      return visitor.send(actForm(await visitor.get(path()), await task(step)), {}, { name: "outcome", value: outcome });
    },
  };
}
