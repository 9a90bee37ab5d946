import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { AnyPrincipal, Effect, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { type IKey, Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectLockRetention } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";

/** Options of {@link DailySeal}. */
export interface DailySealProps {
  /** Encrypts the seals at rest. */
  readonly key: IKey;
  readonly accessLogs: IBucket;
  /** How long a seal cannot be removed by anybody, the account's owner included. @default 10 years */
  readonly retention?: Duration;
}

const TEN_YEARS = Duration.days(3653);

/**
 * What every day of a unit is sealed with: an asymmetric key that signs inside KMS and nowhere else, and a bucket under
 * Object Lock in compliance mode. Whoever can write the table cannot rewrite yesterday. Both outlive the stack.
 */
export class DailySeal extends Construct {
  /** P-256, to sign and verify. */
  readonly signing: Key;
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { key, accessLogs, retention = TEN_YEARS }: DailySealProps) {
    super(scope, id);
    this.signing = new Key(this, "Signing", {
      description: "Motcua: signs each unit's day",
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.bucket = new Bucket(this, "Seals", {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.compliance(retention),
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: "seals/",
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // Object Lock keeps every version, yet a newer one would be read in its place: the first must be the only one.
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: "OnlyWhatIsNotThereYet",
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ["s3:PutObject"],
        resources: [this.bucket.arnForObjects("*")],
        conditions: { Null: { "s3:if-none-match": "true" } },
      }),
    );
  }
}
