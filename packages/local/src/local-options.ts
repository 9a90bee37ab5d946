import type { ConnectorOptions } from "./connector/connector-simulator.ts";
import type { LocalPerson } from "./login/local-person.ts";

/** Options of `startLocal`. */
export interface LocalOptions {
  /** Directory of the synthesised cloud assembly (`cdk.out`). */
  readonly assembly: string;
  /** Directory of the local data; kept over restarts, one running shop at a time. @default ".motcua/data" */
  readonly data?: string;
  /** Ports on 127.0.0.1; 0 or absent is the one of last time, else any that is free. */
  readonly ports?: { readonly http?: number; readonly aws?: number; readonly oidc?: number };
  /** Who can log in. */
  readonly people: readonly LocalPerson[];
  /** Local time to start at, ISO 8601. @default where it was left, at first the real time */
  readonly clock?: { readonly startAt?: string };
  /** Told of runtime errors, refused grants among them, one line each. */
  readonly onLine?: (line: string) => void;
  /** Pages of this machine that are in no assembly: path to the address it leads to, looked up at each request. */
  readonly redirects?: Readonly<Record<string, string>>;
  readonly connectors?: ConnectorOptions;
  /** Takes one IAM statement out, to see what misses it. */
  readonly withoutStatement?: { readonly logicalId: string; readonly index: number };
  /** DynamoDB engine to prefer. @default dynoxide where it is installed */
  readonly engine?: "dynoxide" | "dynamodb-local";
}
