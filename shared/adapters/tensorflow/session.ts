import type { GraphSignature, SignatureTensor } from "../../model/graph.ts";
import type { NamedTensors, Tensor, TensorData } from "../../ports/tensor.ts";
import type { Binding, Produced } from "./binding.ts";
import { feed } from "./feed.ts";
import { fetchData } from "./fetch.ts";
import { type TensorScope, tensorScope } from "./tensor-scope.ts";

/** A model that TensorFlow has loaded, and the signature that it is asked for. */
export interface Session {
  run(inputs: NamedTensors): NamedTensors;
  close(): void;
}

export interface SessionSource {
  readonly directory: string;
  readonly tags: readonly string[];
  readonly signature: GraphSignature;
}

/** A string of TensorFlow's that is no longer lies within its element; a longer one has memory of its own. */
const INLINE_BYTES = 22;

export function openSession(binding: Binding, { directory, tags, signature }: SessionSource): Session {
  const id = binding.loadSavedModel(directory, tags.join(","));
  const inputNames = namesOf(signature.inputs);
  const outputNames = namesOf(signature.outputs);
  const kept: number[] = [];
  return {
    run(inputs) {
      using scope = tensorScope(binding);
      const fed = signature.inputs.map(({ name }) => feed(scope, inputs.get(name)!));
      const produced = binding.runSavedModel(id, fed, inputNames, outputNames);
      return new Map(
        signature.outputs.map(({ name, dtype }, index) => {
          const { tensor, isReleasable } = fetched(scope, produced[index]!, dtype);
          if (isReleasable) scope.own(produced[index]!.id);
          else kept.push(produced[index]!.id);
          return [name, tensor];
        }),
      );
    },
    close() {
      binding.deleteSavedModel(id);
      for (const each of kept.splice(0)) binding.deleteTensor(each);
    },
  };
}

function namesOf(tensors: readonly SignatureTensor[]): string {
  return tensors.map((each) => each.tensors[0]).join(",");
}

/**
 * With a tensor of strings the addon also releases the strings, which may be a constant's or a variable's of the model:
 * the next call would find them empty. Those that have memory of their own live as long as the model.
 */
function fetched(scope: TensorScope, { id, shape }: Produced, dtype: Tensor["dtype"]) {
  const data = fetchData(scope, id, dtype);
  return { tensor: { dtype, shape, data }, isReleasable: dtype !== "string" || areInline(data) };
}

function areInline(strings: TensorData): boolean {
  return (strings as readonly Uint8Array[]).every(({ length }) => length <= INLINE_BYTES);
}
