import type { ForgeState } from "../state.ts";

/** One request, as far as a route looks at it. */
export interface Call {
  readonly state: ForgeState;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** All of a list, of which a page is answered; `within` is the key that it lies under. */
  readonly items?: readonly unknown[];
  readonly within?: string;
  /** What is sent on to. */
  readonly archive?: Uint8Array;
}

export function refusal(status: number, message: string, ...errors: readonly string[]): Answer {
  const documentation_url = "https://docs.github.com/rest";
  const told = errors.map((each) => ({ code: "custom", message: each }));
  return {
    status,
    body: { message, ...(told.length > 0 && { errors: told }), documentation_url, status: String(status) },
  };
}

/** By what they answer, as in `GET /repos/{owner}/{repo}/pulls`. */
export type Routes = Readonly<Record<string, (call: Call) => Answer>>;

export const REPOSITORY = "/repos/{owner}/{repo}";
export const NOT_FOUND = refusal(404, "Not Found");

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function created(body: unknown): Answer {
  return { status: 201, body };
}

export function list(items: readonly unknown[], within?: string): Answer {
  return { status: 200, items, ...(within !== undefined && { within }) };
}
