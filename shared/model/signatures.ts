import { shapeOf } from "./attributes.ts";
import { dtypeOf } from "./dtypes.ts";
import type { GraphSignature, MetaGraph, SavedModel, SignatureTensor } from "./graph.ts";
import type { Decoded } from "./protobuf/descriptors.ts";

/** The metagraph that a server loads: the first one tagged `serve`. */
export function servingMetaGraph(model: SavedModel): MetaGraph | undefined {
  return model.metaGraphs.find(({ tags }) => tags.includes("serve"));
}

/** What a caller may ask for, sorted by name; names that begin with `__` are TensorFlow's own hooks. */
export function servingSignatures(metaGraph: MetaGraph): readonly GraphSignature[] {
  return metaGraph.signatures.filter(({ name }) => !name.startsWith("__"));
}

export function readSignatures(signatures: ReadonlyMap<string, Decoded<"SignatureDef">>): readonly GraphSignature[] {
  return [...signatures]
    .map(([name, { method_name, inputs, outputs }]) => ({
      name,
      method: method_name,
      inputs: tensorsOf(inputs),
      outputs: tensorsOf(outputs),
    }))
    .sort(byName);
}

function tensorsOf(tensors: ReadonlyMap<string, Decoded<"TensorInfo">>): readonly SignatureTensor[] {
  return [...tensors]
    .map(([name, info]) => ({
      name,
      dtype: dtypeOf(info.dtype),
      shape: shapeOf(info.tensor_shape),
      tensors: placesOf(info),
    }))
    .sort(byName);
}

function placesOf({ name, coo_sparse, composite_tensor }: Decoded<"TensorInfo">): readonly string[] {
  if (coo_sparse) {
    return [coo_sparse.values_tensor_name, coo_sparse.indices_tensor_name, coo_sparse.dense_shape_tensor_name];
  }
  if (composite_tensor) return composite_tensor.components.flatMap(placesOf);
  return name === undefined || name === "" ? [] : [name];
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
