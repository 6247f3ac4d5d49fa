/** What wraps a graph: metagraphs, signatures, collections, assets and the saver. */
export const SAVED_MODEL_MESSAGES = {
  SavedModel: {
    saved_model_schema_version: [1, "int64"],
    meta_graphs: [2, "MetaGraphDef", "repeated", "lazy"],
  },
  MetaGraphDef: {
    meta_info_def: [1, "MetaGraphDef.MetaInfoDef"],
    graph_def: [2, "GraphDef"],
    saver_def: [3, "SaverDef"],
    collection_def: [4, "CollectionDef", "map"],
    signature_def: [5, "SignatureDef", "map"],
    asset_file_def: [6, "AssetFileDef", "repeated"],
    object_graph_def: [7, "SavedObjectGraph"],
  },
  "MetaGraphDef.MetaInfoDef": {
    meta_graph_version: [1, "string"],
    stripped_op_list: [2, "OpList", "single", "lazy"],
    any_info: [3, "google.protobuf.Any", "single", "lazy"],
    tags: [4, "string", "repeated"],
    tensorflow_version: [5, "string"],
    tensorflow_git_version: [6, "string"],
    stripped_default_attrs: [7, "bool"],
    function_aliases: [8, "string", "map", "lazy"],
  },
  CollectionDef: {
    node_list: [1, "CollectionDef.NodeList", "oneof"],
    bytes_list: [2, "CollectionDef.BytesList", "oneof"],
    int64_list: [3, "CollectionDef.Int64List", "oneof"],
    float_list: [4, "CollectionDef.FloatList", "oneof"],
    any_list: [5, "CollectionDef.AnyList", "oneof"],
  },
  "CollectionDef.NodeList": {
    value: [1, "string", "repeated"],
  },
  "CollectionDef.BytesList": {
    value: [1, "bytes", "repeated"],
  },
  "CollectionDef.Int64List": {
    value: [1, "int64", "repeated"],
  },
  "CollectionDef.FloatList": {
    value: [1, "float", "repeated"],
  },
  "CollectionDef.AnyList": {
    value: [1, "google.protobuf.Any", "repeated"],
  },
  SignatureDef: {
    inputs: [1, "TensorInfo", "map"],
    outputs: [2, "TensorInfo", "map"],
    method_name: [3, "string"],
    defaults: [4, "TensorProto", "map", "lazy"],
  },
  TensorInfo: {
    name: [1, "string", "oneof"],
    coo_sparse: [4, "TensorInfo.CooSparse", "oneof"],
    composite_tensor: [5, "TensorInfo.CompositeTensor", "oneof"],
    dtype: [2, "enum DataType"],
    tensor_shape: [3, "TensorShapeProto"],
  },
  "TensorInfo.CooSparse": {
    values_tensor_name: [1, "string"],
    indices_tensor_name: [2, "string"],
    dense_shape_tensor_name: [3, "string"],
  },
  "TensorInfo.CompositeTensor": {
    type_spec: [1, "TypeSpecProto", "single", "lazy"],
    components: [2, "TensorInfo", "repeated"],
  },
  AssetFileDef: {
    tensor_info: [1, "TensorInfo"],
    filename: [2, "string"],
  },
  SaverDef: {
    filename_tensor_name: [1, "string"],
    save_tensor_name: [2, "string"],
    restore_op_name: [3, "string"],
    max_to_keep: [4, "int32"],
    sharded: [5, "bool"],
    keep_checkpoint_every_n_hours: [6, "float"],
    version: [7, "enum SaverDef.CheckpointFormatVersion"],
  },
  "google.protobuf.Any": {
    type_url: [1, "string"],
    value: [2, "bytes"],
  },
} as const;
