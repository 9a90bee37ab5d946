/** Whose cookie it is. */
export interface CookieOf {
  readonly https: boolean;
  readonly name?: string | undefined;
}

/** Name of the session cookie: bound to the host where the connection is encrypted. */
export function cookieName({ https, name = "motcua" }: CookieOf): string {
  return https ? `__Host-${name}` : name;
}

const SESSION_ID = /^[0-9a-f]{64}$/;

/** The session id a browser sent; anything that cannot be one is left out. */
export function readCookie(header: string | undefined, of: CookieOf): string | undefined {
  const wanted = `${cookieName(of)}=`;
  const found = (header ?? "").split(/;\s*/).find((each) => each.startsWith(wanted))?.slice(wanted.length);
  return found !== undefined && SESSION_ID.test(found) ? found : undefined;
}

/** `Set-Cookie` of a session; an empty id takes it away. No `Max-Age`: it ends with the browser, the server's own time ends it before. */
export function writeCookie(id: string, of: CookieOf): string {
  const attributes = `Path=/; HttpOnly; SameSite=Lax${of.https ? "; Secure" : ""}`;
  return `${cookieName(of)}=${id}; ${attributes}${id === "" ? "; Max-Age=0" : ""}`;
}
