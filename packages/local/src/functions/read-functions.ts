import type { Model, Resource } from "../assembly/read-model.ts";

/** A function of the templates. */
export interface LocalFunction {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  readonly roleArn: string;
  /** Directory of the unzipped asset. */
  readonly directory: string;
  /** `api.handler` */
  readonly handler: string;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  readonly logGroup: string;
  /** ARN that `logs:PutLogEvents` is asked for. */
  readonly logStreamArn: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** @throws Error naming a function whose code or runtime cannot run here */
export function readFunctions(model: Model): readonly LocalFunction[] {
  return model.ofType("AWS::Lambda::Function").map((resource) => readFunction(model, resource));
}

function readFunction(model: Model, resource: Resource): LocalFunction {
  const { properties, ref, region, account, logicalId } = resource;
  const { S3Key } = (properties["Code"] ?? {}) as { readonly S3Key?: string };
  const directory = model.assembly.assets.get(S3Key ?? "");
  if (directory === undefined) throw new Error(`the code of function ${logicalId} is not an asset of the assembly`);
  const runtime = String(properties["Runtime"]);
  if (!runtime.startsWith("nodejs")) throw new Error(`function ${logicalId} wants ${runtime}; only Node.js functions run here`);
  const logGroup = (properties["LoggingConfig"] as { readonly LogGroup?: string } | undefined)?.LogGroup ?? `/aws/lambda/${ref}`;
  return {
    logicalId,
    name: ref,
    arn: resource.arn,
    roleArn: String(properties["Role"]),
    directory,
    handler: String(properties["Handler"]),
    timeoutSeconds: Number(properties["Timeout"] ?? 3),
    memoryMegabytes: Number(properties["MemorySize"] ?? 128),
    logGroup,
    logStreamArn: `arn:aws:logs:${region}:${account}:log-group:${logGroup}:log-stream:local`,
    environment: ((properties["Environment"] as { readonly Variables?: Readonly<Record<string, string>> } | undefined)?.Variables ?? {}),
  };
}
