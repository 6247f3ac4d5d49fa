/** What goes back over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | FilePart;
}

/** Bytes of a stored file, `end` not among them. */
export interface FilePart {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A call that is answered with something else than it asked for: nothing of ours has failed. */
export interface Refusal extends Error {
  readonly answer: Answer;
}

type Reason =
  | "authError"
  | "backendError"
  | "conditionNotMet"
  | "conflict"
  | "forbidden"
  | "invalid"
  | "invalidParameter"
  | "methodNotAllowed"
  | "notFound"
  | "parseError"
  | "rateLimitExceeded"
  | "requestedRangeNotSatisfiable"
  | "required"
  | "uploadTooLarge";

export function json(value: object, status = 200): Answer {
  return { status, headers: { "content-type": "application/json; charset=UTF-8" }, body: JSON.stringify(value) };
}

/** In the form of Google's JSON APIs; thrown. */
export function refusal(status: number, reason: Reason, message: string): Refusal {
  const error = { code: status, message, errors: [{ message, domain: "global", reason }] };
  return refusedWith(json({ error }, status), message);
}

export function refusedWith(answer: Answer, message: string): Refusal {
  return Object.assign(new Error(message), { answer });
}

export function isRefusal(thrown: unknown): thrown is Refusal {
  return thrown instanceof Error && "answer" in thrown && typeof thrown.answer === "object";
}

export function noBucket(): Refusal {
  return refusal(404, "notFound", "The specified bucket does not exist.");
}

export function noObject(bucket: string, object: string): Refusal {
  return refusal(404, "notFound", `No such object: ${bucket}/${object}`);
}

export function invalid(message: string): Refusal {
  return refusal(400, "invalid", message);
}
