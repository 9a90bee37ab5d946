export async function handler() {
  console.log("tick");
}
