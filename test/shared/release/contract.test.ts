import { describe, expect, test } from "vitest";
import type { Shape, TensorSpec } from "../../../shared/ports/tensor.ts";
import { type Contract, contractMismatches, widthOf } from "../../../shared/release/contract.ts";

const tensor = (name: string, shape: Shape, dtype: TensorSpec["dtype"] = "float32") => ({ name, dtype, shape });
const X = tensor("x", [-1, 3]);
const Y = tensor("y", [-1, 1]);

function mismatches(declared: { inputs?: readonly TensorSpec[]; outputs?: readonly TensorSpec[] }, real = declared) {
  const sides = (side: typeof declared) => ({ inputs: side.inputs ?? [X], outputs: side.outputs ?? [Y] });
  const contract = { evolution: "backward", ...sides(declared) } as Contract;
  return contractMismatches(contract, { name: "s", method: "m", ...sides(real) }).map(({ message }) => message);
}

describe("the declared contract against the signature that is served", () => {
  test.each([
    ["the same on both sides", {}, {}, []],
    ["another order of inputs", { inputs: [X, Y] }, { inputs: [Y, X] }, []],
    ["a narrower promise of what is accepted", { inputs: [tensor("x", [8, 3])] }, { inputs: [X] }, []],
    ["any rank is served", { inputs: [X] }, { inputs: [tensor("x", null)] }, []],
    ["the author knows more of the output than the graph", { outputs: [Y] }, { outputs: [tensor("y", [-1, -1])] }, []],
    ["the graph knows nothing of the output", { outputs: [Y] }, { outputs: [tensor("y", null)] }, []],
    [
      "more is promised than is accepted",
      { inputs: [tensor("x", [-1, -1])] },
      { inputs: [X] },
      ["inputs.x is declared [-1, -1], and the signature says [-1, 3]"],
    ],
    [
      "any rank is promised",
      { inputs: [tensor("x", null)] },
      { inputs: [X] },
      ["inputs.x is declared unknown rank, and the signature says [-1, 3]"],
    ],
    [
      "another width of the output",
      { outputs: [tensor("y", [-1, 2])] },
      { outputs: [Y] },
      ["outputs.y is declared [-1, 2], and the signature says [-1, 1]"],
    ],
    [
      "another rank of the output",
      { outputs: [tensor("y", [-1])] },
      { outputs: [Y] },
      ["outputs.y is declared [-1], and the signature says [-1, 1]"],
    ],
    [
      "another dtype",
      { inputs: [tensor("x", [-1, 3], "int64")] },
      { inputs: [X] },
      ["inputs.x is declared int64, and the signature says float32"],
    ],
    [
      "another name",
      { outputs: [tensor("score", [-1, 1])] },
      { outputs: [Y] },
      [
        'the signature has no output "score" that the contract declares',
        'the signature has an output "y" that the contract does not declare',
      ],
    ],
  ])("%s", (_, declared, real, messages) => expect(mismatches(declared, real)).toEqual(messages));
});

test.each([
  [[-1], 1],
  [[-1, 1], 1],
  [[-1, 3], 3],
  [[-1, -1], undefined],
  [null, undefined],
  [[], 1],
])("an output of shape %j holds %s numbers a row", (shape, width) => {
  expect(widthOf({ name: "y", dtype: "float32", shape })).toBe(width);
});
