/** Where the portal is, as the browser sees it: `https://host`, without a slash at its end. */
export function baseUrl(request: { readonly header: (name: string) => string | undefined; readonly url: string }, publicUrl: string | undefined): string {
  if (publicUrl !== undefined && publicUrl !== "") return publicUrl.replace(/\/+$/, "");
  const seen = new URL(request.url);
  const proto = request.header("x-forwarded-proto") === "http" ? "http" : seen.protocol.slice(0, -1);
  const host = request.header("host") ?? seen.host;
  return `${request.header("x-forwarded-proto") === "https" ? "https" : proto}://${host}`;
}
