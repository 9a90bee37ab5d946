import { join } from "node:path";
import { createTables, type LocalTable } from "../dynamodb/create-tables.ts";
import { createDynamodbService } from "../dynamodb/dynamodb-service.ts";
import { createEngineClient, type EngineClient } from "../dynamodb/engine-client.ts";
import type { EngineProcess } from "../dynamodb/engine-process.ts";
import { createAwsEndpoint } from "../endpoint/aws-endpoint.ts";
import { createEventsService } from "../events/events-service.ts";
import { functionEnvironment, type Surroundings } from "../functions/function-environment.ts";
import { createFunctionPool, type FunctionPool } from "../functions/function-pool.ts";
import { createKeyService } from "../keys/key-service.ts";
import { createQueues, type Queues } from "../queues/queue-service.ts";
import { type Scheduler, startScheduler } from "../schedules/scheduler.ts";
import { createStateRunner } from "../states/engine-runner.ts";
import { readMachines } from "../states/read-machines.ts";
import type { StateRunner } from "../states/state-runner.ts";
import { createStatesService } from "../states/states-service.ts";
import { createStorage } from "../storage/storage-service.ts";
import { readMappings } from "../streams/read-mappings.ts";
import { startStreamPump, type StreamPump } from "../streams/stream-pump.ts";
import type { Doors } from "./doors.ts";
import type { Foundation } from "./foundation.ts";

/** The AWS services of the shop, running. */
export interface Services {
  readonly pool: FunctionPool;
  readonly states: StateRunner;
  readonly queues: Queues;
  readonly pumps: readonly StreamPump[];
  readonly scheduler: Scheduler;
  readonly close: () => Promise<void>;
}

/** Options of {@link startServices}. */
export interface ServicesOptions {
  readonly base: Foundation;
  readonly doors: Doors;
  readonly engine: EngineProcess;
  readonly surroundings: Surroundings;
}

/** Starts tables, functions, executions, queues, files, streams and schedules behind the AWS door. */
export async function startServices({ base, doors, engine, surroundings }: ServicesOptions): Promise<Services> {
  const { model, directory, grants, usage, log, clock, keyring } = base;
  const client = createEngineClient(engine.port, model.region);
  const tables = await createTables(model, client);
  const queues = createQueues(model, join(directory, "queues"), grants);
  const storage = createStorage({ model, directory: join(directory, "files"), grants, keyring, now: clock.now });
  const pool = createFunctionPool({
    functions: base.functions,
    environmentOf: (fn) => functionEnvironment(fn, base.credentialsOf(fn), surroundings),
    principalOf: base.principalOf,
    offset: clock.offset,
    grants,
    usage,
    log,
  });
  const states = await createStateRunner({ machines: readMachines(model, grants), pool, clock, log, directory: join(directory, "executions") });
  const pumps: StreamPump[] = [];
  const onWrite = (table: string) => {
    for (const pump of pumps) if (pump.table === table) pump.wake();
  };
  const dynamodb = createDynamodbService({ engine: client, tables, grants, usage, onWrite });
  const json = { AWSStepFunctions: createStatesService(states, grants), AmazonSQS: queues.operations, TrentService: createKeyService({ model, grants, directory: join(directory, "keys") }), AWSEvents: createEventsService({ model, grants, pool, now: clock.now, log }) };
  doors.open("aws", createAwsEndpoint({ json, dynamodb, s3: storage.handle }, keyring, log));
  pumps.push(...startPumps({ base, client, tables, queues, pool }));
  const scheduler = startScheduler({ model, pool, grants, now: clock.now, log });
  return {
    pool,
    states,
    queues,
    pumps,
    scheduler,
    close: async () => {
      scheduler.close();
      // Before the functions: a call they would lose with their process is made again at the next start, not failed now.
      await states.close();
      pool.close();
      await Promise.all(pumps.map((pump) => pump.close()));
      client.close();
      queues.close();
      storage.close();
    },
  };
}

interface PumpParts {
  readonly base: Foundation;
  readonly client: EngineClient;
  readonly tables: readonly LocalTable[];
  readonly queues: Queues;
  readonly pool: FunctionPool;
}

function startPumps({ base, client, tables, queues, pool }: PumpParts): readonly StreamPump[] {
  const { model, grants, log, directory, functions } = base;
  return readMappings(model).map((mapping) => {
    const table = tables.find(({ streamArn }) => streamArn === mapping.streamArn);
    const fn = functions.find(({ arn }) => arn === mapping.functionArn);
    if (table === undefined || fn === undefined) throw new Error(`event-source mapping ${mapping.logicalId} names a stream or a function that is not in the assembly`);
    const reader = base.principalOf(fn);
    return startStreamPump({ mapping, table, reader, region: model.region, engine: client, grants, pool, queues, log, directory: join(directory, "streams") });
  });
}
