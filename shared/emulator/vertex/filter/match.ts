import type { Filter, Restriction } from "./parse.ts";
import { badFilter } from "./tokens.ts";

/** What a filter may ask about, by its name in camelCase: one text, or a map of them such as labels. */
export type Fields<T> = Readonly<Record<string, Field<T>>>;

export type Field<T> =
  | { readonly kind: "text"; readonly comparators: readonly string[]; read(document: T): string }
  | { readonly kind: "map"; read(document: T): Readonly<Record<string, string>> };

/** Whether a document is wanted. What the filter asks is checked once, before there is a document. */
export function matcher<T>(filter: Filter | null, fields: Fields<T>): (document: T) => boolean {
  if (filter === null) return () => true;
  if (filter.kind === "restriction") return restriction(filter, fields);
  if (filter.kind === "not") {
    const matches = matcher(filter.term, fields);
    return (document) => !matches(document);
  }
  const terms = filter.terms.map((term) => matcher(term, fields));
  if (filter.kind === "all") return (document) => terms.every((matches) => matches(document));
  return (document) => terms.some((matches) => matches(document));
}

function restriction<T>(asked: Restriction, fields: Fields<T>): (document: T) => boolean {
  const { path, comparator, value } = asked;
  const [name = "", ...rest] = path;
  const field = fieldNamed(name, fields);
  if (field.kind === "map") return entry(asked, field);
  if (rest.length > 0 || !field.comparators.includes(comparator)) {
    throw badFilter(`${path.join(".")} does not support ${comparator}`);
  }
  return comparator === "="
    ? (document) => field.read(document) === value
    : (document) => field.read(document) !== value;
}

function fieldNamed<T>(name: string, fields: Fields<T>): Field<T> {
  const camel = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (!Object.hasOwn(fields, camel)) {
    throw badFilter(`${JSON.stringify(name.slice(0, 100))} is none of ${Object.keys(fields).join(", ")}`);
  }
  return fields[camel]!;
}

/** `labels.key=value`, `labels.key:*` and `labels:key`. */
function entry<T>(
  { path, comparator, value }: Restriction,
  field: Field<T> & { kind: "map" },
): (document: T) => boolean {
  const has = (document: T, key: string): boolean => Object.hasOwn(field.read(document), key);
  const key = path.slice(1).join(".");
  if (path.length === 1) {
    if (comparator !== ":") throw badFilter(`${path[0]} does not support ${comparator}`);
    return (document) => has(document, value);
  }
  if (comparator === ":" && value === "*") return (document) => has(document, key);
  const isEqual = (document: T): boolean => has(document, key) && field.read(document)[key] === value;
  if (comparator === "=" || comparator === ":") return isEqual;
  if (comparator === "!=") return (document) => !isEqual(document);
  throw badFilter(`${path.join(".")} does not support ${comparator}`);
}
