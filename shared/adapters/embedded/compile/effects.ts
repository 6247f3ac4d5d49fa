import { isOwn } from "./operation.ts";
import { isStateful, takesResource } from "./outputs.ts";

/**
 * Operators that TensorFlow calls stateful, yet of which nothing remains when nobody needs their outputs: they name,
 * read or draw, and write nothing.
 */
const HARMLESS: ReadonlySet<string> = new Set(
  `VarHandleOp VariableV2 Variable TemporaryVariable ReadVariableOp VariableShape VarIsInitializedOp IsVariableInitialized
  DisableCopyOnRead ResourceGather ResourceGatherNd Placeholder PlaceholderV2 PlaceholderWithDefault HashTable HashTableV2
  MutableHashTable MutableHashTableV2 MutableHashTableOfTensors MutableHashTableOfTensorsV2 MutableDenseHashTable
  MutableDenseHashTableV2 AnonymousHashTable AnonymousMutableHashTable AnonymousMutableHashTableOfTensors
  AnonymousMutableDenseHashTable LookupTableFind LookupTableFindV2 LookupTableSize LookupTableSizeV2 LookupTableExport
  LookupTableExportV2 TensorArray TensorArrayV2 TensorArrayV3 TensorArrayGradV3 Stack StackV2 RandomUniform
  RandomUniformInt RandomStandardNormal ParameterizedTruncatedNormal TruncatedNormal RandomShuffle Multinomial RandomGamma
  RandomPoisson RandomPoissonV2 RefIdentity RefSwitch RefMerge RefSelect StatefulUniform StatefulStandardNormalV2 Timestamp`.split(
    /\s+/,
  ),
);

/** Named once and the same ever after, so known before any prediction. */
const HANDLES: ReadonlySet<string> = new Set(
  `VarHandleOp VariableV2 Variable HashTable HashTableV2 MutableHashTable MutableHashTableV2 MutableHashTableOfTensors
  MutableHashTableOfTensorsV2 MutableDenseHashTable MutableDenseHashTableV2`.split(/\s+/),
);

const READS: ReadonlySet<string> = new Set(
  "ReadVariableOp VariableShape VarIsInitializedOp IsVariableInitialized DisableCopyOnRead ResourceGather ResourceGatherNd".split(
    " ",
  ),
);

const WRITES =
  /^(Assign|Resource|Scatter|Apply|CountUpTo|BatchAssign|Initialize|Rng|Stateful(Uniform|StandardNormal|TruncatedNormal))/;

/** Whether an operation must run even where nothing needs its outputs. */
export function hasEffect(op: string): boolean {
  return (isStateful(op) || takesResource(op)) && !isOwn(op) && !HARMLESS.has(op);
}

export function isHandle(op: string): boolean {
  return HANDLES.has(op);
}

/** Whether an operator may change the variables that it is given. */
export function writesVariables(op: string): boolean {
  return WRITES.test(op) && !READS.has(op);
}

/** Whether the same inputs always give the same outputs. */
export function isPure(op: string): boolean {
  return !isStateful(op) && !takesResource(op);
}
