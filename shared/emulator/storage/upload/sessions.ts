import { randomBytes } from "node:crypto";
import type { ObjectRecord } from "../state/record.ts";
import type { Announced } from "./announced.ts";
import { type Intake, intake } from "./intake.ts";

/** A resumable upload that was begun. A restart forgets it, as the service does after a week. */
export interface Session {
  readonly id: string;
  readonly announcement: Announced;
  readonly totalBytes: number | null;
  readonly intake: Intake;
  /** Counts the requests that write to it: an earlier one that still sends is no longer listened to. */
  turn: number;
  /** What it became, in its answer's form. */
  stored: ObjectRecord | null;
}

export interface Sessions {
  begin(announcement: Announced, totalBytes: number | null): Session;
  find(id: string): Session | undefined;
  end(session: Session): void;
}

/** What the service keeps of a request that was cut is a multiple of this. */
const QUANTUM_BYTES = 256 * 1024;
const MAX_SESSIONS = 10_000;

export function openSessions(newFile: () => string): Sessions {
  const sessions = new Map<string, Session>();
  return {
    begin(announcement, totalBytes) {
      const id = randomBytes(16).toString("base64url");
      const session = { id, announcement, totalBytes, intake: intake(newFile()), turn: 0, stored: null };
      sessions.set(id, session);
      if (sessions.size > MAX_SESSIONS) discard(sessions, sessions.values().next().value!);
      return session;
    },
    find: (id) => sessions.get(id),
    end: (session) => discard(sessions, session),
  };
}

function discard(sessions: Map<string, Session>, session: Session): void {
  session.intake.discard();
  sessions.delete(session.id);
}

export interface Quanta {
  take(bytes: Uint8Array): void;
  /** Also what is no whole quantum. */
  flush(): void;
}

/** Only whole quanta reach the intake, until the end. */
export function quanta(intake: Intake): Quanta {
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  const flush = (keepBytes: number): void => {
    const all = Buffer.concat(waiting);
    intake.take(all.subarray(0, all.length - keepBytes));
    waiting = keepBytes === 0 ? [] : [all.subarray(all.length - keepBytes)];
    waitingBytes = keepBytes;
  };
  return {
    take(bytes) {
      waiting.push(bytes);
      waitingBytes += bytes.length;
      if (waitingBytes >= QUANTUM_BYTES) flush(waitingBytes % QUANTUM_BYTES);
    },
    flush: () => flush(0),
  };
}
