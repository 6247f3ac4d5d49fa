import type { GraphNode, MetaGraph, ObjectGraph } from "../../../model/graph.ts";
import type { CheckpointObjects } from "../../../model/object-graph.ts";
import { isControl, nodeName } from "../compile/body.ts";

const CALLS: ReadonlySet<string> = new Set(["PartitionedCall", "StatefulPartitionedCall"]);
const VALUE = "VARIABLE_VALUE";

/** What TensorFlow 2's loader knows of a variable's node: which object it is, and where its value is stored. */
export interface CapturedVariable {
  readonly object: number;
  readonly key: string | null;
}

/**
 * The exact mapping from variables to the checkpoint: calls in the graph pass what their function captured as their
 * last arguments, which the object graph lists as objects. Names alone can repeat.
 */
export function capturedVariables(
  { nodes, objects }: MetaGraph,
  stored: CheckpointObjects | null,
): ReadonlyMap<string, CapturedVariable> {
  if (objects === null || stored === null) return new Map();
  const keys = checkpointKeys(objects, stored);
  const found = new Map<string, CapturedVariable>();
  for (const node of nodes) {
    for (const [name, object] of capturesOf(node, objects)) {
      if (objects.nodes[object]?.kind === "variable") found.set(name, { object, key: keys.get(object) ?? null });
    }
  }
  return found;
}

function capturesOf(node: GraphNode, objects: ObjectGraph): readonly (readonly [name: string, object: number])[] {
  if (!CALLS.has(node.op)) return [];
  const called = node.attribute("f");
  const captured = called?.kind === "function" ? objects.capturedBy.get(called.value.name) : undefined;
  if (captured === undefined) return [];
  const inputs = node.inputs.filter((input) => !isControl(input));
  const first = inputs.length - captured.length;
  return captured.flatMap((object, index) => {
    const input = inputs[first + index];
    return input === undefined ? [] : [[nodeName(input), object] as const];
  });
}

/** Both trees are walked from the root by the names of children; an object's place in one is its place in the other. */
function checkpointKeys(model: ObjectGraph, stored: CheckpointObjects): ReadonlyMap<number, string> {
  const places = new Map([[0, 0]]);
  const waiting = [0];
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    const twin = stored.nodes[places.get(object)!];
    for (const [name, child] of model.nodes[object]?.children ?? []) {
      const twinChild = twin?.children.get(name);
      if (twinChild === undefined || places.has(child)) continue;
      places.set(child, twinChild);
      waiting.push(child);
    }
  }
  const keys = [...places].map(([object, twin]) => [object, stored.nodes[twin]?.keys.get(VALUE)] as const);
  return new Map(keys.filter((entry): entry is readonly [number, string] => entry[1] !== undefined));
}
