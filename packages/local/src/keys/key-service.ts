import { createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { join } from "node:path";
import type { Model } from "../assembly/read-model.ts";
import { AwsError } from "../aws-error.ts";
import type { JsonOperations } from "../endpoint/aws-request.ts";
import type { Grants } from "../iam/grants.ts";
import type { Principal } from "../iam/principal.ts";
import { loadSigningKey } from "./load-signing-key.ts";

/** Options of {@link createKeyService}. */
export interface KeyServiceOptions {
  readonly model: Model;
  readonly grants: Grants;
  /** Where private keys are kept. */
  readonly directory: string;
}

interface SigningKey {
  readonly arn: string;
  readonly id: string;
  readonly spec: string;
  readonly key: KeyObject;
}

type Input = Readonly<Record<string, string | undefined>>;

/** The one algorithm a P-256 key of KMS takes. */
const ALGORITHM = "ECDSA_SHA_256";
/** KMS signs longer messages by their digest only. */
const MAX_RAW_BYTES = 4096;

/** KMS on the local endpoint: asymmetric keys that sign. Their private halves stay in the data directory. @throws Error naming a key it cannot make */
export function createKeyService({ model, grants, directory }: KeyServiceOptions): JsonOperations {
  const keys = model.ofType("AWS::KMS::Key").flatMap(({ ref, arn, properties, logicalId }): readonly SigningKey[] => {
    const { KeyUsage: usage = "ENCRYPT_DECRYPT", KeySpec: spec = "SYMMETRIC_DEFAULT" } = properties as Input;
    if (usage === "ENCRYPT_DECRYPT" && spec === "SYMMETRIC_DEFAULT") return [];
    if (usage !== "SIGN_VERIFY" || spec !== "ECC_NIST_P256") throw new Error(`key ${logicalId} is ${spec} for ${usage}, which the local runner does not know`);
    return [{ arn, id: ref, spec, key: loadSigningKey(join(directory, `${ref}.pem`)) }];
  });
  const asked = (by: Principal, action: string, input: Input): SigningKey => {
    const name = input["KeyId"] ?? "";
    const found = keys.find(({ arn, id }) => arn === name || id === name);
    const context = input["SigningAlgorithm"] === undefined ? {} : { context: { "kms:SigningAlgorithm": input["SigningAlgorithm"], "kms:MessageType": input["MessageType"] ?? "RAW" } };
    grants.demand(by, { actions: [`kms:${action}`], resource: found?.arn ?? name, ...context });
    if (found === undefined) throw new AwsError("NotFoundException", `Key '${name}' does not exist`);
    return found;
  };
  return {
    Sign: (given, by) => {
      const key = asked(by, "Sign", given);
      const signature = sign("sha256", messageOf(given), key.key);
      return { KeyId: key.arn, Signature: signature.toString("base64"), SigningAlgorithm: ALGORITHM };
    },
    Verify: (given, by) => {
      const key = asked(by, "Verify", given);
      const signature = Buffer.from((given as Input)["Signature"] ?? "", "base64");
      if (!verify("sha256", messageOf(given), createPublicKey(key.key), signature)) throw new AwsError("KMSInvalidSignatureException", "The signature is not that of the message under this key.");
      return { KeyId: key.arn, SignatureValid: true, SigningAlgorithm: ALGORITHM };
    },
    GetPublicKey: (given, by) => {
      const key = asked(by, "GetPublicKey", given);
      const PublicKey = createPublicKey(key.key).export({ format: "der", type: "spki" }).toString("base64");
      return { KeyId: key.arn, PublicKey, KeySpec: key.spec, CustomerMasterKeySpec: key.spec, KeyUsage: "SIGN_VERIFY", SigningAlgorithms: [ALGORITHM] };
    },
  };
}

function messageOf(input: Input): Buffer {
  const { SigningAlgorithm: algorithm, MessageType: type = "RAW", Message: message = "" } = input;
  if (algorithm !== ALGORITHM) throw new AwsError("ValidationException", `the local runner signs with ${ALGORITHM}, not ${String(algorithm)}`);
  if (type !== "RAW") throw new AwsError("ValidationException", "the local runner signs messages, not digests");
  const bytes = Buffer.from(message, "base64");
  if (bytes.length < 1 || bytes.length > MAX_RAW_BYTES) throw new AwsError("ValidationException", `Message must be 1 to ${MAX_RAW_BYTES} bytes long`);
  return bytes;
}
