import { Failure } from "../failure.ts";
import { quote } from "../schema/phrases.ts";
import { instantMs, instantText } from "./instant.ts";

const UNITS_MS: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
};
const AGO = /^(\d{1,6})\s*(s|m|min|h|d|w)(?:\s+ago)?$/;
const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)\s?(Z|[+-]\d\d:?\d\d)?)?$/i;

/**
 * A moment as a person writes it, as a ledger has it: a date is its first instant, and UTC is meant where no offset is
 * given. `2h ago`, and `now`, are counted from `nowMs`.
 */
export function momentOf(text: string, nowMs: number): string {
  if (text === "now") return instantText(nowMs);
  const [, count, unit] = AGO.exec(text) ?? [];
  const ms = unit === undefined ? isoMs(text) : nowMs - Number(count) * UNITS_MS[unit]!;
  if (Number.isFinite(ms) && ms >= 0) return instantText(ms);
  throw new Failure("usage", `${quote(text)} is no moment`, {
    fix: "Write it as 2026-03-01T10:00:00Z, as 2026-03-01, or as 2h ago.",
  });
}

function isoMs(text: string): number {
  const [, date, time = "00:00", zone = "Z"] = ISO.exec(text) ?? [];
  if (date === undefined || !isDay(date)) return Number.NaN;
  return instantMs(`${date}T${time}${zone.toUpperCase()}`);
}

/** No 30 February, which would be a day of March. */
function isDay(date: string): boolean {
  const ms = instantMs(`${date}T00:00:00.000Z`);
  return Number.isFinite(ms) && instantText(ms).startsWith(date);
}
