/** A file as it was read: its path as given (shown in problems, `/` as separator) and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}
