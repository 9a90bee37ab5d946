import { startLocal } from "../src/index.ts";
import { PERSON } from "./fixture-shop.ts";

// A shop in a process of its own, to be killed: prints its address, then serves until the end.
const [assembly = "", data = ""] = process.argv.slice(2);
void startLocal({ assembly, data, people: [PERSON] }).then(async (shop) => {
  console.log(JSON.stringify({ httpUrl: shop.httpUrl, token: await shop.tokenFor(PERSON.login) }));
});
