import type { JsonSchema } from "./json-schema.ts";

export interface Unit {
  readonly plural: string;
  readonly kind: "time" | "bytes" | "rate";
  /** How many seconds, bytes or events a second one of it is. */
  readonly size: number;
}

// Units live in the names of keys; the longest ending decides.
const ENDINGS: readonly (readonly [ending: string, unit: Unit])[] = [
  ["BytesPerMinute", { plural: "bytes a minute", kind: "bytes", size: 1 }],
  ["PerSecond", { plural: "events a second", kind: "rate", size: 1 }],
  ["PerMinute", { plural: "events a minute", kind: "rate", size: 1 / 60 }],
  ["Milliseconds", { plural: "milliseconds", kind: "time", size: 1e-3 }],
  ["Seconds", { plural: "seconds", kind: "time", size: 1 }],
  ["Minutes", { plural: "minutes", kind: "time", size: 60 }],
  ["Hours", { plural: "hours", kind: "time", size: 3600 }],
  ["Days", { plural: "days", kind: "time", size: 86_400 }],
  ["Weeks", { plural: "weeks", kind: "time", size: 604_800 }],
  ["Bytes", { plural: "bytes", kind: "bytes", size: 1 }],
  ["Gb", { plural: "gigabytes", kind: "bytes", size: 1e9 }],
  ["Mb", { plural: "megabytes", kind: "bytes", size: 1e6 }],
  ["Kb", { plural: "kilobytes", kind: "bytes", size: 1e3 }],
  ["Sec", { plural: "seconds", kind: "time", size: 1 }],
  ["Min", { plural: "minutes", kind: "time", size: 60 }],
  ["Ms", { plural: "milliseconds", kind: "time", size: 1e-3 }],
];

const WRITTEN: Readonly<Record<string, readonly [kind: Unit["kind"], size: number]>> = {
  ms: ["time", 1e-3],
  millis: ["time", 1e-3],
  s: ["time", 1],
  sec: ["time", 1],
  second: ["time", 1],
  m: ["time", 60],
  min: ["time", 60],
  minute: ["time", 60],
  h: ["time", 3600],
  hr: ["time", 3600],
  hour: ["time", 3600],
  d: ["time", 86_400],
  day: ["time", 86_400],
  b: ["bytes", 1],
  byte: ["bytes", 1],
  k: ["bytes", 1e3],
  kb: ["bytes", 1e3],
  mb: ["bytes", 1e6],
  g: ["bytes", 1e9],
  gb: ["bytes", 1e9],
  tb: ["bytes", 1e12],
  kib: ["bytes", 2 ** 10],
  mib: ["bytes", 2 ** 20],
  gib: ["bytes", 2 ** 30],
  gi: ["bytes", 2 ** 30],
  tib: ["bytes", 2 ** 40],
};

export function unitOf(key: string): Unit | undefined {
  return ENDINGS.find(([ending]) => hasEnding(key, ending))?.[1];
}

/** `p95Seconds` and `p95Ms` both measure `p95`: the known key of the same quantity, in its own unit. */
export function sameQuantity(key: string, known: readonly string[]): string | undefined {
  const quantity = withoutUnit(key);
  return unitOf(key) && known.find((other) => other !== key && unitOf(other) && withoutUnit(other) === quantity);
}

/** How a number with a unit, a percentage or a fraction is written under this key. */
export function quantityFix(key: string, given: unknown, schema: JsonSchema): string | undefined {
  if (typeof given === "string") return writtenFix(key, given, schema);
  if (typeof given !== "number") return undefined;
  if (isPercent(schema)) return given > 0 && given < 1 ? `Write ${tidy(given * 100)}: the unit is percent.` : undefined;
  const percentMeant = isFraction(schema) && given > 1 && given <= 100;
  return percentMeant ? `Write ${tidy(given / 100)} for ${given} %.` : undefined;
}

function writtenFix(key: string, given: string, schema: JsonSchema): string | undefined {
  const match = /^\s*([0-9]+(?:\.[0-9]+)?)\s*([a-zA-Z]+|%)\s*$/.exec(given.slice(0, 40));
  if (match === null) return undefined;
  const [amount, name] = [Number(match[1]), match[2]!];
  if (name === "%") {
    if (isPercent(schema)) return `Write ${amount}: the unit is percent.`;
    return isFraction(schema) ? `Write ${tidy(amount / 100)} for ${amount} %.` : undefined;
  }
  const unit = unitOf(key);
  const lower = name.toLowerCase();
  const [kind, size] = WRITTEN[lower] ?? WRITTEN[lower.replace(/s$/, "")] ?? [];
  if (unit === undefined || kind !== unit.kind || size === undefined) return undefined;
  return `Write ${tidy((amount * size) / unit.size)}: the unit is ${unit.plural}.`;
}

function isFraction({ maximum, exclusiveMaximum }: JsonSchema): boolean {
  return (maximum ?? exclusiveMaximum) === 1;
}

function isPercent({ title }: JsonSchema): boolean {
  return title?.includes("percent") ?? false;
}

/** Decimal fractions as a person would write them: 0.07, not 0.07000000000000001. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

function withoutUnit(key: string): string {
  const ending = ENDINGS.find(([candidate]) => hasEnding(key, candidate))?.[0] ?? "";
  return key.slice(0, key.length - ending.length).replace(/_$/, "");
}

function hasEnding(key: string, ending: string): boolean {
  return key.endsWith(ending) || key.endsWith(`_${ending.toLowerCase()}`) || key.endsWith(ending.toUpperCase());
}
