/** The verdict of a schema that contains itself. A value nested deeper than the stack is not valid: nothing has looked at all of it. */
export function withinStack(test: (value: unknown) => boolean, value: unknown): boolean {
  try {
    return test(value);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
