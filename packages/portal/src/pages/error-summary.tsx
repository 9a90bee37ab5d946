import type { Problem } from "@motcua/procedure";

/** A mistake and where on which page it can be mended. */
export interface ListedMistake {
  readonly problem: Problem;
  /** `#id`, or a path with one; a mistake of the whole has none. */
  readonly href?: string;
}

/** The mistakes of a page, first in it: announced, focused, each leading to its input. */
export function ErrorSummary({ mistakes, title = "Có nội dung cần sửa" }: { readonly mistakes: readonly ListedMistake[]; readonly title?: string }) {
  if (mistakes.length === 0) return null;
  return (
    <div class="summary column" role="alert" tabindex={-1} aria-labelledby="loi-tieu-de">
      <h2 id="loi-tieu-de">{title}</h2>
      <ul>
        {mistakes.map(({ problem, href }) => (
          <li>
            {href === undefined ? problem.message.vi : <a href={href}>{problem.message.vi}</a>}
            {problem.hint === undefined ? null : <span class="quiet"> {problem.hint.vi}.</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The mistakes of a call, none of which belongs to an input. */
export function plainMistakes(problems: readonly Problem[]): readonly ListedMistake[] {
  return problems.map((problem) => ({ problem }));
}
