import { Failure } from "../../../failure.ts";
import type { BundleTensor, TensorBundle } from "../../../model/checkpoint/tensor-bundle.ts";
import { OBJECT_GRAPH_KEY, readVariables } from "../../../model/checkpoint/variables.ts";
import type { MetaGraph } from "../../../model/graph.ts";
import { parseCheckpointObjects } from "../../../model/object-graph.ts";
import { type RestoredTensor, restoredTensors } from "../../../model/restore/restore-plan.ts";
import { servingProgram } from "../../../model/restore/restore-program.ts";
import type { Files } from "../../../ports/files.ts";
import { NOTHING_STORED, type StoredVariables } from "../values/resource.ts";
import type { HostTensor } from "../values/value.ts";
import type { WeightMemory } from "../weights/memory.ts";
import { capturedVariables } from "./captured-variables.ts";
import { placedTensors } from "./placed-tensors.ts";
import { slicedTensor } from "./slice.ts";

export interface CheckpointFolder {
  readonly directory: string;
  readonly files: Files;
  /** What another thread has read of it; null for the first. */
  readonly weights: WeightMemory | null;
}

export interface CheckpointVariables extends StoredVariables {
  /** Where the large ones are; null where there are none. */
  readonly weights: WeightMemory | null;
}

interface Place {
  readonly key: string;
  /** As `6 4 0,2:0,4`: which part of it; empty for all. */
  readonly slice: string;
}

/** The checkpoint, by variable. Values are read when they are asked for: exported models store some twice. */
export async function storedVariables(
  { directory, files, weights }: CheckpointFolder,
  metaGraph: MetaGraph,
): Promise<CheckpointVariables> {
  const { bundle, findings } = await readVariables(directory, files);
  const [finding] = findings;
  if (finding !== undefined) throw new Failure("model-unreadable", finding.message, { fix: finding.fix });
  if (bundle === null) return { ...NOTHING_STORED, weights: null };
  const placed = placedTensors({ directory, bundle, files }, weights);
  const read = placed.read;
  const captured = capturedVariables(metaGraph, objectsIn(bundle, read));
  const restored = restoredPlaces(metaGraph);
  const placeOf = (node: string, sharedName: string): Place => {
    const key = captured.get(node)?.key;
    return typeof key === "string" ? { key, slice: "" } : (restored.get(sharedName) ?? { key: sharedName, slice: "" });
  };
  return {
    identity: (node, sharedName) => {
      const object = captured.get(node)?.object;
      return object === undefined ? sharedName : `${sharedName} (object ${object})`;
    },
    read(node, sharedName) {
      const { key, slice } = placeOf(node, sharedName);
      const entry = bundle.tensors.get(key);
      return entry === undefined ? null : slicedTensor(read(entry), slice);
    },
    weights: placed.weights,
  };
}

function objectsIn(bundle: TensorBundle, read: (entry: BundleTensor) => HostTensor) {
  const entry = bundle.tensors.get(OBJECT_GRAPH_KEY);
  if (entry === undefined) return null;
  const [bytes] = read(entry).data as readonly Uint8Array[];
  return bytes === undefined ? null : parseCheckpointObjects(bytes, OBJECT_GRAPH_KEY);
}

/** What the graph's own restore operator would put into which variable. */
function restoredPlaces(metaGraph: MetaGraph): ReadonlyMap<string, RestoredTensor> {
  const restored = restoredTensors(servingProgram(metaGraph));
  return new Map(restored.flatMap((place) => place.variables.map((name) => [name, place] as const)));
}
