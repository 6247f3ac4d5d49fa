/** How Google's APIs end a call, by google.rpc.Code's names. */
export type StatusName = keyof typeof CODES;

const CODES = {
  OK: [0, 200],
  CANCELLED: [1, 499],
  UNKNOWN: [2, 500],
  INVALID_ARGUMENT: [3, 400],
  DEADLINE_EXCEEDED: [4, 504],
  NOT_FOUND: [5, 404],
  ALREADY_EXISTS: [6, 409],
  PERMISSION_DENIED: [7, 403],
  RESOURCE_EXHAUSTED: [8, 429],
  FAILED_PRECONDITION: [9, 400],
  ABORTED: [10, 409],
  OUT_OF_RANGE: [11, 400],
  UNIMPLEMENTED: [12, 501],
  INTERNAL: [13, 500],
  UNAVAILABLE: [14, 503],
  DATA_LOSS: [15, 500],
  UNAUTHENTICATED: [16, 401],
} as const;

/** google.rpc.Status; each detail is a google.protobuf.Any in its JSON form. */
export interface Status {
  readonly code: StatusName;
  readonly message: string;
  readonly details: readonly StatusDetail[];
}

export interface StatusDetail {
  readonly "@type": `type.googleapis.com/google.rpc.${string}`;
  readonly [member: string]: unknown;
}

/** A call that is answered with a status other than OK: nothing of ours has failed. */
export interface Refusal extends Error {
  readonly status: Status;
}

export function refusal(code: StatusName, message: string, details: readonly StatusDetail[] = []): Refusal {
  return Object.assign(new Error(message), { status: { code, message, details } });
}

/** What a caller is told of whatever was thrown. */
export function statusOf(thrown: unknown): Status {
  if (isRefusal(thrown)) return thrown.status;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: "INTERNAL", message: `The emulator failed: ${message}`, details: [] };
}

function isRefusal(thrown: unknown): thrown is Refusal {
  return thrown instanceof Error && "status" in thrown && typeof thrown.status === "object";
}

export function grpcCode(name: StatusName): number {
  return CODES[name][0];
}

export function httpCode(name: StatusName): number {
  return CODES[name][1];
}
