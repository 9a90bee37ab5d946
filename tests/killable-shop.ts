import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Client, createClient } from "@motcua/client";

/** A shop in a process of its own that a test may kill and start again on the same data and port. */
export class KillableShop {
  readonly #data: string;
  #child: ChildProcess | undefined;
  #port = 0;
  #url = "";
  #calls = 0;

  constructor(data: string) {
    this.#data = data;
  }

  get url(): string {
    return this.#url;
  }

  /** Starts it and waits until it serves. */
  async start(): Promise<void> {
    const child = fork(fileURLToPath(new URL("./shop-process.ts", import.meta.url)), [this.#data, String(this.#port)], {
      execArgv: ["--import", "tsx"],
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    this.#child = child;
    this.#url = await new Promise<string>((ready, fail) => {
      child.once("exit", (code, signal) => fail(new Error(`the shop ended (${code ?? signal}) before it was ready`)));
      child.on("message", (message: { id: number; value?: unknown }) => {
        if (message.id === 0) ready(String(message.value));
      });
    });
    this.#port = Number(new URL(this.#url).port);
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null) return;
    await new Promise<void>((ended) => {
      child.once("exit", () => ended());
      child.kill("SIGKILL");
    });
  }

  /** Asks the process; rejects when it dies meanwhile. */
  ask<T>(call: string, ...args: readonly string[]): Promise<T> {
    const child = this.#child;
    if (child === undefined) return Promise.reject(new Error("the shop is not running"));
    this.#calls += 1;
    const id = this.#calls;
    return new Promise<T>((resolve, reject) => {
      const gone = () => reject(new Error("the shop died"));
      const hear = (message: { id: number; value?: unknown; error?: string }) => {
        if (message.id !== id) return;
        child.off("message", hear);
        child.off("exit", gone);
        if (message.error === undefined) resolve(message.value as T);
        else reject(new Error(message.error));
      };
      child.on("message", hear);
      child.once("exit", gone);
      child.send({ id, call, args });
    });
  }

  /** A client for one of the local people. */
  async client(login: string): Promise<Client> {
    return createClient({ baseUrl: this.#url, token: await this.ask<string>("token", login) });
  }
}
