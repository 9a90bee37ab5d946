import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createConnectorSimulator, type ConnectorSimulator } from "./connector/connector-simulator.ts";
import { type EngineProcess, startEngine } from "./dynamodb/engine-process.ts";
import { createHttpGateway } from "./http/http-gateway.ts";
import { readHttpApis } from "./http/http-route.ts";
import type { LocalOptions } from "./local-options.ts";
import type { LocalShop } from "./local-shop.ts";
import { seedPeople } from "./login/seed-people.ts";
import { type Login, startLogin } from "./login/start-login.ts";
import { lockData } from "./runtime/data-lock.ts";
import { type Doors, openDoors } from "./runtime/doors.ts";
import { type Foundation, layFoundation } from "./runtime/foundation.ts";
import { writeMemory } from "./runtime/local-memory.ts";
import { type Services, startServices } from "./runtime/start-services.ts";

/**
 * Runs a synthesised cloud assembly on this machine, unmodified: tables, functions, executions, routes, streams,
 * schedules, queues and files as its templates declare them, every grant enforced. Everything listens on 127.0.0.1.
 * @throws Error for an assembly that cannot run here, a port that is taken, or data another shop runs on
 */
export async function startLocal(options: LocalOptions): Promise<LocalShop> {
  const started = performance.now();
  const directory = resolve(options.data ?? join(".motcua", "data"));
  const unlock = lockData(directory);
  const undo: (() => unknown)[] = [unlock];
  try {
    const base = layFoundation(options, directory);
    const [engine, doors] = await Promise.all([
      startEngine(join(directory, "dynamodb"), options.engine).then(keep(undo)),
      openDoors(options.ports ?? {}, base.memory.ports).then(keep(undo)),
    ]);
    const login = keep<Login>(undo)(await startLogin({ model: base.model, directory, people: options.people, doors, log: base.log }));
    const connector = keep<ConnectorSimulator>(undo)(createConnectorSimulator(join(directory, "connector.jsonl"), options.connectors));
    doors.open("connector", connector.server);
    const surroundings = { region: base.model.region, awsEndpoint: doors.url("aws"), rewrites: [...login.rewrites, ...connectorRewrites(base, doors)] };
    const services = keep<Services>(undo)(await startServices({ base, doors, engine, surroundings }));
    openGateways({ base, doors, login, services }, options.redirects);
    await remember({ base, doors, options });
    return shopOf({ base, doors, engine, login, connector, services, undo, readyMs: performance.now() - started });
  } catch (error) {
    await undoAll(undo);
    throw error;
  }
}

/** Notes how to end what has been started. */
function keep<Part extends { readonly close: () => unknown }>(undo: (() => unknown)[]): (part: Part) => Part {
  return (part) => {
    undo.push(() => part.close());
    return part;
  };
}

async function undoAll(undo: (() => unknown)[]): Promise<void> {
  for (let end = undo.pop(); end !== undefined; end = undo.pop()) await end();
}

/** The integration platform is a variable of the functions: its address is rewritten to the simulator's. */
function connectorRewrites({ functions }: Foundation, doors: Doors): readonly (readonly [string, string])[] {
  const urls = new Set(functions.map(({ environment }) => environment["CONNECTOR_URL"]?.replace(/\/$/, "")).filter((url) => url !== undefined && url !== ""));
  return [...urls].map((url) => [String(url), doors.url("connector")] as const);
}

interface Parts {
  readonly base: Foundation;
  readonly doors: Doors;
  readonly login: Login;
  readonly services: Services;
}

function openGateways({ base, doors, login, services }: Parts, redirects: LocalOptions["redirects"] = {}): void {
  const { model, clock, log } = base;
  const apis = readHttpApis(model);
  if (apis.length > 1) throw new Error(`the assembly has ${apis.length} HTTP APIs; one is served here`);
  const unmapped = apis.flatMap(({ routes }) => routes).find(({ authorizer }) => authorizer !== undefined && !login.rewrites.some(([issuer]) => issuer === authorizer.issuer));
  if (unmapped !== undefined) throw new Error(`route ${unmapped.key} trusts the issuer ${unmapped.authorizer?.issuer}, which is no user pool of the assembly`);
  for (const api of apis) {
    const sourceArn = `arn:aws:execute-api:${model.region}:${model.account}:${api.id}`;
    doors.open("http", createHttpGateway({ api, sourceArn, pool: services.pool, verify: login.verify, now: clock.now, log, redirects }));
  }
}

interface Remembered {
  readonly base: Foundation;
  readonly doors: Doors;
  readonly options: LocalOptions;
}

/** Puts people into the table when they have changed, and keeps the ports for the next start. */
async function remember({ base, doors, options }: Remembered): Promise<void> {
  const members = options.people.filter(({ memberships }) => memberships !== undefined);
  const people = createHash("sha256").update(JSON.stringify(members)).digest("hex");
  const table = base.model.ofType("AWS::DynamoDB::GlobalTable", "AWS::DynamoDB::Table")[0]?.ref;
  if (members.length > 0 && people !== base.memory.people && table !== undefined) await seedPeople({ people: members, table, administrator: administratorOf(base, doors) });
  writeMemory(base.directory, { ...base.memory, ports: doors.ports, people });
}

function administratorOf({ administrator, model }: Foundation, doors: Doors): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL: doors.url("aws"),
    AWS_REGION: model.region,
    AWS_ACCESS_KEY_ID: administrator.accessKeyId,
    AWS_SECRET_ACCESS_KEY: administrator.secretAccessKey,
    AWS_SESSION_TOKEN: administrator.sessionToken,
  };
}

interface Running extends Parts {
  readonly engine: EngineProcess;
  readonly connector: ConnectorSimulator;
  readonly undo: (() => unknown)[];
  readonly readyMs: number;
}

function shopOf({ base, doors, engine, login, connector, services, undo, readyMs }: Running): LocalShop {
  const { model, clock, grants, log, usage } = base;
  return {
    httpUrl: doors.url("http"),
    issuer: login.issuer,
    password: login.password,
    tokenFor: login.tokenFor,
    clock,
    runSchedules: services.scheduler.runAll,
    idle: (within) => untilIdle(services, within),
    hold: services.pool.hold,
    usage: () => usage.report(services.states.transitions()),
    executions: () => services.states.list(),
    executionHistory: services.states.history,
    logs: log.lines,
    statements: grants.statements,
    failures: grants.denials,
    queues: () => Object.fromEntries(model.ofType("AWS::SQS::Queue").map(({ logicalId, arn }) => [logicalId, services.queues.messages(arn)])),
    engineStats: () => ({ engine: engine.name, readyMs: Math.round(readyMs), functions: base.functions.length }),
    connectors: connector,
    outputs: model.outputs,
    administrator: administratorOf(base, doors),
    close: () => undoAll(undo),
  };
}

/** Several looks in a row must find nothing: a function that ends may have written what a stream is about to carry. */
async function untilIdle({ pool, pumps, states }: Services, within = 60_000): Promise<void> {
  const until = Date.now() + within;
  let quiet = 0;
  while (quiet < 4) {
    if (Date.now() > until) throw new Error(`still busy after ${within} ms`);
    const busy = pool.running() + states.busy() + pumps.reduce((sum, pump) => sum + pump.pending(), 0);
    quiet = busy === 0 ? quiet + 1 : 0;
    await pause(15);
  }
}
