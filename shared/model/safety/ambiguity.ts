import type { MetaGraph, NodeTable } from "../graph.ts";
import { tableOf } from "../nodes/table.ts";
import type { FoundAt } from "./collect.ts";
import { quoted } from "./judges/judgement.ts";

/** Two things of one name: readers differ on which of them counts, so what is judged might not be what runs. */
export function ambiguityFindings(metaGraph: MetaGraph): readonly FoundAt[] {
  const { functions } = metaGraph;
  return [
    ...nodeFindings("(graph)", tableOf(metaGraph)),
    ...repeated(functions).map((name) => finding("(library)", `two functions named ${quoted(name)}`, null)),
    ...functions.flatMap((definition) => nodeFindings(definition.name, tableOf(definition))),
  ];
}

function nodeFindings(place: string, { repeated, name }: NodeTable): readonly FoundAt[] {
  return repeated.map(name).map((node) => finding(place, `two nodes named ${quoted(node)}`, node));
}

function repeated(functions: MetaGraph["functions"]): readonly string[] {
  const seen = new Set<string>();
  const again: string[] = [];
  for (const { name } of functions) {
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
