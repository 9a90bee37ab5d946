import { connectShop, type ShopAddress } from "../connect-shop.ts";
import { CommandFailure, EXIT } from "../exit.ts";

/** `motcua sync retry CODE`: has a dossier told to the national portal again, within the next minute. */
export async function syncRetry(options: ShopAddress, [code = ""]: readonly string[]): Promise<number> {
  let why = "không có hồ sơ này trong danh sách chờ đồng bộ";
  for (const client of await connectShop(options)) {
    const done = await client.retrySync(code);
    if (done.ok) {
      console.log(`${code}: sẽ gửi lại trong vòng một phút`);
      return EXIT.done;
    }
    why = done.problems.map(({ message }) => message.vi).join("; ");
  }
  throw new CommandFailure(`${code}: ${why}`);
}
