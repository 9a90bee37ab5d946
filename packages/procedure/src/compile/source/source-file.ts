/** The text of a file and where it was read from. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Size on disk, where the file is too large for its text to have been read. */
  readonly bytes?: number;
  /** Set where the file is there and could not be read. */
  readonly unreadable?: boolean;
}
