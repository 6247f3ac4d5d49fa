import { createHash } from "node:crypto";
import { badField } from "../protos/misfit.ts";
import { type Fields, matcher } from "./filter/match.ts";
import { parseFilter } from "./filter/parse.ts";

/** What every List method is asked with. */
export interface ListRequest {
  readonly filter?: string;
  readonly orderBy?: string;
  readonly pageSize?: number;
  readonly pageToken?: string;
}

/** What may be asked of a list, beside its documents. */
export interface Listed<T> {
  /** A token of one list is none of another. */
  readonly of: string;
  readonly documents: Iterable<T>;
  readonly fields: Fields<T>;
  /** What the list may be ordered by, each as a text that sorts. */
  readonly orders: Readonly<Record<string, (document: T) => string>>;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Empty on the last page. */
  readonly nextPageToken: string;
}

const DEFAULT_PAGE = 100;
const MAX_PAGE = 1000;

/** Filtered, ordered, and cut into pages. */
export function pageOf<T>(request: ListRequest, { of, documents, fields, orders }: Listed<T>): Page<T> {
  const { filter = "", orderBy = "", pageSize = 0, pageToken = "" } = request;
  if (pageSize < 0) throw badField("page_size", "page_size must not be negative.");
  const isWanted = matcher(parseFilter(filter), fields);
  const wanted = [...documents].filter(isWanted).sort(comparison(orderBy, orders));

  const mark = createHash("sha256")
    .update(JSON.stringify([of, filter, orderBy]))
    .digest("base64url")
    .slice(0, 10);
  const start = pageToken === "" ? 0 : startOf(pageToken, mark);
  const end = start + Math.min(pageSize === 0 ? DEFAULT_PAGE : pageSize, MAX_PAGE);
  return { items: wanted.slice(start, end), nextPageToken: end < wanted.length ? tokenFor(end, mark) : "" };
}

type Orders<T> = Listed<T>["orders"];

function comparison<T>(orderBy: string, orders: Orders<T>): (a: T, b: T) => number {
  const keys = orderBy
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => orderOf(part, orders));
  return (a, b) => {
    for (const { read, sign } of keys) {
      const [left, right] = [read(a), read(b)];
      if (left !== right) return left < right ? -sign : sign;
    }
    return 0;
  };
}

function orderOf<T>(
  part: string,
  orders: Orders<T>,
): { readonly read: (document: T) => string; readonly sign: 1 | -1 } {
  const [, name = "", direction = "asc"] = /^([A-Za-z_]+)(?:\s+(asc|desc))?$/.exec(part) ?? [];
  const camel = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (!Object.hasOwn(orders, camel)) {
    throw badField(
      "order_by",
      `Invalid order_by "${part.slice(0, 100)}": it is none of ${Object.keys(orders).join(", ")}.`,
    );
  }
  return { read: orders[camel]!, sign: direction === "desc" ? -1 : 1 };
}

function tokenFor(start: number, mark: string): string {
  return Buffer.from(`${start} ${mark}`).toString("base64url");
}

function startOf(token: string, mark: string): number {
  const [start, given] = Buffer.from(token, "base64url").toString("latin1").split(" ");
  if (given !== mark || !/^\d{1,9}$/.test(start ?? "")) throw badField("page_token", "The page token is invalid.");
  return Number(start);
}
