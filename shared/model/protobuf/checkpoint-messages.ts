/** The index of a checkpoint. */
export const CHECKPOINT_MESSAGES = {
  BundleHeaderProto: {
    num_shards: [1, "int32"],
    endianness: [2, "enum BundleHeaderProto.Endianness"],
    version: [3, "VersionDef"],
  },
  BundleEntryProto: {
    dtype: [1, "enum DataType"],
    shape: [2, "TensorShapeProto"],
    shard_id: [3, "int32"],
    offset: [4, "int64"],
    size: [5, "int64"],
    crc32c: [6, "fixed32"],
    slices: [7, "TensorSliceProto", "repeated"],
  },
  TensorSliceProto: {
    extent: [1, "TensorSliceProto.Extent", "repeated"],
  },
  "TensorSliceProto.Extent": {
    start: [1, "int64"],
    length: [2, "int64", "oneof"],
  },
} as const;
