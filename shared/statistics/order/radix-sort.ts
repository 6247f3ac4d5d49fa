/** The rows of a column, from its smallest value to its largest; equal values (−0 and 0 too) in the order of their rows. */
export type Order = Uint32Array<ArrayBuffer>;

const DIGITS = [
  { shift: 0, bits: 11 },
  { shift: 11, bits: 11 },
  { shift: 22, bits: 10 },
] as const;
const BUCKETS = 2048;
const SMALL = 512;
const SHORT_RUN = 32;
const SIGN = 0x80000000;

/**
 * Sorted by the upper half of each double first: what then still ties is in short runs, and those are finished alone.
 * NaN goes to the end, and it is for the caller to have refused it.
 */
export function orderOf(values: Float64Array): Order {
  if (values.length <= SMALL) return smallOrder(values);
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length * 2);
  const high = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) high[i] = highKey(words[2 * i + 1]!, words[2 * i]!);
  const order = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) order[i] = i;
  const sorted = sortByKeys(high, order);
  finishRuns(sorted, words);
  return sorted.order;
}

interface Sorted {
  readonly keys: Uint32Array<ArrayBuffer>;
  readonly order: Order;
}

function smallOrder(values: Float64Array): Order {
  return Uint32Array.from(values.keys()).sort((a, b) => {
    const [x, y] = [values[a]!, values[b]!];
    if (x < y) return -1;
    if (x > y) return 1;
    return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
  });
}

/** Unsigned integers in the order of the doubles: negative ones are turned round, and −0 is made 0. */
function highKey(high: number, low: number): number {
  if (high < SIGN) return (high | SIGN) >>> 0;
  return high === SIGN && low === 0 ? SIGN : ~high >>> 0;
}

function lowKey(high: number, low: number): number {
  return high < SIGN || (high === SIGN && low === 0) ? low : ~low >>> 0;
}

/** Stable, a digit at a time; a digit that all keys share costs nothing. */
function sortByKeys(keys: Uint32Array<ArrayBuffer>, order: Order): Sorted {
  const counts = DIGITS.map(() => new Uint32Array(BUCKETS));
  const [low, middle, upper] = counts as [Uint32Array, Uint32Array, Uint32Array];
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    low[key & 2047]!++;
    middle[(key >>> 11) & 2047]!++;
    upper[key >>> 22]!++;
  }
  let from: Sorted = { keys, order };
  let to: Sorted = { keys: new Uint32Array(keys.length), order: new Uint32Array(keys.length) };
  for (const [digit, { shift, bits }] of DIGITS.entries()) {
    if (counts[digit]!.includes(keys.length)) continue;
    startsOf(counts[digit]!);
    scatter(from, to, { starts: counts[digit]!, shift, mask: 2 ** bits - 1 });
    [from, to] = [to, from];
  }
  return from;
}

function startsOf(counts: Uint32Array): void {
  let start = 0;
  for (let bucket = 0; bucket < counts.length; bucket++) {
    const count = counts[bucket]!;
    counts[bucket] = start;
    start += count;
  }
}

interface Digit {
  readonly starts: Uint32Array;
  readonly shift: number;
  readonly mask: number;
}

function scatter(from: Sorted, to: Sorted, { starts, shift, mask }: Digit): void {
  const { keys, order } = from;
  const { keys: toKeys, order: toOrder } = to;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    const place = starts[(key >>> shift) & mask]!++;
    toKeys[place] = key;
    toOrder[place] = order[i]!;
  }
}

function finishRuns({ keys, order }: Sorted, words: Uint32Array): void {
  for (let start = 0; start < keys.length; ) {
    let end = start + 1;
    while (end < keys.length && keys[end] === keys[start]) end++;
    if (end - start > SHORT_RUN) sortRun(order.subarray(start, end), words);
    else if (end - start > 1) insertRun(order, words, start, end);
    start = end;
  }
}

function lowKeyAt(words: Uint32Array, row: number): number {
  return lowKey(words[2 * row + 1]!, words[2 * row]!);
}

function insertRun(order: Order, words: Uint32Array, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const row = order[i]!;
    const key = lowKeyAt(words, row);
    let place = i;
    while (place > start && lowKeyAt(words, order[place - 1]!) > key) {
      order[place] = order[place - 1]!;
      place--;
    }
    order[place] = row;
  }
}

function sortRun(run: Uint32Array<ArrayBuffer>, words: Uint32Array): void {
  const keys = new Uint32Array(run.length);
  let isSorted = true;
  for (let i = 0; i < run.length; i++) {
    keys[i] = lowKeyAt(words, run[i]!);
    if (i > 0 && keys[i]! < keys[i - 1]!) isSorted = false;
  }
  if (!isSorted) run.set(sortByKeys(keys, run.slice()).order);
}
