import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { NO_ATTRIBUTES } from "../../../../../shared/adapters/embedded/compile/operation.ts";
import { broadcastIndices, broadcastShape, type Sizes } from "../../../../../shared/adapters/embedded/values/shape.ts";
import { tensorOf } from "../../../../../shared/adapters/embedded/values/tensor.ts";
import type { HeapTensor } from "../../../../../shared/adapters/embedded/values/value.ts";
import { vectorOperator } from "../../../../../shared/adapters/embedded/vector/operators.ts";
import type { VectorNode, VectorProgram } from "../../../../../shared/adapters/embedded/vector/program.ts";
import { vectorRun } from "../../../../../shared/adapters/embedded/vector/run.ts";
import { startWasm } from "../../../../../shared/adapters/embedded/wasm/backend.ts";
import { release, share, sweep, toHeap, viewOf } from "../../../../../shared/adapters/embedded/wasm/heap.ts";
import type { Attribute } from "../../../../../shared/model/graph.ts";

const { fround } = Math;
const SMALLEST = 2 ** -149;
const SMALLEST_NORMAL = 2 ** -126;
const LARGEST = fround(3.4028234663852886e38);
/** Where functions of float32 change their ways. */
const BOUNDARIES = [
  Number.NaN, Infinity, -Infinity, 0, -0, SMALLEST, -SMALLEST, SMALLEST_NORMAL, -SMALLEST_NORMAL, LARGEST, -LARGEST,
  1, -1, 0.5, -0.5, 1.5, 2.5, 6, 6.5, -6, 1e-4, -1e-4, 4e-4, 3.999, 4, -4, 7.9, 7.91, -7.91, 9, -9, 20, -20,
  87.3, -87.3, 88.7, 88.8, 89, 103.9, -103.9, -104, -104.1, 1e10, -1e10, 2 ** 24, 2 ** 24 + 2, 1 / 3, -1 / 3,
].map(fround); // biome-ignore format: a list of numbers
const LENGTHS = [0, 1, 3, 4, 5, 17];
type Plain = (x: number, y: number) => number;
beforeAll(startWasm);
afterEach(() => {
  expect(sweep(), "tensors that were left on the heap").toBe(0);
});
describe("one operator over two tensors is exactly what float32 makes of it", () => {
  test.each<[string, Plain]>([
    ["Add", (x, y) => x + y],
    ["AddV2", (x, y) => x + y],
    ["BiasAdd", (x, y) => x + y],
    ["Sub", (x, y) => x - y],
    ["Mul", (x, y) => x * y],
    ["RealDiv", (x, y) => x / y],
    ["Maximum", Math.max],
    ["Minimum", Math.min],
    ["SquaredDifference", (x, y) => fround(x - y) ** 2],
  ])("%s", (op, plain) => {
    const xs = BOUNDARIES.flatMap((x) => BOUNDARIES.map(() => x));
    const ys = BOUNDARIES.flatMap(() => BOUNDARIES);
    expectClose(
      answerOf(op, [xs, ys]),
      xs.map((x, index) => fround(plain(x, ys[index]!))),
      0,
    );
  });
});
describe("one operator over one tensor", () => {
  test.each<[string, (x: number) => number, number]>([
    ["Neg", (x) => -x, 0],
    ["Abs", Math.abs, 0],
    ["Sqrt", Math.sqrt, 0],
    ["Square", (x) => x * x, 0],
    ["Rsqrt", (x) => 1 / fround(Math.sqrt(x)), 0],
    ["Reciprocal", (x) => 1 / x, 0],
    ["Inv", (x) => 1 / x, 0],
    ["Relu", (x) => Math.max(x, 0), 0],
    ["Relu6", (x) => Math.min(Math.max(x, 0), 6), 0],
    ["LeakyRelu", (x) => (x > 0 ? x : x * fround(0.2)), 0],
    ["Exp", Math.exp, 2],
    // TensorFlow's own approximation, which is 1 from 7.9 on.
    ["Tanh", Math.tanh, 6],
    ["Sigmoid", (x) => 1 / (1 + Math.exp(-x)), 4],
    ["Elu", (x) => (x > 0 ? x : Math.expm1(x)), 4],
    ["Selu", (x) => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x)), 4],
    ["Erf", erfOf, 8],
    // Its exponent of up to 104 is known to half a unit of its last place: 4e-6 of the result.
    ["Erfc", erfcOf, 128],
  ])("%s", (op, plain, ulps) => {
    for (const length of LENGTHS) {
      const xs = BOUNDARIES.slice(0, length);
      expectClose(
        answerOf(op, [xs]),
        xs.map((x) => fround(plain(x))),
        ulps,
      );
    }
    const xs = [...BOUNDARIES, ...Array.from({ length: 2001 }, (_, index) => fround((index - 1000) / 87))];
    expectClose(
      answerOf(op, [xs]),
      xs.map((x) => fround(plain(x))),
      ulps,
    );
  });

  test("LeakyRelu takes its slope", () => {
    const slope: Attribute = { kind: "float", value: 0.5 };
    expect([...answerOf("LeakyRelu", [[-2, 4]], { alpha: slope })]).toEqual([-1, 4]);
    expect([...answerOf("LeakyRelu", [[-2, 4]])]).toEqual([fround(-2 * fround(0.2)), 4]);
  });
});

