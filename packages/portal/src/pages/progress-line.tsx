import type { Stage } from "../words/status-line.ts";

const SAID: Readonly<Record<Stage["state"], string>> = { done: "đã xong", current: "hiện tại", ahead: "chưa đến" };

/** The stages of a dossier in a line; what the colours say is said in words too. */
export function ProgressLine({ stages }: { readonly stages: readonly Stage[] }) {
  return (
    <ol class="progress">
      {stages.map(({ name, state }) => (
        <li class={state} aria-current={state === "current" ? "step" : undefined}>
          {name}
          <span class="unseen"> ({SAID[state]})</span>
        </li>
      ))}
    </ol>
  );
}
