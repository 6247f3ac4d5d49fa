import type { GraphNode } from "../../graph.ts";

type Copied = (inputs: readonly string[], output: number) => readonly (string | undefined)[];

const FIRST: Copied = ([first]) => [first];
const SECOND: Copied = ([, second]) => [second];
const ALL: Copied = (inputs) => inputs;
const ALL_BUT_FIRST: Copied = ([, ...rest]) => rest;

/** Operators whose every output element is an element of some of their inputs. */
const COPIES: ReadonlyMap<string, Copied> = new Map<string, Copied>([
  ...names(
    `Identity RefIdentity StopGradient PreventGradient Snapshot GuaranteeConst DeepCopy EnsureShape Reshape Squeeze
    ExpandDims StridedSlice Slice Gather GatherV2 GatherNd Tile BroadcastTo Unpack SplitV Enter RefEnter Exit RefExit
    NextIteration RefNextIteration Switch RefSwitch _SwitchN PlaceholderWithDefault Copy CopyHost DebugGradientIdentity
    Assign`,
    FIRST,
  ),
  ...names("Split Fill", SECOND),
  ...names("Pack Merge RefMerge ParallelConcat", ALL),
  ...names("Concat Select SelectV2 RefSelect", ALL_BUT_FIRST),
  ["ConcatV2", (inputs) => inputs.slice(0, -1)],
  ["IdentityN", (inputs, output) => [inputs[output]]],
]);

/** What savers join paths with. Any other separator might itself climb out. */
const SEPARATORS: ReadonlySet<string> = new Set(["", "/", "_", "-"]);

/** The inputs that an output is copied from, element by element; null for an operator that computes. */
export function copiedInputs(node: GraphNode, output: number): readonly string[] | null {
  const copied = COPIES.get(node.op)?.(dataInputs(node), output);
  return copied === undefined || copied.length === 0 ? null : copied.map((input) => input ?? "");
}

/** The parts of the path that an operator joins, in order; null for an operator that joins none. */
export function joinedInputs(node: GraphNode): readonly string[] | null {
  if (node.op === "ShardedFilename" || node.op === "ShardedFilespec") return dataInputs(node).slice(0, 1);
  if (node.op !== "StringJoin") return null;
  const separator = node.attribute("separator");
  const text = separator?.kind === "string" ? new TextDecoder().decode(separator.value) : "";
  const isPlaceholder = separator !== undefined && separator.kind !== "string";
  return isPlaceholder || !SEPARATORS.has(text) ? null : dataInputs(node);
}

export function dataInputs(node: GraphNode): readonly string[] {
  return node.inputs.filter((input) => !input.startsWith("^"));
}

function names(list: string, copied: Copied): readonly [string, Copied][] {
  return list.split(/\s+/).map((name) => [name, copied]);
}
