/** A column from its smallest value to its largest; equal values (−0 and 0 too) in the order of their rows. */
export interface SortedColumn {
  readonly values: Float64Array<ArrayBuffer>;
  /** Where each value was before. */
  readonly rows: Uint32Array<ArrayBuffer>;
}

/** A pass over more buckets than 2^13 misses the cache so often that two passes are faster. */
const DIGIT_BITS = 13;
const SMALL = 512;
const SHORT_RUN = 32;
const SIGN = 0x80000000;
/** Keys of the infinities' upper halves: all numbers are between them, and NaN is beyond or has one of them. */
const MINUS_INFINITY_KEY = 0x000fffff;
const INFINITY_KEY = 0xfff00000;
const NAN_KEY = 0xffffffff;

/**
 * Sorted by the first bits of each double: what then still is in disorder is in short runs, and those are finished alone.
 * Values are carried along, because fetching them by their rows afterwards takes as long as a pass.
 * NaN goes to the end, whatever its bits: processors give 0 / 0 a sign of its own.
 */
export function sortedColumn(values: Float64Array, room: SortRoom = sortRoom(values.length)): SortedColumn {
  if (values.length <= SMALL) return smallColumn(values);
  let [from, to] = [firstOf(room.from, values.length), firstOf(room.to, values.length)];
  const bits = fillKeys(from.keys, values);
  const passes = Math.ceil(bits / DIGIT_BITS);
  const digitBits = Math.ceil(bits / passes);
  from.values.set(values);
  for (let i = 0; i < values.length; i++) from.rows[i] = i;
  for (let pass = 0; pass < passes; pass++) {
    scatter(from, to, { shift: pass * digitBits, mask: 2 ** digitBits - 1 });
    [from, to] = [to, from];
  }
  finish(from);
  return { values: from.values, rows: from.rows };
}

interface Keyed extends SortedColumn {
  readonly keys: Uint32Array;
}

/** Memory that a column of so many values is sorted in. What was sorted in it is gone when it is used again. */
export interface SortRoom {
  readonly from: Keyed;
  readonly to: Keyed;
}

export function sortRoom(values: number): SortRoom {
  const keyed = (): Keyed => ({
    keys: new Uint32Array(values),
    values: new Float64Array(values),
    rows: new Uint32Array(values),
  });
  return { from: keyed(), to: keyed() };
}

function firstOf({ keys, values, rows }: Keyed, count: number): Keyed {
  return { keys: keys.subarray(0, count), values: values.subarray(0, count), rows: rows.subarray(0, count) };
}

function smallColumn(values: Float64Array): SortedColumn {
  const rows = Uint32Array.from(values.keys()).sort((a, b) => {
    const [x, y] = [values[a]!, values[b]!];
    if (x < y) return -1;
    if (x > y) return 1;
    return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
  });
  return { values: Float64Array.from(rows, (row) => values[row]!), rows };
}

/**
 * Unsigned integers from 0 on, in the order of the values: what their upper halves have, and as many bits of the lower ones
 * behind as the passes take anyway. The more, the fewer values still tie. Returns how many bits they have.
 */
function fillKeys(keys: Uint32Array, values: Float64Array): number {
  const words = wordsOf(values);
  let [lowest, highest] = [0xffffffff, 0];
  for (let i = 0; i < keys.length; i++) {
    const key = highKey(words[2 * i + 1]!, words[2 * i]!);
    keys[i] = key;
    if (key < lowest) lowest = key;
    if (key > highest) highest = key;
  }
  // Columns of finite numbers do not pay for what NaN takes.
  const hasExtremes = lowest <= MINUS_INFINITY_KEY || highest >= INFINITY_KEY;
  if (hasExtremes && withNaNLast(keys, values)) highest = NAN_KEY;
  const bits = 32 - Math.clz32(highest - lowest);
  const spare = Math.min(32, DIGIT_BITS * Math.ceil(bits / DIGIT_BITS)) - bits;
  for (let i = 0; i < keys.length; i++) {
    const low = keys[i] === NAN_KEY ? 0 : lowKey(words[2 * i + 1]!, words[2 * i]!);
    // In two steps, because a shift by 32 is none.
    keys[i] = ((keys[i]! - lowest) << spare) | ((low >>> (31 - spare)) >>> 1);
  }
  return bits + spare;
}

