import { Failure } from "../../failure.ts";
import { retold } from "../../schema/retold.ts";

/** How a call ended that was not answered, in gRPC's words. */
export interface Fault {
  readonly code: Code;
  /** One line, without what could move a terminal's cursor, or a secret. */
  readonly message: string;
  /** Google's own name for the cause, such as `RATE_LIMIT_EXCEEDED`. */
  readonly reason: string | null;
  /** Surely nothing happened: it never arrived, or was turned away. */
  readonly hadNoEffect: boolean;
  /** What the server asked to be waited for. */
  readonly retryAfterMs: number;
}

export type Code = keyof typeof NUMBERS;

const NUMBERS = {
  CANCELLED: 1,
  UNKNOWN: 2,
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  PERMISSION_DENIED: 7,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  ABORTED: 10,
  OUT_OF_RANGE: 11,
  UNIMPLEMENTED: 12,
  INTERNAL: 13,
  UNAVAILABLE: 14,
  DATA_LOSS: 15,
  UNAUTHENTICATED: 16,
} as const;

const NAMES = new Map<unknown, Code>(Object.entries(NUMBERS).map(([name, code]) => [code, name as Code]));

/** After these nobody knows what happened. */
const UNCERTAIN: ReadonlySet<Code> = new Set([
  "CANCELLED",
  "UNKNOWN",
  "DEADLINE_EXCEEDED",
  "INTERNAL",
  "UNAVAILABLE",
  "DATA_LOSS",
]);
const NEVER_SENT = /No connection established|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|Name resolution failed/;
const NO_CREDENTIALS = /credential|invalid_grant|invalid_target|universe domain|OIDC|id[ _-]?token|ACTIONS_ID_TOKEN/i;
const BUSY =
  /(?:other|another|ongoing|pending) operation|operations? (?:is |are )?(?:already )?(?:in progress|running)/i;
const MAX_MESSAGE = 600;
const MAX_RETRY_AFTER_MS = 600_000;

/** What a client of Google's throws; anything else is a defect of ours. */
export function faultOf(thrown: unknown): Fault {
  const { code, message, details, reason, statusDetails } = thrown as ThrownByGax;
  const text = retold(details || message || String(thrown), MAX_MESSAGE);
  const known = NAMES.get(code) ?? (NO_CREDENTIALS.test(text) ? "UNAUTHENTICATED" : undefined);
  if (known === undefined) throw notOfGoogle(thrown);
  return {
    code: known,
    message: text,
    reason: reason ?? null,
    hadNoEffect: !UNCERTAIN.has(known) || NEVER_SENT.test(text),
    retryAfterMs: retryAfterMs(statusDetails),
  };
}

/** What a long-running operation ended with. */
export function operationFault({ code, message }: { readonly code?: unknown; readonly message?: unknown }): Fault {
  return {
    code: NAMES.get(code) ?? "UNKNOWN",
    message: retold(typeof message === "string" ? message : "", MAX_MESSAGE),
    reason: null,
    hadNoEffect: true,
    retryAfterMs: 0,
  };
}

/** Whether the resource is only busy with something that somebody else has started. */
export function isBusy({ code, message }: Fault): boolean {
  return code === "FAILED_PRECONDITION" && BUSY.test(message);
}

/** What came instead of an answer in time. */
export function lateFault(waitedMs: number): Fault {
  const message = `No answer within ${waitedMs / 1000} s`;
  return { code: "DEADLINE_EXCEEDED", message, reason: null, hadNoEffect: false, retryAfterMs: 0 };
}

interface ThrownByGax {
  readonly code?: unknown;
  readonly message?: string;
  /** The message without its code. */
  readonly details?: string;
  readonly reason?: string;
  readonly statusDetails?: unknown;
}

interface Delayed {
  readonly retryDelay?: { readonly seconds?: unknown; readonly nanos?: unknown } | null;
}

function retryAfterMs(statusDetails: unknown): number {
  if (!Array.isArray(statusDetails)) return 0;
  const delay = (statusDetails as readonly Delayed[]).find((detail) => detail?.retryDelay)?.retryDelay;
  const ms = Number(delay?.seconds ?? 0) * 1000 + Number(delay?.nanos ?? 0) / 1e6;
  return ms > 0 ? Math.min(ms, MAX_RETRY_AFTER_MS) : 0;
}

function notOfGoogle(thrown: unknown): unknown {
  if (thrown instanceof Failure) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new Failure("internal", `A request to Vertex AI could not be made: ${message}`, {
    fix: "Run again with MODEL_RELEASE_DEBUG=1 and report the stack trace.",
    cause: thrown,
  });
}
