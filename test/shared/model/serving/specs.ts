import { parseRequest } from "../../../../shared/model/serving/request.ts";
import type { Dtype, NamedTensors, Shape, TensorSpec } from "../../../../shared/ports/tensor.ts";

export function spec(name: string, dtype: Dtype, shape: Shape): TensorSpec {
  return { name, dtype, shape };
}

/** The inputs of a request, for a signature of the given specifications. */
export function inputsOf(json: string, specs: readonly TensorSpec[]): NamedTensors {
  return parseRequest(new TextEncoder().encode(json), "request.json").inputs({
    name: "serving_default",
    method: "tensorflow/serving/predict",
    inputs: specs,
    outputs: [],
  });
}
