interface Refused {
  readonly status: number;
  readonly body?: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

type Event = "reset" | "silence" | "cut" | Refused;

/** What befalls one request: instead of its effect, or after it and instead of its answer. */
export interface Trouble {
  /** As in `POST /repos/{owner}/{repo}/check-runs`. */
  readonly on: string;
  readonly before?: Event;
  readonly after?: Event;
}

const GITHUB = { "content-type": "application/json; charset=utf-8", "x-github-request-id": "C0DE:2" };

export function refused(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Refused {
  return {
    status,
    body: { message, documentation_url: "https://docs.github.com/rest" },
    headers: { ...GITHUB, ...headers },
  };
}

/** The limit of requests in an hour. */
export function usedUp(status: 403 | 429, resetInSeconds: number): Refused {
  const reset = Math.ceil(Date.now() / 1000) + resetInSeconds;
  const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(reset) };
  return refused(status, "API rate limit exceeded for installation ID 1.", headers);
}

/** The limit of what is done at once. */
export function tooFast(status: 403 | 429, retryAfterSeconds: number): Refused {
  const headers = { "retry-after": String(retryAfterSeconds) };
  return refused(status, "You have exceeded a secondary rate limit. Please wait a few minutes.", headers);
}

export function lacking(permissions: string): Refused {
  return refused(403, "Resource not accessible by integration", { "x-accepted-github-permissions": permissions });
}
