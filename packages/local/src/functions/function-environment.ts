import type { Credentials } from "../iam/keyring.ts";
import type { LocalFunction } from "./read-functions.ts";

/** Where functions find what stands for AWS and the world here. */
export interface Surroundings {
  readonly region: string;
  /** `http://127.0.0.1:<port>` */
  readonly awsEndpoint: string;
  /** What template values begin with → what they begin with here: issuers, the integration platform. */
  readonly rewrites: readonly (readonly [from: string, to: string])[];
}

/** The environment of a function's process: the template's variables, rewritten, and what Lambda adds. */
export function functionEnvironment(fn: LocalFunction, credentials: Credentials, surroundings: Surroundings): Readonly<Record<string, string>> {
  const variables = Object.entries(fn.environment).map(([name, value]) => [name, rewrite(value, surroundings)] as const);
  return {
    PATH: process.env["PATH"] ?? "",
    LANG: "en_US.UTF-8",
    TZ: ":UTC",
    ...Object.fromEntries(variables),
    _HANDLER: fn.handler,
    LAMBDA_TASK_ROOT: fn.directory,
    AWS_LAMBDA_FUNCTION_NAME: fn.name,
    AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.memoryMegabytes),
    AWS_LAMBDA_LOG_GROUP_NAME: fn.logGroup,
    AWS_REGION: surroundings.region,
    AWS_DEFAULT_REGION: surroundings.region,
    AWS_ENDPOINT_URL: surroundings.awsEndpoint,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: credentials.sessionToken,
  };
}

function rewrite(value: string, { rewrites }: Surroundings): string {
  const found = rewrites.find(([from]) => value === from || value.startsWith(`${from}/`));
  return found === undefined ? value : found[1] + value.slice(found[0].length);
}
