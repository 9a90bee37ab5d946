import { GetPublicKeyCommand, type KMSClient, SignCommand } from "@aws-sdk/client-kms";
import type { Signer } from "@motcua/handlers";

/** Signs with an asymmetric KMS key (P-256). The public half is asked for once and kept. */
export function kmsSigner(client: KMSClient, keyId: string): Signer {
  let known: Promise<string> | undefined;
  const publicKey = async (): Promise<string> => {
    const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: keyId }));
    return base64(PublicKey);
  };
  return {
    sign: async (text) => {
      known ??= publicKey();
      const message = { Message: Buffer.from(text, "utf8"), MessageType: "RAW" } as const;
      const { Signature } = await client.send(new SignCommand({ KeyId: keyId, ...message, SigningAlgorithm: "ECDSA_SHA_256" }));
      return { algorithm: "ECDSA_SHA_256", signature: base64(Signature), publicKey: await known };
    },
  };
}

function base64(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString("base64");
}
