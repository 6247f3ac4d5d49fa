import { type Bytes, I32, V128 } from "../vector/binary-format.ts";
import {
  add,
  addLocal,
  constant,
  countDown,
  get,
  I32_MUL,
  LOAD,
  LOAD_ONE,
  LOAD_SPLAT,
  memory,
  SIMD,
  STORE,
  STORE_LANE,
  set,
  whileAtLeast,
} from "../vector/instructions.ts";
import { fromWeights, type NativeFunction } from "./two-memories.ts";

const FLOAT_BYTES = 4;
const LANES = 4;
const VECTOR_BYTES = LANES * FLOAT_BYTES;
/** Rows of the weights that go into the sums in one pass over them: as many as a processor reads ahead at once. */
const STREAMS = 8;
/** Columns of a turn. */
const UNROLLED = 16;
const MULTIPLY_ADD = [SIMD, 0x85, 2];

interface Locals {
  /** Where each row of the weights is read. */
  readonly streams: readonly number[];
  readonly factors: readonly number[];
  readonly out: number;
  readonly left: number;
  readonly sum: number;
}

const [A, B, B_STEP, INNER, OUT, COLUMNS] = [0, 1, 2, 3, 4, 5] as const;

/**
 * f(a, b, bStep, inner, out, columns): adds the product of a single row to the output. The weights are read once, as
 * they lie in memory.
 */
export function streamedProduct(): NativeFunction {
  const types: number[] = [];
  const local = (type: number) => COLUMNS + types.push(type);
  const locals: Locals = {
    streams: Array.from({ length: STREAMS }, () => local(I32)),
    factors: Array.from({ length: STREAMS }, () => local(V128)),
    out: local(I32),
    left: local(I32),
    sum: local(V128),
  };
  return { parameterCount: COLUMNS + 1, locals: types, body: [...down(locals, STREAMS), ...down(locals, 1)] };
}

/** Down the weights, so many rows at once, for as long as so many are left. */
function down(locals: Locals, count: number): Bytes {
  const streams = locals.streams.slice(0, count);
  return whileAtLeast(INNER, count, [
    ...streams.flatMap((stream, row) => [
      ...[...get(B), ...set(stream), ...addLocal(B, B_STEP)],
      ...[...get(A), ...memory(LOAD_SPLAT, row * FLOAT_BYTES), ...set(locals.factors[row]!)],
    ]),
    ...[...get(OUT), ...set(locals.out), ...get(COLUMNS), ...set(locals.left)],
    ...along(locals, streams, UNROLLED),
    ...along(locals, streams, 1),
    ...add(A, count * FLOAT_BYTES),
  ]);
}

/** Along the columns, so many a turn, for as long as so many are left. */
function along(locals: Locals, streams: readonly number[], columns: number): Bytes {
  const vectors = Array.from({ length: Math.ceil(columns / LANES) }, (_, vector) => vector);
  return whileAtLeast(locals.left, columns, [
    ...vectors.flatMap((vector) => summed(locals, streams, { offset: vector * VECTOR_BYTES, isOne: columns === 1 })),
    ...[locals.out, ...streams].flatMap((place) => add(place, columns * FLOAT_BYTES)),
  ]);
}

interface Part {
  readonly offset: number;
  readonly isOne: boolean;
}

function summed({ out, factors, sum }: Locals, streams: readonly number[], { offset, isOne }: Part): Bytes {
  const load = isOne ? LOAD_ONE : LOAD;
  const store = isOne ? [...memory(STORE_LANE), 0] : memory(STORE, offset);
  const added = streams.flatMap((stream, row) => [
    ...[...get(factors[row]!), ...get(stream), ...fromWeights(load, offset), ...get(sum), ...MULTIPLY_ADD, ...set(sum)],
  ]);
  return [...get(out), ...memory(load, offset), ...set(sum), ...added, ...get(out), ...get(sum), ...store];
}

/** Columns of the panels that products read, and those that are laid out in one go: a line of the cache. */
export const PANEL_COLUMNS = 8;
export const PACKED_COLUMNS = 2 * PANEL_COLUMNS;
const PANEL_BYTES = PANEL_COLUMNS * FLOAT_BYTES;

/** f(b, bStep, inner, to): two panels of the weights. */
export function packing(): NativeFunction {
  const [b, bStep, inner, first, second] = [0, 1, 2, 3, 4] as const;
  const vectors = PANEL_BYTES / VECTOR_BYTES;
  const copies = Array.from({ length: 2 * vectors }, (_, vector) => [
    ...[...get(vector < vectors ? first : second), ...get(b), ...fromWeights(LOAD, vector * VECTOR_BYTES)],
    ...memory(STORE, (vector % vectors) * VECTOR_BYTES),
  ]).flat();
  return {
    parameterCount: 4,
    locals: [I32],
    body: [
      ...[...get(inner), ...constant(PANEL_BYTES), I32_MUL, ...set(second), ...addLocal(second, first)],
      ...countDown(inner, [...copies, ...add(first, PANEL_BYTES), ...add(second, PANEL_BYTES), ...addLocal(b, bStep)]),
    ],
  };
}
