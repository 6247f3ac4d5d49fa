import type { MetaGraph } from "../graph.ts";
import type { FoundAt } from "./collect.ts";
import { quoted } from "./judges/judgement.ts";

/** Two things of one name: readers differ on which of them counts, so what is judged might not be what runs. */
export function ambiguityFindings({ nodes, functions }: MetaGraph): readonly FoundAt[] {
  return [
    ...repeated(nodes).map((name) => finding("(graph)", `two nodes named ${quoted(name)}`, name)),
    ...repeated(functions).map((name) => finding("(library)", `two functions named ${quoted(name)}`, null)),
    ...functions.flatMap((definition) =>
      repeated(definition.nodes).map((name) => finding(definition.name, `two nodes named ${quoted(name)}`, name)),
    ),
  ];
}

function repeated(named: readonly { readonly name: string }[]): readonly string[] {
  const seen = new Set<string>();
  const again: string[] = [];
  for (const { name } of named) {
    const before = seen.size;
    if (seen.add(name).size === before) again.push(name);
  }
  return again;
}

function finding(place: string, what: string, node: string | null): FoundAt {
  return {
    operator: null,
    node,
    file: null,
    path: { label: place, parent: null },
    reason: `the graph holds ${what}, so two readers may run different models`,
    fix: "Export the model again with TensorFlow, which gives every node and function a name of its own.",
  };
}