/** Whether there was any. Its sign would take it to either end, and its last bits would leave it among the infinities. */
function withNaNLast(keys: Uint32Array, values: Float64Array): boolean {
  if (!values.some(Number.isNaN)) return false;
  for (let i = 0; i < keys.length; i++) if (Number.isNaN(values[i])) keys[i] = NAN_KEY;
  return true;
}

function wordsOf({ buffer, byteOffset, length }: Float64Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, 2 * length);
}

/** Unsigned integers in the order of the doubles: negative ones are turned round, and −0 is made 0. */
function highKey(high: number, low: number): number {
  if (high < SIGN) return (high | SIGN) >>> 0;
  return high === SIGN && low === 0 ? SIGN : ~high >>> 0;
}

function lowKey(high: number, low: number): number {
  return high < SIGN || (high === SIGN && low === 0) ? low : ~low >>> 0;
}

interface Digit {
  readonly shift: number;
  readonly mask: number;
}

/** Stable. */
function scatter(from: Keyed, to: Keyed, { shift, mask }: Digit): void {
  const { keys, values, rows } = from;
  const { keys: toKeys, values: toValues, rows: toRows } = to;
  const starts = new Uint32Array(mask + 1);
  for (let i = 0; i < keys.length; i++) starts[(keys[i]! >>> shift) & mask]!++;
  sumUp(starts);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    const place = starts[(key >>> shift) & mask]!++;
    toKeys[place] = key;
    toValues[place] = values[i]!;
    toRows[place] = rows[i]!;
  }
}

/** From how many there are of each to where the first of each goes. */
function sumUp(counts: Uint32Array): void {
  let start = 0;
  for (let bucket = 0; bucket < counts.length; bucket++) {
    const count = counts[bucket]!;
    counts[bucket] = start;
    start += count;
  }
}

/** Values in disorder are alike in their upper halves, and so are all between them. */
function finish({ values, rows }: SortedColumn): void {
  const words = wordsOf(values);
  for (let i = 1; i < values.length; i++) {
    if (!(values[i]! < values[i - 1]!)) continue;
    const high = highKeyAt(words, i);
    let [start, end] = [i - 1, i + 1];
    while (start > 0 && highKeyAt(words, start - 1) === high) start--;
    while (end < values.length && highKeyAt(words, end) === high) end++;
    if (end - start <= SHORT_RUN) insertRun(values, rows, { start, end });
    else sortRun({ values: values.subarray(start, end), rows: rows.subarray(start, end) });
    i = end - 1;
  }
}

function highKeyAt(words: Uint32Array, place: number): number {
  return highKey(words[2 * place + 1]!, words[2 * place]!);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function insertRun(values: Float64Array, rows: Uint32Array, { start, end }: Span): void {
  for (let i = start + 1; i < end; i++) {
    const value = values[i]!;
    const row = rows[i]!;
    let place = i;
    for (; place > start && values[place - 1]! > value; place--) {
      values[place] = values[place - 1]!;
      rows[place] = rows[place - 1]!;
    }
    values[place] = value;
    rows[place] = row;
  }
}

/** By their lower halves, as numbers that have bits to tell them apart in their own upper halves. */
function sortRun({ values, rows }: SortedColumn): void {
  const [oldValues, oldRows] = [values.slice(), rows.slice()];
  const words = wordsOf(values);
  const { rows: order } = sortedColumn(values.map((_, place) => lowKey(words[2 * place + 1]!, words[2 * place]!)));
  for (let i = 0; i < order.length; i++) {
    values[i] = oldValues[order[i]!]!;
    rows[i] = oldRows[order[i]!]!;
  }
}
