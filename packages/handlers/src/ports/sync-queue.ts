/** A dossier the national portal has still to be told of, or will not take as it is. Names no citizen. */
export interface SyncItem {
  readonly code: string;
  /** Unit that received it. */
  readonly unit: string;
  /** `refused`: the portal answered and will not take it; it is told again once something changes, or somebody says so. */
  readonly state: "waiting" | "refused";
  /** When the oldest change that is not told happened. */
  readonly since: string;
  /** When it is tried next; of a refused one, when it was refused. */
  readonly next: string;
  /** Tries so far that met no answer. */
  readonly attempts: number;
  /** The portal's code of why it refused. */
  readonly reason?: string;
}

/** One page of a list, and where the next one begins. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly cursor?: string;
}

/**
 * The dossiers with something to tell the national portal, by when they are tried next. A commit puts a dossier here and
 * takes it out (`Commit.sync`); what the log says is the truth, this only finds it.
 */
export interface SyncQueue {
  /** Waiting dossiers whose time has come, earliest first. */
  due(instant: string, limit: number): Promise<readonly SyncItem[]>;
  /** Another time, or another state, for a dossier that is still here; one that has gone meanwhile stays gone. */
  put(item: SyncItem): Promise<void>;
  /** One dossier's; `undefined` where the portal has everything. */
  get(code: string): Promise<SyncItem | undefined>;
  /** Dossiers in a state, of units or of all; a page may hold fewer than `limit` and still have a cursor. */
  list(of: { readonly state: SyncItem["state"]; readonly units?: readonly string[]; readonly limit: number; readonly cursor?: string }): Promise<Page<SyncItem>>;
}
