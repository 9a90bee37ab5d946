import type { Caller, Sessions } from "@motcua/handlers";
import { readCookie, writeCookie } from "./cookie.ts";
import type { Session, SessionPerson } from "./session.ts";
import { LOGIN_HOURS, SESSION_HOURS } from "./session.ts";

/** Where sessions are kept and what they are made with. */
export interface VisitOptions {
  readonly sessions: Sessions;
  readonly clock: { now(): Date };
  readonly random: (bytes: number) => string;
  /** Name of the session cookie. @default `motcua` */
  readonly cookie?: string;
}

/** One request's view of its session. Nothing is stored until something needs it. */
export interface Visit {
  readonly person: () => SessionPerson | undefined;
  readonly caller: () => Caller | undefined;
  /** Whom drafts belong to: the account, or this visitor. */
  readonly owner: () => string;
  /** Token of this session's forms; begins a session where there is none. */
  readonly csrf: () => string;
  /** Whether the browser came with a session. */
  readonly known: () => boolean;
  readonly session: () => Session;
  readonly change: (change: Partial<Session>) => void;
  /** Takes the message for the next page away. */
  readonly forgetNotice: () => void;
  /** A new id and token for the same visitor: at login, so that an id planted before is worth nothing. */
  readonly rotate: (change: Partial<Session>) => void;
  readonly end: () => void;
  /** Stores what changed; the `Set-Cookie` to send, if any. */
  readonly save: () => Promise<string | undefined>;
}

const HOUR_MS = 3_600_000;
const ID_BYTES = 32;
const key = (id: string) => `session:${id}`;

/** Loads the session a request came with. */
export async function openVisit(options: VisitOptions, request: { readonly cookie: string | undefined; readonly https: boolean }): Promise<Visit> {
  const now = options.clock.now();
  const cookieOf = { https: request.https, name: options.cookie };
  const sentId = readCookie(request.cookie, cookieOf);
  const loaded = sentId === undefined ? undefined : ((await options.sessions.get(key(sentId))) as Session | undefined);
  const found = loaded === undefined ? undefined : withoutStaleLogin(loaded, now);
  let id = found === undefined ? undefined : sentId;
  let session = found;
  let stale = found !== undefined && now.getTime() - Date.parse(found.renewedAt) > HOUR_MS;
  let ended = false;

  const begun = (): Session => {
    session ??= { csrf: options.random(ID_BYTES), visitor: options.random(ID_BYTES), logins: {}, renewedAt: now.toISOString() };
    if (id === undefined) {
      id = options.random(ID_BYTES);
      stale = true;
    }
    return session;
  };
  const change = (wanted: Partial<Session>): void => {
    session = { ...begun(), ...wanted };
    stale = true;
  };
  return {
    person: () => session?.person,
    caller: () => (session?.person === undefined ? undefined : { sub: session.person.sub }),
    owner: () => (session?.person === undefined ? `visitor:${begun().visitor}` : `account:${session.person.sub}`),
    csrf: () => begun().csrf,
    known: () => found !== undefined,
    session: begun,
    change,
    forgetNotice: () => {
      const { notice: _, ...rest } = begun();
      [session, stale] = [rest, true];
    },
    rotate: (wanted) => {
      change({ ...wanted, csrf: options.random(ID_BYTES) });
      id = options.random(ID_BYTES);
    },
    end: () => {
      [session, id, stale, ended] = [undefined, undefined, false, true];
    },
    save: async () => {
      if (sentId !== undefined && found !== undefined && id !== sentId) await options.sessions.remove(key(sentId));
      if (session === undefined || id === undefined) return ended ? writeCookie("", cookieOf) : undefined;
      if (stale) await options.sessions.put(key(id), { ...session, renewedAt: now.toISOString() }, new Date(now.getTime() + SESSION_HOURS * HOUR_MS).toISOString());
      return id === sentId ? undefined : writeCookie(id, cookieOf);
    },
  };
}

function withoutStaleLogin(session: Session, now: Date): Session {
  const { person, ...rest } = session;
  return person === undefined || now.getTime() - Date.parse(person.since) < LOGIN_HOURS * HOUR_MS ? session : rest;
}
