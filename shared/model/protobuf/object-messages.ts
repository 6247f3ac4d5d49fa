/** TensorFlow 2's trees of objects: in the model, in its checkpoint, and what Keras 2 tells of them (SavedMetadata). */
export const OBJECT_MESSAGES = {
  KerasMetadata: {
    nodes: [1, "KerasMetadata.SavedObject", "repeated"],
  },
  "KerasMetadata.SavedObject": {
    node_id: [2, "int32"],
    node_path: [3, "string"],
    identifier: [4, "string"],
    metadata: [5, "string"],
    version: [6, "VersionDef"],
  },
  SavedObjectGraph: {
    nodes: [1, "SavedObject", "repeated"],
    concrete_functions: [2, "SavedConcreteFunction", "map"],
  },
  SavedObject: {
    children: [1, "TrackableObjectGraph.TrackableObject.ObjectReference", "repeated", "lazy"],
    dependencies: [15, "TrackableObjectGraph.TrackableObject.ObjectReference", "repeated", "lazy"],
    slot_variables: [3, "TrackableObjectGraph.TrackableObject.SlotVariableReference", "repeated", "lazy"],
    user_object: [4, "SavedUserObject", "oneof"],
    asset: [5, "SavedAsset", "oneof"],
    function: [6, "SavedFunction", "oneof"],
    variable: [7, "SavedVariable", "oneof"],
    bare_concrete_function: [8, "SavedBareConcreteFunction", "oneof"],
    constant: [9, "SavedConstant", "oneof"],
    resource: [10, "SavedResource", "oneof"],
    captured_tensor: [12, "CapturedTensor", "oneof"],
    saveable_objects: [11, "SaveableObject", "map"],
    registered_name: [13, "string"],
    serialized_user_proto: [14, "google.protobuf.Any", "single", "lazy"],
    registered_saver: [16, "string"],
  },
  SavedUserObject: {
    identifier: [1, "string"],
    version: [2, "VersionDef"],
    metadata: [3, "string"],
  },
  SavedAsset: {
    asset_file_def_index: [1, "int32"],
  },
  SavedFunction: {
    concrete_functions: [1, "string", "repeated"],
    function_spec: [2, "FunctionSpec", "single", "lazy"],
  },
  FunctionSpec: {
    fullargspec: [1, "StructuredValue"],
    is_method: [2, "bool"],
    input_signature: [5, "StructuredValue"],
    jit_compile: [6, "enum FunctionSpec.JitCompile"],
  },
  SavedVariable: {
    dtype: [1, "enum DataType"],
    shape: [2, "TensorShapeProto"],
    trainable: [3, "bool"],
    synchronization: [4, "enum VariableSynchronization"],
    aggregation: [5, "enum VariableAggregation"],
    name: [6, "string"],
    device: [7, "string"],
    experimental_distributed_variable_components: [8, "SavedVariable", "repeated", "lazy"],
  },
  SavedBareConcreteFunction: {
    concrete_function_name: [1, "string"],
    argument_keywords: [2, "string", "repeated"],
    allowed_positional_arguments: [3, "int64"],
    function_spec: [4, "FunctionSpec", "single", "lazy"],
  },
  SavedConstant: {
    operation: [1, "string"],
  },
  SavedResource: {
    device: [1, "string"],
  },
  CapturedTensor: {
    name: [1, "string"],
    concrete_function: [2, "string"],
  },
  SaveableObject: {
    save_function: [2, "int32"],
    restore_function: [3, "int32"],
  },
  SavedConcreteFunction: {
    bound_inputs: [2, "int32", "repeated"],
    canonicalized_input_signature: [3, "StructuredValue", "single", "lazy"],
    output_signature: [4, "StructuredValue", "single", "lazy"],
  },
  "TrackableObjectGraph.TrackableObject.ObjectReference": {
    node_id: [1, "int32"],
    local_name: [2, "string"],
  },
  "TrackableObjectGraph.TrackableObject.SlotVariableReference": {
    original_variable_node_id: [1, "int32"],
    slot_name: [2, "string"],
    slot_variable_node_id: [3, "int32"],
  },
  TrackableObjectGraph: {
    nodes: [1, "TrackableObjectGraph.TrackableObject", "repeated"],
  },
  "TrackableObjectGraph.TrackableObject": {
    children: [1, "TrackableObjectGraph.TrackableObject.ObjectReference", "repeated"],
    attributes: [2, "TrackableObjectGraph.TrackableObject.SerializedTensor", "repeated"],
    slot_variables: [3, "TrackableObjectGraph.TrackableObject.SlotVariableReference", "repeated"],
    registered_saver: [4, "RegisteredSaver"],
    has_checkpoint_values: [5, "google.protobuf.BoolValue"],
  },
  "TrackableObjectGraph.TrackableObject.SerializedTensor": {
    name: [1, "string"],
    full_name: [2, "string"],
    checkpoint_key: [3, "string"],
  },
  RegisteredSaver: {
    name: [1, "string"],
    object_name: [2, "string"],
  },
  TypeSpecProto: {
    type_spec_class: [1, "enum TypeSpecProto.TypeSpecClass"],
    type_state: [2, "StructuredValue"],
    type_spec_class_name: [3, "string"],
    num_flat_components: [4, "int32"],
  },
  StructuredValue: {
    none_value: [1, "NoneValue", "oneof"],
    float64_value: [11, "double", "oneof"],
    int64_value: [12, "sint64", "oneof"],
    string_value: [13, "string", "oneof"],
    bool_value: [14, "bool", "oneof"],
    tensor_shape_value: [31, "TensorShapeProto", "oneof"],
    tensor_dtype_value: [32, "enum DataType", "oneof"],
    tensor_spec_value: [33, "TensorSpecProto", "oneof"],
    type_spec_value: [34, "TypeSpecProto", "oneof"],
    bounded_tensor_spec_value: [35, "BoundedTensorSpecProto", "oneof"],
    list_value: [51, "ListValue", "oneof"],
    tuple_value: [52, "TupleValue", "oneof"],
    dict_value: [53, "DictValue", "oneof"],
    named_tuple_value: [54, "NamedTupleValue", "oneof"],
    tensor_value: [55, "TensorProto", "oneof"],
    numpy_value: [56, "TensorProto", "oneof"],
  },
  NoneValue: {},
  TensorSpecProto: {
    name: [1, "string"],
    shape: [2, "TensorShapeProto"],
    dtype: [3, "enum DataType"],
  },
  BoundedTensorSpecProto: {
    name: [1, "string"],
    shape: [2, "TensorShapeProto"],
    dtype: [3, "enum DataType"],
    minimum: [4, "TensorProto"],
    maximum: [5, "TensorProto"],
  },
  ListValue: {
    values: [1, "StructuredValue", "repeated"],
  },
  TupleValue: {
    values: [1, "StructuredValue", "repeated"],
  },
  DictValue: {
    fields: [1, "StructuredValue", "map"],
  },
  NamedTupleValue: {
    name: [1, "string"],
    values: [2, "PairValue", "repeated"],
  },
  PairValue: {
    key: [1, "string"],
    value: [2, "StructuredValue"],
  },
  "google.protobuf.BoolValue": {
    value: [1, "bool"],
  },
} as const;
