import { describe, expect, test } from "vitest";
import {
  constantOperation,
  type Graph,
  type Operation,
} from "../../../../../shared/adapters/embedded/compile/operation.ts";
import { absorbSurroundings } from "../../../../../shared/adapters/embedded/compile/surroundings.ts";
import { tensorOf } from "../../../../../shared/adapters/embedded/values/tensor.ts";
import type { Attribute } from "../../../../../shared/model/graph.ts";

type Given = Readonly<Record<string, string | readonly number[]>>;

function operation(op: string, inputs: readonly Operation[], given: Given = {}): Operation {
  return {
    name: op,
    op,
    attributes: { attribute: (name) => (given[name] === undefined ? undefined : attributeOf(given[name])) },
    outputCount: 1,
    inputs: inputs.map((from) => ({ from, output: 0 })),
    controls: [],
    values: null,
  };
}

function attributeOf(given: string | readonly number[]): Attribute {
  if (typeof given === "string") return { kind: "string", value: new TextEncoder().encode(given) };
  return { kind: "list", value: given.map((each) => ({ kind: "int", value: BigInt(each) })) };
}

function numbers(...values: readonly number[]): Operation {
  return constantOperation("numbers", tensorOf("int32", [values.length], values));
}

const PLAIN = { padding: "VALID", data_format: "NHWC", strides: [1, 1, 1, 1], dilations: [1, 1, 1, 1] };
const x = operation("Placeholder", []);
const filter = operation("Placeholder", []);

interface Batches {
  readonly blocks?: readonly number[];
  readonly zeros?: readonly number[];
  readonly crops?: readonly number[];
  readonly attributes?: Given;
}

/** As Keras writes a dilated convolution. */
function dilated({ blocks = [2, 2], zeros = [2, 3, 2, 3], crops = [0, 1, 0, 1], attributes = PLAIN }: Batches = {}) {
  const before = operation("SpaceToBatchND", [x, numbers(...blocks), numbers(...zeros)]);
  const convolution = operation("Conv2D", [before, filter], attributes);
  return [before, convolution, operation("BatchToSpaceND", [convolution, numbers(...blocks), numbers(...crops)])];
}

function along(axis: number): readonly Operation[] {
  const padded = operation("Pad", [x, numbers(0, 0, 8, 0, 0, 0)]);
  const before = operation("SpaceToBatchND", [padded, numbers(4), numbers(0, 2)]);
  const added = operation("ExpandDims", [before, numbers(axis)]);
  const convolution = operation("Conv2D", [added, filter], PLAIN);
  const removed = operation("Squeeze", [convolution], { squeeze_dims: [-3] });
  return [
    padded,
    before,
    added,
    convolution,
    removed,
    operation("BatchToSpaceND", [removed, numbers(4), numbers(0, 2)]),
  ];
}

function padded(op: string, zeros: readonly number[], attributes: Given = PLAIN): readonly Operation[] {
  const pad = operation("Pad", [x, numbers(...zeros)]);
  return [pad, operation(op, [pad, filter], attributes)];
}

function absorbed(operations: readonly Operation[]): Graph {
  const result = { from: operations.at(-1)!, output: 0 };
  const graph: Graph = { name: "graph", parameters: [], operations: [x, filter, ...operations], results: [result] };
  absorbSurroundings(graph);
  return graph;
}

/** From the result back to what is given. */
function pathOf({ results }: Graph): readonly string[] {
  const path: string[] = [];
  for (let at: Operation | undefined = results[0]!.from; at !== undefined; at = at.inputs[0]?.from) path.push(at.op);
  return path.slice(0, -1);
}

function listed(graph: Graph, name: string): readonly number[] | null {
  const convolution = graph.operations.find(({ op }) => op.includes("Conv2") || op === "Conv3D")!;
  const found = convolution.attributes.attribute(name);
  return found?.kind === "list"
    ? found.value.map((each) => (each.kind === "int" ? Number(each.value) : Number.NaN))
    : null;
}

describe("what stands around a convolution becomes its own", () => {
  test.each([
    ["a dilation, less what is cut off", dilated(), ["Conv2D"], [1, 2, 2, 1], [0, 0, 2, 2, 2, 2, 0, 0]],
    [
      "zeros before a step of two",
      padded("DepthwiseConv2dNative", [0, 0, 0, 1, 2, 3, 0, 0], { ...PLAIN, strides: [1, 2, 2, 1] }),
      ["DepthwiseConv2dNative"],
      [1, 1, 1, 1],
      [0, 0, 0, 1, 2, 3, 0, 0],
    ],
    [
      "zeros and a dilation of one axis",
      along(1),
      ["Squeeze", "Conv2D", "ExpandDims"],
      [1, 1, 4, 1],
      [0, 0, 0, 0, 8, 0, 0, 0],
    ],
    [
      "an axis counted from the end",
      along(-3),
      ["Squeeze", "Conv2D", "ExpandDims"],
      [1, 1, 4, 1],
      [0, 0, 0, 0, 8, 0, 0, 0],
    ],
  ])("%s", (_, operations, path, dilations, zeros) => {
    const graph = absorbed(operations);
    expect(pathOf(graph)).toEqual(path);
    expect([listed(graph, "dilations"), listed(graph, "explicit_paddings")]).toEqual([dilations, zeros]);
    expect(new Set(graph.operations).size).toBe(graph.operations.length);
  });
});

describe("what is no part of it stays", () => {
  test.each([
    ["more is cut off than zeros were added", dilated({ zeros: [0, 0, 0, 0] })],
    ["batches are made of steps", dilated({ attributes: { ...PLAIN, strides: [1, 2, 2, 1] } })],
    ["the convolution adds zeros to each batch", dilated({ attributes: { ...PLAIN, padding: "SAME" } })],
    ["channels come first", padded("Conv2D", [0, 0, 0, 0, 1, 1, 1, 1], { ...PLAIN, data_format: "NCHW" })],
    ["zeros are channels", padded("Conv2D", [0, 0, 1, 1, 1, 1, 0, 1])],
    ["zeros are rows of the batch", padded("Conv2D", [0, 1, 1, 1, 1, 1, 0, 0])],
  ])("%s", (_, operations) => {
    const before = operations.map(({ op }) => op).toReversed();
    expect(pathOf(absorbed(operations))).toEqual(before);
  });

  test("somebody else reads the padded input", () => {
    const operations = padded("Conv2D", [0, 0, 1, 1, 1, 1, 0, 0]);
    const graph = absorbed([...operations, operation("Add", [operations[1]!, operations[0]!])]);
    expect(pathOf(graph)).toEqual(["Add", "Conv2D", "Pad"]);
  });
});
