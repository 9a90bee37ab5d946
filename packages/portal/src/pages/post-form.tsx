import type { Child } from "hono/jsx";

/** A form that is sent to the portal itself, with the session's token. `novalidate`: the server's messages are the better ones. */
export function PostForm({ action, csrf, children, class: look }: { readonly action: string; readonly csrf: string; readonly children: Child; readonly class?: string }) {
  return (
    <form class={look} method="post" action={action} novalidate>
      <input type="hidden" name="_csrf" value={csrf} />
      {children}
    </form>
  );
}

/** First button of a form with several: what the Enter key presses. */
export function DefaultButton() {
  return (
    <button class="default" type="submit" name="_do" value="next" tabindex={-1} aria-hidden="true">
      Tiếp tục
    </button>
  );
}
