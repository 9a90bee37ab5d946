import { choosePort } from "../choose-port.ts";
import { CommandFailure, EXIT } from "../exit.ts";
import { forProvince } from "../for-province.ts";
import { AuthorProject } from "../preview/author-project.ts";
import { pathOf } from "../preview/preview-page.ts";
import { startPreview } from "../preview/preview-server.ts";
import { listenForStop } from "../stop-signal.ts";
import { requireWorkspace } from "../workspace.ts";

interface PreviewOptions {
  readonly port?: string;
  readonly province?: string;
}

/** `motcua preview`: what authors write, as citizens will see it, shown anew at every save, until it is told to stop. */
export async function preview(options: PreviewOptions, [code]: readonly string[]): Promise<number> {
  const workspace = forProvince(requireWorkspace(), options.province);
  const listed = code === undefined ? undefined : (await new AuthorProject(workspace).list()).find((one) => one.code === code);
  if (code !== undefined && listed === undefined) throw new CommandFailure(`Không có thủ tục ${code}.`, EXIT.usage);
  const server = await startPreview(workspace, { port: await choosePort(options.port) });
  const stop = listenForStop();
  try {
    console.log(`Xem trước: ${listed === undefined ? server.url : new URL(pathOf(listed.key), server.url).href}\nCtrl-C để dừng.`);
    await stop.told;
  } finally {
    await server.close();
    stop.release();
  }
  return EXIT.done;
}
