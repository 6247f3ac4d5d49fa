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
