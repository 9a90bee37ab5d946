/** What a page's headers depend on. */
export interface HeaderCircumstances {
  readonly https: boolean;
  /** Origins beside this one that forms of the page may go to: the bucket, the provider's logout. */
  readonly formOrigins: readonly string[];
  /** Whether the page is the same for everybody. */
  readonly shared: boolean;
}

/** The headers of every page: nothing from elsewhere, nothing inline, framed by nobody, kept by nobody. */
export function securityHeaders({ https, formOrigins, shared }: HeaderCircumstances): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self' data:",
    `form-action ${["'self'", ...new Set(formOrigins)].join(" ")}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  return {
    "content-security-policy": policy.join("; "),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": shared ? "public, max-age=300" : "no-store",
    ...(shared ? { vary: "Cookie" } : {}),
    ...(https ? { "strict-transport-security": "max-age=31536000" } : {}),
  };
}
