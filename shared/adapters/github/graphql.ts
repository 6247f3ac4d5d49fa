import type { Ask } from "./connection.ts";

interface Answer<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly type?: string; readonly message?: string }[];
}

/** GraphQL says no with 200: what it says becomes the status that REST would have. */
const STATUSES: Readonly<Record<string, number>> = { FORBIDDEN: 403, INSUFFICIENT_SCOPES: 403, NOT_FOUND: 404 };

export async function graphql<T>(
  ask: Ask,
  url: string,
  { query, variables }: { readonly query: string; readonly variables?: Readonly<Record<string, unknown>> },
): Promise<T> {
  const { data: answer, headers } = await ask({ method: "POST", url, query, ...(variables && { variables }) });
  const { data, errors = [] } = answer as Answer<T>;
  const [error] = errors;
  if (error === undefined && data !== undefined && data !== null) return data;
  const message = error?.message ?? "the answer holds nothing";
  throw Object.assign(new Error(message), {
    status: STATUSES[error?.type ?? ""] ?? 422,
    response: { headers, data: { message } },
  });
}
