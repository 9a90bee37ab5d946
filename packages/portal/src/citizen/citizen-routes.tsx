import type { CatalogueEntry } from "@motcua/handlers";
import type { Hono } from "hono";
import { dossierRoutes } from "./dossier-routes.tsx";
import { notFoundPage } from "../pages/message-page.tsx";
import { render } from "../pages/render.tsx";
import { moduleInForce, type Portal, type PortalContext, type PortalEnv } from "../portal.ts";
import { fold } from "../words/fold.ts";
import { ProcedurePage } from "./procedure-page.tsx";

/** First page, list and page of procedures, and a citizen's own dossiers. */
export function citizenRoutes(app: Hono<PortalEnv>, portal: Portal): void {
  app.get("/", (c) => home(c, portal));
  app.get("/thu-tuc", (c) => procedureList(c, portal));
  app.get("/thu-tuc/:code", (c) => procedurePage(c, portal));
  dossierRoutes(app, portal);
}

async function home(c: PortalContext, portal: Portal): Promise<Response> {
  const entries = await portal.handlers.procedures();
  return render(c, portal, {
    options: { title: "Trang đầu", shared: true },
    children: (
      <>
        <h1>Dịch vụ công {portal.province.name.vi}</h1>
        <p class="lead column">Nộp hồ sơ trực tuyến, tại bộ phận một cửa hoặc qua bưu chính, và theo dõi đến khi nhận kết quả.</p>
        <SearchForm value="" />
        <p>
          <a class="button secondary" href="/tra-cuu">
            Tra cứu hồ sơ đã nộp
          </a>
        </p>
        <ByField entries={entries} />
      </>
    ),
  });
}

async function procedureList(c: PortalContext, portal: Portal): Promise<Response> {
  const wanted = (c.req.query("tim") ?? "").normalize("NFC").slice(0, 200);
  const entries = await portal.handlers.procedures();
  const words = fold(wanted).split(" ");
  const found = entries.filter(({ code, name, field }) => {
    const text = fold(`${code} ${name.vi} ${name.en ?? ""} ${field.name.vi}`);
    return words.every((word) => text.includes(word));
  });
  return render(c, portal, {
    options: { title: wanted === "" ? "Thủ tục hành chính" : "Kết quả tìm thủ tục", back: "/", shared: true },
    children: (
      <>
        <h1>Thủ tục hành chính</h1>
        <SearchForm value={wanted} />
        <p role="status">{found.length === 0 ? "Không có thủ tục nào phù hợp. Thử từ khác, không cần gõ dấu." : `${found.length} thủ tục`}</p>
        <ByField entries={found} />
      </>
    ),
  });
}

function SearchForm({ value }: { readonly value: string }) {
  return (
    <form class="search" method="get" action="/thu-tuc" role="search">
      <div>
        <label for="tim">Tìm thủ tục</label>
        <input id="tim" name="tim" type="search" value={value} autocomplete="off" />
      </div>
      <button class="button" type="submit">
        Tìm
      </button>
    </form>
  );
}

function ByField({ entries }: { readonly entries: readonly CatalogueEntry[] }) {
  const collator = new Intl.Collator("vi");
  const fields = new Map(entries.map(({ field }) => [field.id, field.name.vi]));
  return (
    <>
      {[...fields]
        .sort(([, a], [, b]) => collator.compare(a, b))
        .map(([id, name]) => (
          <section aria-labelledby={`linh-vuc-${id}`}>
            <h2 id={`linh-vuc-${id}`}>{name}</h2>
            <ul class="cards">
              {entries
                .filter(({ field }) => field.id === id)
                .sort((a, b) => collator.compare(a.name.vi, b.name.vi))
                .map((entry) => (
                  <li>
                    <a href={`/thu-tuc/${entry.code}`}>{entry.name.vi}</a>
                    <p class="quiet">Mã thủ tục {entry.code}</p>
                  </li>
                ))}
            </ul>
          </section>
        ))}
    </>
  );
}

async function procedurePage(c: PortalContext, portal: Portal): Promise<Response> {
  const module = await moduleInForce(portal, c.req.param("code") ?? "");
  if (module === undefined) return notFoundPage(c, portal);
  const { procedure } = module;
  return render(c, portal, {
    options: { title: procedure.name.vi, back: "/thu-tuc", shared: true },
    children: <ProcedurePage procedure={procedure} province={portal.province} />,
  });
}
