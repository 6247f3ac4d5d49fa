import { Failure } from "../../../failure.ts";
import type { BundleTensor, TensorBundle } from "../../../model/checkpoint/tensor-bundle.ts";
import { readTensor } from "../../../model/checkpoint/tensor-values.ts";
import { OBJECT_GRAPH_KEY, readVariables } from "../../../model/checkpoint/variables.ts";
import type { MetaGraph } from "../../../model/graph.ts";
import { parseCheckpointObjects } from "../../../model/object-graph.ts";
import { type RestoredTensor, restoredTensors } from "../../../model/restore/restore-plan.ts";
import { servingProgram } from "../../../model/restore/restore-program.ts";
import type { Files } from "../../../ports/files.ts";
import { tensorOfBytes } from "../values/constant.ts";
import { NOTHING_STORED, type StoredVariables } from "../values/resource.ts";
import { tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { capturedVariables } from "./captured-variables.ts";
import { slicedTensor } from "./slice.ts";

interface Place {
  readonly key: string;
  /** As `6 4 0,2:0,4`: which part of it; empty for all. */
  readonly slice: string;
}

/** The checkpoint, by variable. Values are read when they are asked for: exported models store some twice. */
export async function storedVariables(directory: string, metaGraph: MetaGraph, files: Files): Promise<StoredVariables> {
  const { bundle, findings } = await readVariables(directory, files);
  const [finding] = findings;
  if (finding !== undefined) throw new Failure("model-unreadable", finding.message, { fix: finding.fix });
  if (bundle === null) return NOTHING_STORED;
  const read = (entry: BundleTensor): HostTensor => storedTensor(directory, bundle, entry, files);
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

function storedTensor(directory: string, bundle: TensorBundle, entry: BundleTensor, files: Files): HostTensor {
  const { dtype, shape, content, strings } = readTensor(directory, bundle, entry, files);
  return dtype === "string" ? tensor(dtype, shape, strings) : tensorOfBytes(dtype, shape, content);
}
