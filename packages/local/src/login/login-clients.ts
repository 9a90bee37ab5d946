import type { Model } from "../assembly/read-model.ts";
import type { LoginClient } from "./login-provider.ts";

/** The user pool clients of the templates, their addresses also under the local portal's. */
export function readLoginClients(model: Model, httpPort: number): readonly LoginClient[] {
  const here = (urls: unknown): readonly string[] => {
    const given = (urls ?? []) as readonly string[];
    const origins = [`http://127.0.0.1:${httpPort}`, `http://localhost:${httpPort}`];
    return [...given, ...given.flatMap((url) => origins.map((origin) => origin + new URL(url).pathname))];
  };
  return model.ofType("AWS::Cognito::UserPoolClient").map(({ ref, properties }) => ({
    id: ref,
    redirectUris: here(properties["CallbackURLs"]),
    logoutUris: here(properties["LogoutURLs"]),
  }));
}

/** Issuers of the user pools of the templates, as Cognito names them. */
export function poolIssuers(model: Model): readonly string[] {
  return model.ofType("AWS::Cognito::UserPool").map(({ region, ref }) => `https://cognito-idp.${region}.amazonaws.com/${ref}`);
}