describe("broadcasting", () => {
  test.each<[string, Sizes, Sizes]>([
    ["nothing with nothing", [], []],
    ["a scalar with a line of a vector and one", [], [5]],
    ["a line with a scalar in brackets", [17], [1]],
    ["columns", [3, 5], [5]],
    ["rows", [4, 3], [4, 1]],
    ["rows with columns", [3, 1], [1, 17]],
    ["the middle axis", [2, 3, 4], [2, 1, 4]],
    ["the outer and the inner axis", [2, 3, 4], [1, 3, 1]],
    ["a rank that is missing", [2, 3, 4], [3, 1]],
    ["every second axis", [2, 1, 3, 1, 5], [1, 4, 1, 2, 1]],
    ["axes of one in all", [1, 1, 4], [1, 4]],
    ["an empty axis", [0, 3], [1, 3]],
    ["an empty axis out of one", [3, 0], [3, 1]],
  ])("%s", (_, a, b) => {
    for (const [left, right] of [
      [a, b],
      [b, a],
    ] as const) {
      const shape = broadcastShape(left, right);
      const [x, y] = [counted(left, 1), counted(right, 100)];
      const [from, to] = [broadcastIndices(left, shape), broadcastIndices(right, shape)];
      const answer = vectorRun(chain("Sub"))([tensorOf("float32", left, x), tensorOf("float32", right, y)]);
      expect(answer.shape).toEqual(shape);
      expect([...taken(answer)]).toEqual(Array.from(from, (at, index) => x[at]! - y[to[index]!]!));
    }
  });

  test("a program is prepared anew for other shapes, and answers the first as before", () => {
    const run = vectorRun(chain("AddV2"));
    for (const length of [4, 1, 17, 4]) {
      const x = counted([length], 0);
      expect([...taken(run([tensorOf("float32", [length], x), tensorOf("float32", [1], [1])]))]).toEqual(
        x.map((value) => value + 1),
      );
    }
  });
});

