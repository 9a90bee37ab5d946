import { CommandFailure } from "../exit.ts";
import type { OpenShop } from "../open-shop.ts";

/** Login of a local officer who holds a role. @throws CommandFailure when nobody does */
export function officerFor(shop: OpenShop, role: string): string {
  const officer = shop.people.find((person) => person.login !== "noikhac" && person.memberships.some((membership) => membership.role === role));
  if (officer === undefined) throw new CommandFailure(`Không ai ở đây giữ vai trò “${role}”.`);
  return officer.login;
}
