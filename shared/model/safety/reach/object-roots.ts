import type { FunctionDefinition, GraphNode, MetaGraph, ObjectGraph, ObjectNode } from "../../graph.ts";
import type { Phase, Root } from "./roots.ts";

/** A function of the tree of objects that somebody calls without going through the graph. */
interface Hook {
  readonly phase: Phase;
  readonly label: string;
  /** Its id. */
  readonly object: number;
}

type Named = Omit<Hook, "object"> & { readonly object: number | undefined };

const LIFE_OF_A_RESOURCE = ["_create_resource", "_initialize", "_destroy_resource"];
const NOTHING: ReadonlySet<string> = new Set();

/**
 * What Python's loader calls by the tree of objects and TensorFlow's other loaders never look at: the life of resources,
 * the restoring of objects, and signatures of its own.
 */
export function objectRoots(metaGraph: MetaGraph): readonly Root[] {
  const { objects } = metaGraph;
  if (objects === null) return [];
  const definitions = new Map(metaGraph.functions.map((definition) => [definition.name, definition]));
  return hooksOf(objects).map(({ phase, label, object }) => {
    const calls = objects.nodes[object]!.functions.flatMap((name) => {
      const definition = definitions.get(name);
      return definition === undefined ? [] : [callOf(definition, objects, metaGraph)];
    });
    return { phase, label, targets: [], fed: NOTHING, calls };
  });
}

/** Each once: many objects may name one function, and a function that was called in several ways has a body for each. */
function hooksOf(objects: ObjectGraph): readonly Hook[] {
  const hooks = [...objects.nodes.flatMap(ownHooks), ...signatureHooks(objects)];
  const found = hooks.flatMap(({ object, ...hook }) =>
    object !== undefined && objects.nodes[object] !== undefined ? [{ ...hook, object }] : [],
  );
  return [...new Map(found.map((hook) => [`${hook.phase} ${hook.object}`, hook])).values()];
}

function ownHooks({ kind, children, savedBy, restoredBy }: ObjectNode, id: number): readonly Named[] {
  const life = kind === "resource" ? LIFE_OF_A_RESOURCE : [];
  return [
    ...life.map(
      (name): Named => ({ phase: "initialise", label: `(object ${id}) ${name}`, object: children.get(name) }),
    ),
    ...restoredBy.map((object): Named => ({ phase: "restore", label: `(restore of object ${id})`, object })),
    ...savedBy.map((object): Named => ({ phase: "save", label: `(save of object ${id})`, object })),
  ];
}

/** Most often the functions that the graph's signatures call, but nothing makes them be. */
function signatureHooks({ nodes }: ObjectGraph): readonly Named[] {
  const signatures = nodes[nodes[0]?.children.get("signatures") ?? -1];
  return [...(signatures?.children ?? [])].map(([label, object]) => ({ phase: "serve", label, object }));
}

/** As a node of the main graph would call it, since the captured tensors stand there. */
function callOf({ name, inputs }: FunctionDefinition, objects: ObjectGraph, { assets }: MetaGraph): GraphNode {
  const captured = (objects.capturedBy.get(name) ?? []).map((id) => {
    const node = objects.nodes[id];
    if (node?.kind === "asset") return assets[Number(node.operation)]?.tensor ?? "";
    return node?.kind === "constant" && !node.operation.startsWith("^") ? node.operation : "";
  });
  const own = Array.from({ length: Math.max(0, inputs.length - captured.length) }, () => "");
  return {
    name: `(object) ${name}`,
    op: "StatefulPartitionedCall",
    device: "",
    inputs: [...own, ...captured],
    attributeNames: ["f"],
    attribute: (key) => (key === "f" ? { kind: "function", value: called(name) } : undefined),
  };
}

function called(name: string) {
  return { name, attributeNames: [], attribute: () => undefined };
}
