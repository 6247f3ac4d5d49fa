import { DATA_TYPES, REFERENCE } from "../dtypes.ts";

/** Names that text format may use for an enumerator. On the wire only numbers appear, known or not. */
export const ENUMS = {
  DataType: new Map([
    ...DATA_TYPES.map(({ enumerator }, number) => [enumerator, number] as const),
    ...DATA_TYPES.map(({ enumerator }, number) => [`${enumerator}_REF`, number + REFERENCE] as const).slice(1),
  ]),
  VariableSynchronization: numbered(
    "VARIABLE_SYNCHRONIZATION_AUTO VARIABLE_SYNCHRONIZATION_NONE VARIABLE_SYNCHRONIZATION_ON_WRITE VARIABLE_SYNCHRONIZATION_ON_READ",
  ),
  VariableAggregation: numbered(
    "VARIABLE_AGGREGATION_NONE VARIABLE_AGGREGATION_SUM VARIABLE_AGGREGATION_MEAN VARIABLE_AGGREGATION_ONLY_FIRST_REPLICA",
  ),
  "TypeSpecProto.TypeSpecClass": new Map([
    ...numbered(
      "UNKNOWN SPARSE_TENSOR_SPEC INDEXED_SLICES_SPEC RAGGED_TENSOR_SPEC TENSOR_ARRAY_SPEC DATA_DATASET_SPEC DATA_ITERATOR_SPEC OPTIONAL_SPEC PER_REPLICA_SPEC VARIABLE_SPEC ROW_PARTITION_SPEC",
    ),
    ...numbered("REGISTERED_TYPE_SPEC EXTENSION_TYPE_SPEC", 12),
  ]),
  "FunctionSpec.JitCompile": numbered("DEFAULT ON OFF"),
  "SaverDef.CheckpointFormatVersion": numbered("LEGACY V1 V2"),
  "BundleHeaderProto.Endianness": numbered("LITTLE BIG"),
  FullTypeId: new Map([
    ...numbered("TFT_UNSET TFT_VAR TFT_ANY TFT_PRODUCT TFT_NAMED"),
    ...numbered("TFT_FOR_EACH", 20),
    ...numbered("TFT_CALLABLE", 100),
    ...numbered("TFT_BOOL TFT_UINT8 TFT_UINT16 TFT_UINT32 TFT_UINT64 TFT_INT8 TFT_INT16 TFT_INT32 TFT_INT64", 200),
    ...numbered("TFT_HALF TFT_FLOAT TFT_DOUBLE TFT_COMPLEX64 TFT_COMPLEX128 TFT_STRING TFT_BFLOAT16", 209),
    ...numbered("TFT_TENSOR TFT_ARRAY TFT_OPTIONAL TFT_LITERAL TFT_ENCODED TFT_SHAPE_TENSOR", 1000),
    ...numbered("TFT_DATASET TFT_RAGGED TFT_ITERATOR", 10102),
    ...numbered("TFT_MUTEX_LOCK TFT_LEGACY_VARIANT", 10202),
  ]),
} satisfies Record<string, ReadonlyMap<string, number>>;

export type EnumName = keyof typeof ENUMS;

function numbered(names: string, first = 0): ReadonlyMap<string, number> {
  return new Map(names.split(" ").map((name, index) => [name, first + index]));
}
