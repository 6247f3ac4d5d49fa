import type { MetaGraph } from "../../graph.ts";
import { tensorName } from "../reach/tensor-name.ts";
import type { Feeds, Origin, Spot } from "./place.ts";

export function feedsOf({ assets, saver, signatures }: MetaGraph): Feeds {
  const byTensor = Map.groupBy(assets, ({ tensor }) => tensorName(tensor));
  const inputs = signatures.flatMap((signature) => signature.inputs.flatMap(({ tensors }) => tensors));
  return {
    assets: new Map([...byTensor].map(([tensor, named]) => [tensor, named.map(({ file }) => file)])),
    checkpoint: saver === null ? null : tensorName(saver.filenameTensor),
    requested: new Set(inputs.map(tensorName)),
  };
}

/**
 * What stands in a tensor's place when it runs. Assets are filled in only while the model loads: a signature that uses
 * such a tensor sees the path that the graph holds.
 */
export function fedOrigins(feeds: Feeds, { phase, scope, tensor, role }: Spot): readonly Origin[] | null {
  if (scope.definition !== null) return null;
  const name = tensorName(tensor);
  if (phase === "serve") return feeds.requested.has(name) ? [{ kind: "request", tensor: name, role }] : null;
  if (phase !== "initialise" && name === feeds.checkpoint) return [{ kind: "checkpoint", role }];
  return phase === "save" ? null : (feeds.assets.get(name)?.map((file) => ({ kind: "asset", file, role })) ?? null);
}
