import { findSecrets, SECRET_ANCHORS } from "../model/beside/lint/secrets.ts";

/** A copy in which every text is free of secrets: of those that look like one, and of those that are known. */
export function redacted<Value>(value: Value, known: readonly string[] = []): Value {
  const worthIt = known.filter(({ length }) => length >= SHORTEST).toSorted((a, b) => b.length - a.length);
  return copyOf(value, (text) => withoutSecrets(text, worthIt)) as Value;
}

/** A shorter text is as likely a word as a secret. */
const SHORTEST = 8;
const ANCHOR = new RegExp(SECRET_ANCHORS.map((anchor) => anchor.replaceAll(".", "\\.")).join("|"));
const END_OF_KEY = /-----END [A-Z0-9 ]{1,60}-----/;
/** Each round finds some; a text of nothing but secrets is not worth showing. */
const MOST_ROUNDS = 50;

function copyOf(value: unknown, copyText: (text: string) => string): unknown {
  if (typeof value === "string") return copyText(value);
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) {
    return value.every((item) => typeof item === "number") ? value : value.map((item) => copyOf(item, copyText));
  }
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [copyText(key), copyOf(member, copyText)]));
}

function withoutSecrets(text: string, known: readonly string[]): string {
  const unknown = known.reduce((rest, secret) => rest.replaceAll(secret, "[redacted]"), text);
  if (!ANCHOR.test(unknown)) return unknown;
  let rest = unknown;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const anchors = new Set(SECRET_ANCHORS.filter((anchor) => rest.includes(anchor)));
    const spots = findSecrets(rest, anchors);
    if (spots.length === 0) return rest;
    rest = apart(spots).toReversed().reduce(withoutSpot, rest);
  }
  return "[redacted]";
}

type Spot = ReturnType<typeof findSecrets>[number];

/** Two rules may see the same text: what lies within the one before is looked at again in the next round. */
function apart(spots: readonly Spot[]): readonly Spot[] {
  let end = 0;
  return spots.filter(({ offset, length }) => {
    if (offset < end) return false;
    end = offset + length;
    return true;
  });
}

function withoutSpot(text: string, { offset, length, kind }: Spot): string {
  const behind = text.slice(offset + length);
  const end = kind === PRIVATE_KEY ? (END_OF_KEY.exec(behind) ?? null) : null;
  const from = kind !== PRIVATE_KEY ? 0 : end === null ? behind.length : end.index + end[0].length;
  return `${text.slice(0, offset)}[redacted: ${kind}]${behind.slice(from)}`;
}

const PRIVATE_KEY = "a private key";
