import { Failure } from "../../failure.ts";
import type { Credentials } from "./credentials.ts";
import type { Exchange, Incoming, Outgoing } from "./exchange.ts";
import { countTries, type Pace, type Setback } from "./pace.ts";
import { type Intent, isBucketMissing, messageOf, refusedFailure, unreachableFailure } from "./refusals.ts";

export interface Connection {
  readonly exchange: Exchange;
  readonly credentials: Credentials;
  readonly pace: Pace;
}

export interface Asked {
  readonly outgoing: Outgoing;
  readonly intent: Intent;
  /** Beside 200 and its like, the statuses that are answers. */
  readonly answers: readonly number[];
  /** Throws a Setback's error for an answer that has been damaged. */
  readonly check?: (answer: Incoming) => void;
}

export interface Reply extends Incoming {
  readonly serverTimeMs: number;
  /** An earlier try's answer was lost: it may have had its effect. */
  readonly isRepeated: boolean;
}

/** Asked until there is an answer. Whatever is asked here may be asked twice: its preconditions see to that. */
export async function call(asked: Asked, connection: Connection): Promise<Reply> {
  const tries = countTries(connection.pace);
  for (let isRepeated = false; ; isRepeated = true) {
    const outcome = await attempt(asked, connection);
    if (outcome.kind === "answered") return { ...outcome.answer, isRepeated, serverTimeMs: serverTime(asked, outcome) };
    const { setback } = outcome;
    if (!(await tries.again(setback))) throw unreachableFailure(asked.intent, setback.reason, setback.cause);
  }
}

export type Outcome =
  | { readonly kind: "answered"; readonly answer: Incoming }
  | { readonly kind: "setback"; readonly setback: Setback };

/** Once; twice where a token ended meanwhile, as it may in the middle of a long job. */
export async function attempt(asked: Asked, connection: Connection): Promise<Outcome> {
  const first = await withToken(asked, connection);
  if (first.kind === "setback" || first.answer.status !== 401) return judged(asked, first);
  await connection.credentials.renew();
  return judged(asked, await withToken(asked, connection));
}

async function withToken({ outgoing, check }: Asked, { exchange, credentials }: Connection): Promise<Outcome> {
  const bearer = await credentials.bearer();
  const headers = { ...outgoing.headers, ...(bearer === null ? {} : { authorization: bearer }) };
  try {
    const answer = await exchange({ ...outgoing, headers });
    check?.(answer);
    return { kind: "answered", answer };
  } catch (error) {
    if (error instanceof Failure) throw error;
    return { kind: "setback", setback: brokenBy(error) };
  }
}

const PASSING: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

function judged({ answers, intent }: Asked, outcome: Outcome): Outcome {
  if (outcome.kind === "setback") return outcome;
  const { answer } = outcome;
  const { status } = answer;
  if (status === 404 && isBucketMissing(answer)) throw refusedFailure(intent, answer);
  if ((status >= 200 && status < 300) || answers.includes(status)) return outcome;
  if (!PASSING.has(status)) throw refusedFailure(intent, answer);
  const reason = `${status} ${messageOf(answer)}`;
  return { kind: "setback", setback: { reason, retryAfterMs: retryAfterMs(answer), isUnheard: false } };
}

const UNHEARD = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;

function brokenBy(error: unknown): Setback {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = error instanceof Error ? error.message : String(error);
  return { reason, retryAfterMs: 0, isUnheard: UNHEARD.test(code), cause: error };
}

const MAX_RETRY_AFTER_MS = 60_000;

function retryAfterMs({ headers }: Incoming): number {
  const seconds = Number(headers["retry-after"] ?? 0);
  return seconds > 0 ? Math.min(seconds * 1000, MAX_RETRY_AFTER_MS) : 0;
}

function serverTime({ intent }: Asked, { answer }: Extract<Outcome, { kind: "answered" }>): number {
  const ms = Date.parse(answer.headers.date ?? "");
  if (!Number.isNaN(ms)) return ms;
  throw new Failure("bucket-refused", `The answer about ${intent.place} does not say when it was given`, {
    fix: "Ask Cloud Storage itself, or the emulator.",
  });
}
