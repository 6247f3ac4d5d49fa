/** Makes requests when they are due, whatever has become of those before: an open loop. */
export interface Traffic {
  /** Connects first, so that no request pays for it; where nothing answers at all that is a Failure. */
  open(target: TrafficTarget): Promise<TrafficChannel>;
}

export type TrafficTarget = CallTarget | HttpTarget;

/** A function of this process that answers. */
export interface CallTarget {
  readonly kind: "calls";
  /** How many calls may be under way at once; the others wait their turn, and their waiting is measured. */
  readonly concurrency: number;
  /** Is told which request it is, from 0. A rejection is a request that failed. */
  readonly call: (request: number) => Promise<unknown>;
}

/** HTTP/1.1 over connections that are kept, with or without TLS as the URL says. */
export interface HttpTarget {
  readonly kind: "http";
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  /** Asked before each request, for tokens end while a load goes on. */
  readonly authorization?: () => string;
  /** Sent in turn; none for a GET. */
  readonly bodies: readonly Uint8Array[];
  /** How many connections. */
  readonly concurrency: number;
  /** Whom a server of TLS must convince: the system's authorities, these in PEM beside them, or nobody. */
  readonly trust: "system" | "anyone" | { readonly authorities: string };
}

/** What may be sent to, one load after another over the same connections. */
export interface TrafficChannel extends AsyncDisposable {
  /** Resolves when every request has been settled, or soon after the signal. One load at a time. */
  send(load: Load): Promise<Sent>;
}

export interface Load {
  /** When the next request is due, in milliseconds from the start and never before the last; null after the last. */
  readonly nextDueMs: () => number | null;
  /** How long an answer may take once it was sent, and how long the load waits after the last request was due. */
  readonly timeoutMs: number;
  /** Told once of each request, in the order in which they end. */
  readonly settled: (arrival: Arrival) => void;
  readonly signal?: AbortSignal;
}

/** One request, and what became of it. */
export interface Arrival {
  readonly dueMs: number;
  /** How much later than due the sender itself got to it: waiting for a connection is none of this. */
  readonly lagMs: number;
  /** From when it was due to its answer's last byte, whatever it waited for in between. */
  readonly latencyMs: number;
  readonly error: TrafficError | null;
}

export interface TrafficError {
  readonly kind: TrafficErrorKind;
  /** The status, the system's code, or the message of what was thrown. */
  readonly detail: string;
}

/** `status`: an answer, but not of 200 to 299. `protocol`: bytes that are no HTTP. `failed`: a call that was rejected. */
export type TrafficErrorKind =
  | "status"
  | "refused"
  | "reset"
  | "timeout"
  | "protocol"
  | "tls"
  | "unreachable"
  | "failed";

export interface Sent {
  /** Until the last request was settled. */
  readonly elapsedMs: number;
  readonly isAborted: boolean;
  /** Due, but not settled when the load was aborted. */
  readonly unsettled: number;
  /** Found every connection busy when they were due. */
  readonly waited: number;
  /** How many still waited for a connection when the last was due. */
  readonly waitingAtEnd: number;
  /** The share of the time until the last was due in which the sender itself had no rest, 0 to 1. */
  readonly busyShare: number;
}
