import type { LocalPerson } from "./local-person.ts";

/** Options of {@link seedPeople}. */
export interface SeedOptions {
  readonly people: readonly LocalPerson[];
  readonly table: string;
  /** Environment of the administrator: endpoint, region, key. */
  readonly administrator: Readonly<Record<string, string>>;
}

/**
 * Puts the people's memberships into the table through the product's own port, as an administrator would. The SDK is
 * loaded here only, when the people have changed: a start without it is faster.
 */
export async function seedPeople({ people, table, administrator }: SeedOptions): Promise<void> {
  const [{ people: peoplePort }, { DynamoDBClient }, { DynamoDBDocumentClient }] = await Promise.all([
    import("@motcua/aws/people"),
    import("@aws-sdk/client-dynamodb"),
    import("@aws-sdk/lib-dynamodb"),
  ]);
  const { AWS_ENDPOINT_URL = "", AWS_REGION = "", AWS_ACCESS_KEY_ID = "", AWS_SECRET_ACCESS_KEY = "" } = administrator;
  const credentials = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: AWS_ENDPOINT_URL, region: AWS_REGION, credentials }));
  const port = peoplePort({ client, name: table, clock: { now: () => new Date() }, log: () => {} });
  await Promise.all(people.map(({ sub, name, memberships }) => port.put({ sub, name, memberships: memberships ?? [] })));
  client.destroy();
}
