import { Failure } from "../../../failure.ts";
import type { GraphSignature } from "../../../model/graph.ts";
import type { NamedTensors, Tensor, TensorData } from "../../../ports/tensor.ts";
import type { Value } from "../values/value.ts";
import { detached } from "../wasm/heap.ts";

/** The results under the signature's names, in its order, in memory of their own. */
export function namedOutputs({ outputs }: GraphSignature, results: readonly Value[]): NamedTensors {
  return new Map(outputs.map(({ name }, index) => [name, outputOf(name, results[index]!)]));
}

function outputOf(name: string, result: Value): Tensor {
  if (result.kind === "resource" || result.kind === "variant") {
    throw new Failure("prediction-failed", `the output ${JSON.stringify(name)} is no tensor that can be served`, {
      fix: "Export a signature whose outputs are tensors of numbers or strings.",
    });
  }
  const { dtype, shape, data } = detached(result);
  return { dtype, shape, data: isWeight(data) ? data.slice() : data };
}

/** A caller may change what it was answered. */
function isWeight(data: TensorData): data is Float32Array {
  return ArrayBuffer.isView(data) && data.buffer instanceof SharedArrayBuffer;
}
