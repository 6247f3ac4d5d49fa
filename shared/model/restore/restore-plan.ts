import type { Dtype } from "../../ports/tensor.ts";
import type { GraphNode } from "../graph.ts";
import { dataInputs } from "../safety/flow/copy.ts";
import type { Program } from "../safety/flow/place.ts";
import { type CallSite, reachedSites } from "../safety/reach/reach.ts";
import type { Scope } from "../safety/reach/scope.ts";
import { nodeName, outputIndex } from "../safety/reach/tensor-name.ts";
import { variablesAt } from "./variable-use.ts";

/** One tensor that the restore operator asks the checkpoint for. */
export interface RestoredTensor {
  readonly key: string;
  readonly dtype: Dtype | null;
  /** As `6 4 0,2:0,4` for one slice of a partitioned variable; empty for all of it. */
  readonly slice: string;
  /** The variables that it fills, by the names they are shared under. */
  readonly variables: readonly string[];
}

type Filled = readonly { readonly output: number; readonly variable: string }[];

interface Restore {
  readonly names: readonly string[] | undefined;
  readonly slices: readonly string[] | undefined;
  readonly filled: Filled;
}

/** More is no model's. */
const MAX_KEYS = 200_000;
/** Between a restored tensor and the variable there is an Identity, or a few for TensorFlow 1. */
const MAX_HOPS = 16;

export function restoredTensors(program: Program): readonly RestoredTensor[] {
  const sites = [...reachedSites(program.reached.restore, program.scopes)];
  const filled = filledBy(program, sites);
  const textsAt = constantReader();
  const tensors: RestoredTensor[] = [];
  for (const { scope, node } of sites) {
    if (node.op !== "RestoreV2" || tensors.length >= MAX_KEYS) continue;
    const [, names, slices] = dataInputs(node).map((input) => textsAt(scope, input));
    for (const tensor of tensorsAt(node, { names, slices, filled: filled.get(node) ?? [] })) tensors.push(tensor);
  }
  return tensors;
}

function* tensorsAt(node: GraphNode, { names = [], slices = [], filled }: Restore): Generator<RestoredTensor> {
  const dtypes = node.attribute("dtypes");
  const variables = Map.groupBy(filled, ({ output }) => output);
  for (const [index, key] of names.entries()) {
    const dtype = dtypes?.kind === "list" ? dtypes.value[index] : undefined;
    yield {
      key,
      dtype: dtype?.kind === "dtype" ? dtype.value : null,
      slice: slices[index] ?? "",
      variables: variables.get(index)?.map(({ variable }) => variable) ?? [],
    };
  }
}

/** Which outputs of which RestoreV2 end in which variable. */
function filledBy(program: Program, sites: readonly CallSite[]): ReadonlyMap<GraphNode, Filled> {
  const filled = new Map<GraphNode, { output: number; variable: string }[]>();
  for (const site of sites) {
    if (site.node.op !== "AssignVariableOp" && site.node.op !== "Assign") continue;
    const source = restoredAt(site.scope, dataInputs(site.node)[1]);
    if (source === null) continue;
    const outputs = filled.get(source.node) ?? [];
    for (const variable of variablesAt(program, "restore", site)) outputs.push({ output: source.output, variable });
    filled.set(source.node, outputs);
  }
  return filled;
}

function restoredAt(
  scope: Scope,
  value: string | undefined,
): { readonly node: GraphNode; readonly output: number } | null {
  let input = value;
  for (let hop = 0; hop < MAX_HOPS && input !== undefined; hop++) {
    const node = scope.node(nodeName(input));
    if (node?.op === "RestoreV2") return { node, output: outputIndex(input) };
    if (node?.op !== "Identity") return null;
    input = dataInputs(node)[0];
  }
  return null;
}

/** Each constant is decoded once: a hostile graph hands one of millions of names to thousands of operators. */
function constantReader(): (scope: Scope, input: string) => readonly string[] {
  const read = new Map<GraphNode, readonly string[]>();
  return (scope, input) => {
    const node = scope.node(nodeName(input));
    if (node?.op !== "Const") return [];
    const texts = read.get(node) ?? textsOf(node);
    read.set(node, texts);
    return texts;
  };
}

function textsOf(node: GraphNode): readonly string[] {
  const attribute = node.attribute("value");
  if (attribute?.kind !== "tensor") return [];
  return attribute.value.strings.slice(0, MAX_KEYS).map((bytes) => new TextDecoder().decode(bytes));
}
