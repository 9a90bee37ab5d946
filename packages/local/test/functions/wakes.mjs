// Takes longer to load than its timeout allows an answer, as a large bundle does on a busy machine.
await new Promise((resolve) => setTimeout(resolve, 300));

export async function handler({ answer }) {
  console.log("waking");
  return answer ? "awake" : new Promise(() => {});
}
