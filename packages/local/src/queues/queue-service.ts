import { createHash, randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Model } from "../assembly/read-model.ts";
import { AwsError } from "../aws-error.ts";
import type { JsonOperations } from "../endpoint/aws-request.ts";
import type { Grants } from "../iam/grants.ts";
import type { Principal } from "../iam/principal.ts";
import { type Journal, openJournal } from "../runtime/journal.ts";

/** A message on a queue. */
export interface QueueMessage {
  readonly id: string;
  readonly body: string;
  /** Real time, milliseconds. */
  readonly sentAt: number;
}

/** The SQS queues of the assembly. */
export interface Queues {
  readonly operations: JsonOperations;
  /** Puts a message on a queue by its ARN, judged for `by`. */
  readonly send: (arn: string, body: string, by: Principal) => void;
  /** Messages of a queue, by ARN, the invisible too. */
  readonly messages: (arn: string) => readonly QueueMessage[];
  readonly close: () => void;
}

interface Queue {
  readonly arn: string;
  readonly url: string;
  readonly visibilityMs: number;
  readonly messages: Map<string, QueueMessage>;
  /** Message id → when it becomes visible again, and the receipt of its last delivery. */
  readonly inFlight: Map<string, { readonly until: number; readonly receipt: string }>;
  readonly journal: Journal<Entry>;
}

type Entry = { readonly sent: QueueMessage } | { readonly deleted: string };

const md5 = (text: string) => createHash("md5").update(text).digest("hex");

/** Queues kept in files under `directory`; what was sent is there after a restart, visible. */
export function createQueues(model: Model, directory: string, grants: Grants): Queues {
  const queues = model.ofType("AWS::SQS::Queue").map((resource): Queue => {
    const messages = new Map<string, QueueMessage>();
    const journal = openJournal<Entry>(join(directory, `${resource.arn.split(":").at(-1)}.jsonl`), (entry) => {
      if ("sent" in entry) messages.set(entry.sent.id, entry.sent);
      else messages.delete(entry.deleted);
    });
    const visibilityMs = Number(resource.properties["VisibilityTimeout"] ?? 30) * 1000;
    return { arn: resource.arn, url: resource.ref, visibilityMs, messages, inFlight: new Map(), journal };
  });
  const judged = (url: unknown, action: string, by: Principal): Queue => {
    const queue = queues.find((each) => each.url === url || each.arn === url || String(url).split("/").at(-1) === each.arn.split(":").at(-1));
    if (queue === undefined) throw new AwsError("AWS.SimpleQueueService.NonExistentQueue", "The specified queue does not exist.");
    grants.demand(by, { actions: [`sqs:${action}`], resource: queue.arn });
    return queue;
  };
  return {
    operations: {
      SendMessage: (input, by) => {
        const message = put(judged(input["QueueUrl"], "SendMessage", by), input["MessageBody"] ?? "");
        return { MessageId: message.id, MD5OfMessageBody: md5(message.body) };
      },
      ReceiveMessage: (input, by) => ({
        Messages: receive(judged(input["QueueUrl"], "ReceiveMessage", by), input["MaxNumberOfMessages"] ?? 1, input["VisibilityTimeout"]),
      }),
      DeleteMessage: (input, by) => {
        const queue = judged(input["QueueUrl"], "DeleteMessage", by);
        const [id] = [...queue.inFlight].find(([, { receipt }]) => receipt === input["ReceiptHandle"]) ?? [];
        if (id !== undefined) remove(queue, id);
        return {};
      },
      GetQueueUrl: (input, by) => ({ QueueUrl: judged(input["QueueName"], "GetQueueUrl", by).url }),
      GetQueueAttributes: (input, by) => {
        const queue = judged(input["QueueUrl"], "GetQueueAttributes", by);
        const hidden = [...queue.inFlight.values()].filter(({ until }) => until > Date.now()).length;
        return {
          Attributes: {
            QueueArn: queue.arn,
            ApproximateNumberOfMessages: String(queue.messages.size - hidden),
            ApproximateNumberOfMessagesNotVisible: String(hidden),
          },
        };
      },
      PurgeQueue: (input, by) => {
        const queue = judged(input["QueueUrl"], "PurgeQueue", by);
        for (const id of queue.messages.keys()) remove(queue, id);
        return {};
      },
    },
    send: (arn, body, by) => void put(judged(arn, "SendMessage", by), body),
    messages: (arn) => [...(queues.find((queue) => queue.arn === arn)?.messages.values() ?? [])],
    close: () => {
      for (const { journal } of queues) journal.close();
    },
  };
}

function put(queue: Queue, body: string): QueueMessage {
  const message = { id: randomUUID(), body, sentAt: Date.now() };
  queue.journal.append({ sent: message });
  queue.messages.set(message.id, message);
  return message;
}

function remove(queue: Queue, id: string): void {
  queue.journal.append({ deleted: id });
  queue.messages.delete(id);
  queue.inFlight.delete(id);
}

function receive(queue: Queue, most: number, visibilitySeconds: unknown): readonly object[] {
  const now = Date.now();
  const visible = [...queue.messages.values()].filter(({ id }) => (queue.inFlight.get(id)?.until ?? 0) <= now).slice(0, most);
  const hiddenMs = visibilitySeconds === undefined ? queue.visibilityMs : Number(visibilitySeconds) * 1000;
  return visible.map(({ id, body, sentAt }) => {
    const receipt = randomUUID();
    queue.inFlight.set(id, { until: now + hiddenMs, receipt });
    return { MessageId: id, ReceiptHandle: receipt, Body: body, MD5OfBody: md5(body), Attributes: { SentTimestamp: String(sentAt) } };
  });
}
