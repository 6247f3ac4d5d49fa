import { MAX_CODE_POINT, type Ranges } from "./syntax.ts";

/** Sorted and disjoint, neighbours joined. */
export function normalized(ranges: Ranges): number[] {
  const order = Array.from({ length: ranges.length / 2 }, (_, index) => 2 * index);
  order.sort((a, b) => ranges[a]! - ranges[b]!);
  const result: number[] = [];
  for (const at of order) {
    const first = ranges[at]!;
    const last = ranges[at + 1]!;
    if (result.length > 0 && first <= result.at(-1)! + 1) result[result.length - 1] = Math.max(result.at(-1)!, last);
    else result.push(first, last);
  }
  return result;
}

/** All other code points; the ranges must be normalized. */
export function negated(ranges: Ranges): number[] {
  const result: number[] = [];
  let next = 0;
  for (let at = 0; at < ranges.length; at += 2) {
    if (next < ranges[at]!) result.push(next, ranges[at]! - 1);
    next = ranges[at + 1]! + 1;
  }
  if (next <= MAX_CODE_POINT) result.push(next, MAX_CODE_POINT);
  return result;
}

/** With every code point that differs from one of these in case only. */
export function folded(ranges: Ranges): number[] {
  const result = [...ranges];
  for (const orbit of new Set(orbits().values())) {
    if (orbit.some((point) => includes(ranges, point))) for (const point of orbit) result.push(point, point);
  }
  return normalized(result);
}

/** The code points that equal this one but for case, itself among them. */
export function foldedPoint(point: number): number[] {
  const orbit = orbits().get(point) ?? [point];
  return normalized(orbit.flatMap((member) => [member, member]));
}

/** The ranges must be normalized. */
function includes(ranges: Ranges, point: number): boolean {
  let low = 0;
  let high = ranges.length / 2;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ranges[2 * middle + 1]! < point) low = middle + 1;
    else high = middle;
  }
  return 2 * low < ranges.length && ranges[2 * low]! <= point;
}

let known: ReadonlyMap<number, readonly number[]> | null = null;

/** Unicode's simple case folding, as JavaScript's own tables have it: each code point with what folds to the same. */
function orbits(): ReadonlyMap<number, readonly number[]> {
  if (known !== null) return known;
  const byPoint = new Map<number, number[]>();
  for (const [text] of allCased()) {
    const key = foldKey(text);
    if (key === text || !foldsTo(text, key)) continue;
    const orbit = byPoint.get(key.codePointAt(0)!) ?? [key.codePointAt(0)!];
    orbit.push(text.codePointAt(0)!);
    for (const point of orbit) byPoint.set(point, orbit);
  }
  known = byPoint;
  return known;
}

function allCased(): Iterable<RegExpExecArray> {
  const assigned = Array.from({ length: 0x1e944 }, (_, point) =>
    isSurrogate(point) ? "" : String.fromCodePoint(point),
  );
  return assigned.join("").matchAll(/[\p{L}\p{M}\p{N}\p{S}]/gu);
}

function isSurrogate(point: number): boolean {
  return point >= 0xd800 && point <= 0xdfff;
}

function foldKey(text: string): string {
  const lower = single(text.toLowerCase(), text);
  return single(single(lower.toUpperCase(), lower).toLowerCase(), lower);
}

function single(text: string, otherwise: string): string {
  return String.fromCodePoint(text.codePointAt(0)!) === text ? text : otherwise;
}

/** Upper and lower case agree on more than folding does: the dotless i is no i. */
function foldsTo(text: string, key: string): boolean {
  return new RegExp(`^\\u{${key.codePointAt(0)!.toString(16)}}$`, "iu").test(text);
}
