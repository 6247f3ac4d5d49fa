import type { ObjectGraph, ObjectNode } from "./graph.ts";
import { decodeEach, parseMessage } from "./protobuf/decode.ts";
import type { Decoded } from "./protobuf/descriptors.ts";

/** TensorFlow 2's tree of what was saved: by walking it beside the model's, each variable finds its checkpoint key. */
export interface CheckpointObjects {
  readonly nodes: readonly CheckpointObject[];
}

interface CheckpointObject {
  readonly children: ReadonlyMap<string, number>;
  /** What of the object was stored (`VARIABLE_VALUE`, …) → the name of the tensor in the checkpoint. */
  readonly keys: ReadonlyMap<string, string>;
}

type Children = ReadonlyMap<string, number>;
type Kind = Pick<ObjectNode, "kind" | "identifier" | "metadata" | "operation" | "functions">;
type Savers = Pick<ObjectNode, "savedBy" | "restoredBy">;

const NONE: readonly never[] = [];
const REFERENCE = "TrackableObjectGraph.TrackableObject.ObjectReference";

export function readObjectGraph(graph: Decoded<"SavedObjectGraph">): ObjectGraph {
  return {
    nodes: graph.nodes.map((node) => ({
      children: childrenOf(decodeEach(REFERENCE, node.children)),
      ...kindOf(node),
      ...saversOf(node),
    })),
    capturedBy: new Map([...graph.concrete_functions].map(([name, { bound_inputs }]) => [name, bound_inputs])),
  };
}

/** From the bytes that the checkpoint holds under `_CHECKPOINTABLE_OBJECT_GRAPH`. */
export function parseCheckpointObjects(bytes: Uint8Array, file: string): CheckpointObjects {
  const { nodes } = parseMessage("TrackableObjectGraph", bytes, file);
  return {
    nodes: nodes.map(({ children, attributes }) => ({
      children: childrenOf(children),
      keys: new Map(attributes.map(({ name, checkpoint_key }) => [name, checkpoint_key])),
    })),
  };
}

/** The last of two children with one name wins, as in TensorFlow's loader. */
function childrenOf(children: Iterable<Decoded<"TrackableObjectGraph.TrackableObject.ObjectReference">>): Children {
  const ids = new Map<string, number>();
  for (const { local_name, node_id } of children) ids.set(local_name, node_id);
  return ids;
}

function kindOf(node: Decoded<"SavedObject">): Kind {
  const plain = { identifier: "", metadata: "", operation: "", functions: NONE };
  if (node.user_object) {
    const { identifier, metadata } = node.user_object;
    return { ...plain, kind: "userObject", identifier, metadata };
  }
  if (node.asset) return { ...plain, kind: "asset", operation: String(node.asset.asset_file_def_index) };
  if (node.function) return { ...plain, kind: "function", functions: node.function.concrete_functions };
  if (node.variable) return { ...plain, kind: "variable", identifier: node.variable.name };
  if (node.bare_concrete_function) {
    const { concrete_function_name: name } = node.bare_concrete_function;
    return { ...plain, kind: "bareFunction", identifier: name, functions: [name] };
  }
  if (node.constant) return { ...plain, kind: "constant", operation: node.constant.operation };
  return { ...plain, kind: node.resource ? "resource" : "other" };
}

function saversOf({ saveable_objects: saved }: Decoded<"SavedObject">): Savers {
  if (saved.size === 0) return { savedBy: NONE, restoredBy: NONE };
  const savers = [...saved.values()];
  return {
    savedBy: savers.map(({ save_function }) => save_function),
    restoredBy: savers.map(({ restore_function }) => restore_function),
  };
}
