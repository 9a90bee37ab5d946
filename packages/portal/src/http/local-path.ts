const ELSEWHERE = "https://portal.invalid";

/** A path of this portal that a person may be sent on to; anything that could lead elsewhere becomes the first page. */
export function localPath(wanted: string | undefined): string {
  if (wanted === undefined || !wanted.startsWith("/") || /[\\\p{Cc}]/u.test(wanted)) return "/";
  const url = URL.canParse(wanted, ELSEWHERE) ? new URL(wanted, ELSEWHERE) : undefined;
  return url?.origin === ELSEWHERE && !url.pathname.startsWith("//") ? `${url.pathname}${url.search}${url.hash}` : "/";
}
