/** Whether two instants are the same; an expected date without a time means any instant of that day. */
export function sameInstant(got: string | undefined, wanted: string | undefined): boolean {
  if (got === undefined || wanted === undefined) return got === wanted;
  return wanted.length === 10 ? got.startsWith(wanted) : Date.parse(got) === Date.parse(wanted);
}
