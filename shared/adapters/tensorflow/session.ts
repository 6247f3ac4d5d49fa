import type { GraphSignature } from "../../model/graph.ts";
import type { NamedTensors, Tensor } from "../../ports/tensor.ts";
import type { Binding } from "./binding.ts";
import { feed } from "./feed.ts";
import { fetchData } from "./fetch.ts";
import { type OwnStrings, tensorName } from "./own-strings.ts";
import { tensorScope } from "./tensor-scope.ts";

/** A model that TensorFlow has loaded, and the signature that it is asked for. */
export interface Session {
  run(inputs: NamedTensors): NamedTensors;
  close(): void;
}

export interface SessionSource {
  readonly directory: string;
  readonly tags: readonly string[];
  readonly signature: GraphSignature;
  readonly strings: OwnStrings | null;
}

const NOTHING: Tensor = { dtype: "string", shape: [], data: [new Uint8Array(0)] };

export function openSession(binding: Binding, { directory, tags, signature, strings }: SessionSource): Session {
  const id = binding.loadSavedModel(directory, tags.join(","));
  // Two inputs may be one tensor of the graph, which TensorFlow refuses to be fed twice: the last is fed.
  const inputs = new Map(signature.inputs.map((each) => [tensorName(each), each.name]));
  const inputNames = [...inputs.keys(), ...(strings === null ? [] : [strings.nothing])].join(",");
  const outputNames = signature.outputs.map(tensorName).map((name) => strings?.copies.get(name) ?? name);
  return {
    run(given) {
      using scope = tensorScope(binding);
      const tensors = [...inputs.values()].map((name) => given.get(name)!);
      const fed = [...tensors, ...(strings === null ? [] : [NOTHING])].map((tensor) => feed(scope, tensor));
      const produced = binding.runSavedModel(id, fed, inputNames, outputNames.join(","));
      for (const each of produced) scope.own(each.id);
      return new Map(
        signature.outputs.map(({ name, dtype }, index) => {
          const { id, shape } = produced[index]!;
          return [name, { dtype, shape, data: fetchData(scope, id, dtype) }];
        }),
      );
    },
    close: () => binding.deleteSavedModel(id),
  };
}
