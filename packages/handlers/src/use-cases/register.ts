import type { Ports } from "../ports/index.ts";
import type { Registration } from "../ports/orchestrator.ts";

/** A waiting state makes itself known. The change it makes in the table is what lets `dispatch` answer it. */
export async function register(ports: Ports, registration: Registration): Promise<void> {
  await ports.registrations.put(registration);
  ports.log({ level: "info", event: "step-registered", code: registration.code, generation: registration.generation, wait: registration.wait });
}
