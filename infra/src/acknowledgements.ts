import { Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";
import type { OneStopShop } from "./one-stop-shop.ts";

/** One finding of the AwsSolutions pack that is accepted, where, and why. */
interface Acknowledgement {
  /** Path below the stack, a prefix of the finding's construct. */
  readonly at: RegExp;
  readonly id: string;
  readonly reason: string;
}

const MACHINES = "arn:<AWS::Partition>:states:<region>:<AWS::AccountId>";

/** Findings accepted for every shop; `<region>` and `<prefix>` are filled in. */
const ACKNOWLEDGEMENTS: readonly Acknowledgement[] = [
  ...["Dispatcher", "Reconcile"].flatMap((name) =>
    ["stateMachine", "execution"].map((kind) => ({
      at: new RegExp(`^${name}Role/DefaultPolicy`),
      id: `IAM5[Resource::${MACHINES}:${kind}:<prefix>*]`,
      reason: "Machines are named by the hash of their shape, and retired shapes still run: the name prefix of this province is the narrowest lasting name.",
    })),
  ),
  ...["Api", "Portal"].map((name) => ({
    at: new RegExp(`^${name}Role/DefaultPolicy`),
    id: "IAM5[Resource::<StorageFiles48C02C92.Arn>/*]",
    reason: "Objects are named by dossier and a random id; access to one dossier's files is decided by the handler.",
  })),
  ...["Api", "Portal", "SealDay"].map((name) => ({
    at: new RegExp(`^${name}Role/DefaultPolicy`),
    id: "IAM5[Resource::<SealSeals774C0978.Arn>/seals/*]",
    reason: "Seals are named by unit and day, and there are new ones every night; only one function may write, and none over another.",
  })),
  {
    at: /^Dispatch\/DeadLetters\//,
    id: "SQS3",
    reason: "This queue is the dead-letter queue of the stream mapping.",
  },
  {
    at: /^Workflows\/Role\/DefaultPolicy/,
    id: "IAM5[Resource::*]",
    reason: "Vended log delivery and X-Ray accept no narrower resource (Step Functions developer guide, logging and tracing).",
  },
  ...["Sweep", "Sync", "Reconcile", "SealDay"].map((name) => ({
    at: /^SchedulerRoleForTarget/,
    id: `IAM5[Resource::<${name}.Arn>:*]`,
    reason: "The construct library grants a schedule its function and the function's versions; there is one version.",
  })),
  {
    at: /^Entrance\/Http\//,
    id: "APIG4",
    reason: "Portal pages keep their own session; the public API routes give the catalogue and status by an unguessable secret only.",
  },
];

/** Accepts, one by one and with its reason, what the AwsSolutions pack would refuse in a shop. */
export function acknowledge(shop: OneStopShop): void {
  const fill = (id: string) => id.replace("<region>", shop.region).replace("<prefix>", shop.machineNamePrefix);
  for (const construct of shop.node.findAll()) {
    const path = construct.node.path.slice(shop.node.path.length + 1);
    for (const entry of ACKNOWLEDGEMENTS) {
      if (entry.at.test(path) && isLeaf(construct)) {
        Validations.of(construct).acknowledge({ id: `AwsSolutions::AwsSolutions-${resolveNames(fill(entry.id), shop)}`, reason: entry.reason });
      }
    }
  }
}

/** The pack names a function by its logical id; acknowledgements by its name in the shop. */
function resolveNames(id: string, shop: OneStopShop): string {
  return id.replace(/<(Sweep|Sync|Reconcile|SealDay)\.Arn>/, (_, name: string) => `<${shop.logicalIdOf(name)}.Arn>`);
}

function isLeaf(construct: IConstruct): boolean {
  return construct.node.children.length === 0;
}
