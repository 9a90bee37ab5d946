import { createServer } from "node:http";
import { createClient } from "@motcua/client";
import { createApp } from "./src/app.ts";

// Beside a shop of `motcua dev`: SERVICE is its address, TOKEN what a citizen's login gave.
const [service = "http://127.0.0.1:8080", token = "", unit = "H20.061", port = "8090"] = [process.env["SERVICE"], process.env["TOKEN"], process.env["UNIT"], process.env["PORT"]];
const app = createApp({
  clientOf: () => createClient({ baseUrl: service, token }),
  receivingUnit: unit,
  today: () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10),
});

createServer((request, response) => {
  void (async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const answer = await app(new Request(`http://${request.headers.host ?? "localhost"}${request.url ?? "/"}`, { method: request.method ?? "GET", ...(body.length === 0 ? {} : { body }) }));
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  })().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    response.writeHead(502).end("Dịch vụ chưa trả lời, xin thử lại sau.");
  });
}).listen(Number(port), "127.0.0.1", () => console.log(`http://127.0.0.1:${port}/`));