describe("programs", () => {
  /** inputs x [3,4], y [4], z []: (x + exp(y)) · sqrt(z) */
  const program: VectorProgram = {
    inputCount: 3,
    nodes: [node("Exp", 1), node("AddV2", 0, 3), node("Sqrt", 2), node("Mul", 4, 5)],
  };

  test("what few elements decide is computed once and then broadcast", () => {
    const x = counted([3, 4], 1);
    const inputs = [
      tensorOf("float32", [3, 4], x),
      tensorOf("float32", [4], [0, 0, 0, 0]),
      tensorOf("float32", [], [4]),
    ];
    expect([...taken(vectorRun(program)(inputs))]).toEqual(x.map((value) => (value + 1) * 2));
  });

  test("an input that is read twice, by one node and by two", () => {
    const twice: VectorProgram = { inputCount: 1, nodes: [node("Mul", 0, 0), node("Sub", 1, 0)] };
    expect([...taken(vectorRun(twice)([tensorOf("float32", [5], [1, 2, 3, 4, 5])]))]).toEqual([0, 2, 6, 12, 20]);
  });

  test("the memory of an input that nobody else reads takes the output, and only that", () => {
    const run = vectorRun(chain("AddV2"));
    const one = tensorOf("float32", [], [1]);
    const [spent, kept] = [heapOf([1, 2, 3]), heapOf([1, 2, 3])];
    share(kept);
    const [inPlace, apart] = [run([spent, one]), run([kept, one])];
    expect(inPlace.block).toBe(spent.block);
    expect(apart.block).not.toBe(kept.block);
    expect([...viewOf(kept)]).toEqual([1, 2, 3]);
    expect([...viewOf(inPlace)]).toEqual([2, 3, 4]);
    for (const each of [spent, inPlace, kept, kept, apart]) release(each);
  });

  test("an input that broadcasts keeps its memory though nobody else reads it", () => {
    const column = heapOf([1, 2]);
    const answer = vectorRun(chain("AddV2"))([column, tensorOf("float32", [2, 2], [0, 0, 10, 10])]);
    expect(answer.block).not.toBe(column.block);
    expect([...viewOf(answer)]).toEqual([1, 2, 11, 12]);
    for (const each of [column, answer]) release(each);
  });
});

function node(op: string, ...operands: readonly number[]): VectorNode {
  return { operator: operatorOf(op), operands };
}

function operatorOf(op: string, attributes: Readonly<Record<string, Attribute>> = {}) {
  const typed: Readonly<Record<string, Attribute>> = { T: { kind: "dtype", value: "float32" }, ...attributes };
  return vectorOperator(op, { attribute: (name) => typed[name] ?? NO_ATTRIBUTES.attribute(name) })!;
}

function chain(op: string): VectorProgram {
  return { inputCount: 2, nodes: [node(op, 0, 1)] };
}

function answerOf(op: string, inputs: readonly number[][], attributes?: Readonly<Record<string, Attribute>>) {
  const operands = [...inputs.keys()];
  const run = vectorRun({ inputCount: inputs.length, nodes: [{ operator: operatorOf(op, attributes), operands }] });
  return taken(run(inputs.map((values) => tensorOf("float32", [values.length], values))));
}

function taken(answer: HeapTensor): Float32Array {
  const values = viewOf(answer).slice();
  release(answer);
  return values;
}

function heapOf(values: readonly number[]): HeapTensor {
  return toHeap(tensorOf("float32", [values.length], values));
}

function counted(shape: Sizes, first: number): number[] {
  return Array.from({ length: shape.reduce((count, size) => count * size, 1) }, (_, index) => first + index);
}

function expectClose(actual: Float32Array, expected: readonly number[], ulps: number): void {
  const wrong = expected.flatMap((value, index) =>
    isClose(actual[index]!, value, ulps) ? [] : [{ index, got: actual[index], wanted: value }],
  );
  expect(actual.length).toBe(expected.length);
  expect(wrong.slice(0, 5)).toEqual([]);
}

/** Where a result is hardly larger than the smallest normal number, what it is computed from is smaller still. */
const FLOOR = 2 ** -118;

/** Zeros of both signs are one. */
function isClose(got: number, wanted: number, ulps: number): boolean {
  if (got === wanted || (Number.isNaN(got) && Number.isNaN(wanted))) return true;
  const size = Math.max(Math.abs(wanted), FLOOR);
  return Math.abs(got - wanted) <= ulps * 2 ** (Math.floor(Math.log2(size)) - 23);
}

/** By its series, to some 15 digits. */
function erfOf(x: number): number {
  if (Math.abs(x) > 2.5) return Math.sign(x) * (1 - erfcOf(Math.abs(x)));
  let [sum, term] = [x, x];
  for (let n = 1; n < 100; n++) {
    term *= (-x * x) / n;
    sum += term / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

/** By its continued fraction where that converges. */
function erfcOf(x: number): number {
  if (x < 0) return 2 - erfcOf(-x);
  if (x <= 2.5) return 1 - erfOf(x);
  if (x > 30) return 0;
  let fraction = 0;
  for (let n = 200; n > 0; n--) fraction = n / 2 / (x + fraction);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
}
