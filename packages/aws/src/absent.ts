/** S3 answers 403 for an absent object to whoever may not list the bucket; the functions may not. */
const ABSENT: ReadonlySet<number> = new Set([403, 404]);

/** What is read from S3, `undefined` where there is nothing. */
export async function absent<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    const status = (error as { readonly $metadata?: { readonly httpStatusCode?: number } }).$metadata?.httpStatusCode;
    if (status !== undefined && ABSENT.has(status)) return undefined;
    throw error;
  }
}
