import { Duration, RemovalPolicy } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";

/**
 * Applicants' files and results. Uploads arrive under `incoming/` and are swept away after two days unless a handler
 * has checked and kept them. Access is logged to a bucket of its own.
 */
export class FileBucket extends Construct {
  readonly bucket: Bucket;
  /** Who read or wrote what, kept for a year. */
  readonly accessLogs: Bucket;

  constructor(scope: Construct, id: string, key: IKey) {
    super(scope, id);
    const shared = {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    };
    this.accessLogs = new Bucket(this, "AccessLogs", {
      ...shared,
      encryption: BucketEncryption.S3_MANAGED,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [{ expiration: Duration.days(365) }],
    });
    this.bucket = new Bucket(this, "Files", {
      ...shared,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      versioned: true,
      serverAccessLogsBucket: this.accessLogs,
      serverAccessLogsPrefix: "files/",
      lifecycleRules: [
        { prefix: "incoming/", expiration: Duration.days(2), noncurrentVersionExpiration: Duration.days(1) },
        // What was removed is gone within three days: an erasure that left an older version behind would be none.
        { abortIncompleteMultipartUploadAfter: Duration.days(2), noncurrentVersionExpiration: Duration.days(3), expiredObjectDeleteMarker: true },
      ],
    });
  }
}
