import { Failure } from "../../failure.ts";
import type { Ask } from "./connection.ts";

/** What a page of a list is, as far as the next one is found by it. */
interface Page {
  readonly headers: { readonly link?: string };
}

export const PER_PAGE = 100;
const MAX_PAGES = 50;
const NEXT = /<([^<>]{1,4000})>;\s*rel="next"/;

/**
 * The pages of a list, one after another. The SDK's own pagination forgets the deadline, takes a conflict for an empty
 * list and has no end where a server's pages have none.
 */
export async function* pages<T extends Page>(ask: Ask, first: Promise<T>, what: string): AsyncGenerator<T> {
  let page = await first;
  for (let count = 1; ; count += 1) {
    yield page;
    const next = NEXT.exec(page.headers.link ?? "")?.[1];
    if (next === undefined) return;
    if (count === MAX_PAGES) throw tooMany(what);
    page = (await ask({ method: "GET", url: next })) as unknown as T;
  }
}

/** All that a list's pages hold. */
export async function all<T extends Page & { readonly data: readonly unknown[] }>(
  ask: Ask,
  first: Promise<T>,
  what: string,
): Promise<readonly T["data"][number][]> {
  const found: unknown[] = [];
  for await (const { data } of pages(ask, first, what)) found.push(...data);
  return found;
}

function tooMany(what: string): Failure {
  return new Failure("limit-exceeded", `there are more than ${MAX_PAGES} pages of ${what}`, {
    fix: "Look at the repository: nobody reads so many.",
  });
}
