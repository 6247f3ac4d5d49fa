import { type Bytes, I32, V128 } from "../vector/binary-format.ts";
import {
  ADD,
  BLOCK,
  BRANCH,
  BRANCH_IF,
  constant,
  END,
  FLOAT_BYTES,
  get,
  I32_SUB,
  increase,
  LANE_BYTES,
  LANES,
  LESS,
  LOOP,
  load,
  loadOne,
  loadSplat,
  MULTIPLY,
  NO_RESULT,
  set,
  store,
  storeOne,
} from "./assembly.ts";
import type { NativeFunction } from "./two-memories.ts";

/** Rows of the weights that go into the sums in one pass over them: as many as a processor reads ahead at once. */
const STREAMS = 8;
/** Columns of a turn. */
const UNROLLED = 16;

const PARAMETERS = ["a", "b", "bStride", "inner", "out", "columns"] as const;

interface Locals {
  /** Where each stream is read. */
  readonly streams: readonly number[];
  readonly factors: readonly number[];
  readonly out: number;
  readonly left: number;
  readonly sum: number;
}

/**
 * f(a, b, bStride, inner, out, columns): adds a single row's product to the output. The weights are read once, as they
 * lie in memory.
 */
export function streamedProduct(): NativeFunction {
  const types: number[] = [];
  const local = (type: number) => PARAMETERS.length + types.push(type) - 1;
  const locals: Locals = {
    streams: Array.from({ length: STREAMS }, () => local(I32)),
    factors: Array.from({ length: STREAMS }, () => local(V128)),
    out: local(I32),
    left: local(I32),
    sum: local(V128),
  };
  return { parameters: PARAMETERS.map(() => I32), locals: types, body: [...pass(locals, STREAMS), ...pass(locals, 1)] };
}

/** Down the inner axis, so many rows of the weights at once, for as long as so many are left. */
function pass(locals: Locals, count: number): Bytes {
  const [a, b, stride, inner] = (["a", "b", "bStride", "inner"] as const).map(parameter) as number[];
  const streams = locals.streams.slice(0, count);
  return [
    ...[BLOCK, NO_RESULT, LOOP, NO_RESULT, ...get(inner!), ...constant(count), LESS, BRANCH_IF, 1],
    ...streams.flatMap((stream, row) => [
      ...[...get(b!), ...set(stream), ...increase(b!, get(stride!))],
      ...[...get(a!), ...loadSplat(row * FLOAT_BYTES), ...set(locals.factors[row]!)],
    ]),
    ...[...get(parameter("out")), ...set(locals.out), ...get(parameter("columns")), ...set(locals.left)],
    ...along(locals, streams, UNROLLED),
    ...along(locals, streams, 1),
    ...increase(a!, constant(count * FLOAT_BYTES)),
    ...[...get(inner!), ...constant(count), I32_SUB, ...set(inner!), BRANCH, 0, END, END],
  ];
}

/** Along the columns, so many a turn, for as long as so many are left. */
function along(locals: Locals, streams: readonly number[], columns: number): Bytes {
  const { out, left } = locals;
  const vectors = Array.from({ length: Math.max(1, columns / LANES) }, (_, vector) => vector);
  return [
    ...[BLOCK, NO_RESULT, LOOP, NO_RESULT, ...get(left), ...constant(columns), LESS, BRANCH_IF, 1],
    ...vectors.flatMap((vector) => summed(locals, streams, { offset: vector * LANE_BYTES, isOne: columns === 1 })),
    ...[out, ...streams].flatMap((place) => increase(place, constant(columns * FLOAT_BYTES))),
    ...[...get(left), ...constant(columns), I32_SUB, ...set(left), BRANCH, 0, END, END],
  ];
}

interface Part {
  readonly offset: number;
  readonly isOne: boolean;
}

function summed({ out, factors, sum }: Locals, streams: readonly number[], { offset, isOne }: Part): Bytes {
  const added = streams.flatMap((stream, row) => [
    ...[...get(factors[row]!), ...get(stream), ...(isOne ? loadOne("weights") : load("weights", offset))],
    ...[...MULTIPLY, ...ADD],
  ]);
  return [
    ...[...get(out), ...(isOne ? loadOne("heap") : load("heap", offset)), ...added, ...set(sum)],
    ...[...get(out), ...get(sum), ...(isOne ? storeOne() : store(offset))],
  ];
}

function parameter(name: (typeof PARAMETERS)[number]): number {
  return PARAMETERS.indexOf(name);
}
