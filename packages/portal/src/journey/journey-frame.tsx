import type { Child } from "hono/jsx";
import { ErrorSummary, type ListedMistake } from "../pages/error-summary.tsx";
import { render } from "../pages/render.tsx";
import type { Portal, PortalContext } from "../portal.ts";
import type { Journey } from "./journey.ts";
import { previousPath } from "./journey.ts";

/** What a page of a journey shows around its content. */
export interface JourneyFrame {
  readonly journey: Journey;
  /** Id of the page. */
  readonly page: string;
  readonly title: string;
  readonly mistakes?: readonly ListedMistake[];
  /** @default the page before */
  readonly back?: string;
  /** Origins forms of this page go to, beside the portal. */
  readonly formOrigins?: readonly string[];
  readonly children: Child;
}

/** Answers with a page of a journey; 422 where it shows mistakes. */
export function journeyPage(c: PortalContext, portal: Portal, frame: JourneyFrame): Response {
  const { journey, page, title, mistakes = [], children } = frame;
  const { procedure } = journey.module;
  const at = journey.pages.findIndex(({ id }) => id === page);
  return render(c, portal, {
    options: {
      title: `${title} – ${procedure.name.vi}`,
      back: frame.back ?? previousPath(journey, page),
      mistakes: mistakes.length > 0,
      // A page of the form's own has nothing but inputs.
      formOnly: journey.pages[at]?.section !== undefined,
      ...(mistakes.length > 0 && c.req.method === "POST" ? { status: 422 as const } : {}),
      ...(frame.formOrigins === undefined ? {} : { formOrigins: frame.formOrigins }),
    },
    children: (
      <>
        <ErrorSummary mistakes={mistakes} />
        <h1>
          <span class="caption">
            {procedure.name.vi}
            {at === -1 ? "" : ` (phần ${at + 1}/${journey.pages.length})`}
          </span>
          {title}
        </h1>
        {children}
      </>
    ),
  });
}
