import { TerminalError } from "@motcua/handlers";

/** What the functions are told by their environment. */
export interface Environment {
  readonly TABLE_NAME: string;
  readonly FILES_BUCKET: string;
  /** Bucket under Object Lock. */
  readonly SEALS_BUCKET: string;
  /** ARN of the asymmetric key days are signed with. */
  readonly SEAL_KEY: string;
  /** `arn:aws:states:<region>:<account>:stateMachine:motcua-<province>-` */
  readonly STATE_MACHINE_ARN_PREFIX: string;
  /** Base URL of the province's integration platform. */
  readonly CONNECTOR_URL: string;
  /** Absolute URL people open; empty where it is that of the request. */
  readonly PUBLIC_URL: string;
}

const NEEDED = ["TABLE_NAME", "FILES_BUCKET", "SEALS_BUCKET", "SEAL_KEY", "STATE_MACHINE_ARN_PREFIX", "CONNECTOR_URL"] as const;

/** Reads the environment. @throws TerminalError naming every variable that is missing */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const missing = NEEDED.filter((name) => (env[name] ?? "") === "");
  if (missing.length > 0) throw new TerminalError(`missing in the environment: ${missing.join(", ")}`);
  return { ...(env as Readonly<Record<(typeof NEEDED)[number], string>>), PUBLIC_URL: env["PUBLIC_URL"] ?? "" };
}
