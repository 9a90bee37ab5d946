import { localDay } from "./local-day.ts";
import type { Ports } from "./ports/index.ts";
import type { Membership } from "./ports/people.ts";

/** What a person may act as today: memberships whose days have come and have not passed, both days included (Asia/Ho_Chi_Minh). */
export async function dutiesOf(ports: Pick<Ports, "people" | "clock">, sub: string): Promise<readonly Membership[]> {
  const today = localDay(ports.clock.now());
  const all = await ports.people.memberships(sub);
  return all.filter(({ validFrom = today, validTo = today }) => validFrom <= today && today <= validTo);
}
