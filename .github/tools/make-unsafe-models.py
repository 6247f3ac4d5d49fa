"""Makes SavedModels that reach beyond the process that serves them: every unsafe operator in every place it can hide.

    python make-unsafe-models.py DIRECTORY        the whole matrix, with an index.json of what must be found
    python make-unsafe-models.py --fixtures DIRECTORY   the few that the tests keep

Needs tensorflow. Nothing is run: the graphs are written as protocol buffers and only imported, which checks them.
"""

import json
import pathlib
import sys

import tensorflow as tf
from tensorflow.core.framework import attr_value_pb2, function_pb2, graph_pb2, node_def_pb2, op_def_pb2, types_pb2
from tensorflow.core.protobuf import saved_model_pb2
from tensorflow.python.client import pywrap_tf_session

FAR = "/tmp/unsafe-model"
PRODUCER = tf.version.GRAPH_DEF_VERSION


def registered():
    ops = op_def_pb2.OpList()
    ops.ParseFromString(pywrap_tf_session.TF_GetBuffer(pywrap_tf_session.TF_GetAllOpList()))
    return {op.name: op for op in ops.op}


OPS = registered()
SAFE_FUNCTION = "harmless"

# Operator → attributes that make it unsafe; every other attribute and input is filled in from its definition.
PAYLOADS = {
    "ReadFile": {}, "WriteFile": {}, "MatchingFiles": {}, "WholeFileReaderV2": {}, "TextLineReaderV2": {},
    "TFRecordReaderV2": {}, "LMDBReader": {}, "TextLineDataset": {}, "TFRecordDatasetV2": {}, "CSVDatasetV2": {},
    "FixedLengthRecordDatasetV2": {}, "SqlDataset": {}, "MatchingFilesDataset": {}, "LoadDataset": {},
    "SaveDatasetV2": {}, "SnapshotDatasetV2": {}, "DatasetToTFRecord": {}, "DumpTensor": {},
    "ImmutableConst": {"memory_region_name": FAR}, "LoadAndRemapMatrix": {}, "GenerateVocabRemapping": {},
    "RecordInput": {"file_pattern": FAR},
    "CreateSummaryFileWriter": {}, "WriteScalarSummary": {}, "ImportEvent": {},
    "PyFunc": {"token": "pyfunc_0"}, "PyFuncStateless": {"token": "pyfunc_0"}, "EagerPyFunc": {"token": "pyfunc_0"},
    "RpcClient": {}, "RpcServer": {}, "DataServiceDatasetV4": {}, "RegisterDatasetV2": {}, "DistributedSave": {},
    "RemoteCall": {}, "CollectiveReduceV2": {}, "FileSystemSetConfiguration": {}, "Send": {"client_terminated": True},
    "ConfigureDistributedTPU": {}, "InfeedEnqueue": {}, "XlaHostCompute": {},
    "DatasetFromGraph": {}, "DeserializeIterator": {}, "MlirPassthroughOp": {}, "XlaCustomCallV2": {},
    "Abort": {}, "Save": {}, "SaveV2": {}, "RestoreV2": {}, "RestoreSlice": {}, "MergeV2Checkpoints": {},
    "PrintV2": {"output_stream": f"file://{FAR}"}, "CacheDatasetV2": {}, "InitializeTableFromTextFileV2": {},
    "DebugIdentityV3": {"debug_urls": [f"file://{FAR}"]}, "FixedUnigramCandidateSampler": {"vocab_file": FAR},
    "DecodeProtoV2": {"descriptor_source": FAR}, "XlaCallModule": {"module": b"ML\xefRxla_ffi_python_cpu_callback"},
    "ShellExecute": None,
}


class Body:
    """The nodes of a graph or function, and how its nodes name each other's outputs."""

    def __init__(self, in_function):
        self.nodes, self.in_function = [], in_function

    def add(self, op, inputs=(), name=None, **attributes):
        node = node_def_pb2.NodeDef(name=name or f"{op}_{len(self.nodes)}", op=op, input=list(inputs))
        for key, value in attributes.items():
            node.attr[key].CopyFrom(value)
        self.nodes.append(node)
        return node.name

    def output(self, node, output="output", index=0):
        return f"{node}:{output}:{index}" if self.in_function else f"{node}:{index}"


def attribute(value):
    attr = attr_value_pb2.AttrValue()
    if isinstance(value, bool):
        attr.b = value
    elif isinstance(value, int):
        attr.i = value
    elif isinstance(value, float):
        attr.f = value
    elif isinstance(value, (str, bytes)):
        attr.s = value.encode() if isinstance(value, str) else value
    elif isinstance(value, list):
        attr.list.SetInParent()
        for item in value:
            attr.list.s.append(item.encode() if isinstance(item, str) else item)
    return attr


def dtype(value):
    return attr_value_pb2.AttrValue(type=value)


def function(name):
    attr = attr_value_pb2.AttrValue()
    attr.func.name = name
    return attr


def types(*values):
    attr = attr_value_pb2.AttrValue()
    attr.list.SetInParent()
    attr.list.type.extend(values)
    return attr


def constant(body, kind, value=None):
    if kind in (types_pb2.DT_RESOURCE, types_pb2.DT_VARIANT) or kind > 100:
        return body.output(body.add("Placeholder", dtype=dtype(kind)))
    text = kind == types_pb2.DT_STRING
    plain = FAR if text else kind == types_pb2.DT_BOOL or (value or 0)
    tensor = tf.make_tensor_proto(plain, dtype=kind, shape=[])
    attr = attr_value_pb2.AttrValue()
    attr.tensor.CopyFrom(tensor)
    known = body.output(body.add("Const", dtype=dtype(kind), value=attr))
    anything = attr_value_pb2.AttrValue()
    anything.shape.unknown_rank = True
    return body.output(body.add("PlaceholderWithDefault", [known], dtype=dtype(kind), shape=anything))


def filled(op, given):
    """The attributes of an operator: those given, its defaults, else the simplest that it allows."""
    attributes = {}
    for definition in op.attr:
        name, kind = definition.name, definition.type
        attr = attr_value_pb2.AttrValue()
        if name in given:
            attr = attribute(given[name])
        elif definition.HasField("default_value"):
            attr.CopyFrom(definition.default_value)
        elif kind == "type":
            allowed = list(definition.allowed_values.list.type)
            wanted = [t for t in (types_pb2.DT_STRING, types_pb2.DT_FLOAT) if not allowed or t in allowed]
            attr.type = wanted[-1] if wanted else allowed[0]
        elif kind == "func":
            attr.func.name = SAFE_FUNCTION
        elif kind == "int":
            attr.i = max(1, definition.minimum)
        elif kind == "float":
            attr.f = 1.0
        elif kind == "bool":
            attr.b = False
        elif kind == "string":
            allowed = definition.allowed_values.list.s
            attr.s = allowed[0] if allowed else b"x"
        elif kind == "shape":
            attr.shape.SetInParent()
        elif kind.startswith("list("):
            attr.list.SetInParent()
            for _ in range(max(1, definition.minimum)):
                if kind == "list(type)":
                    attr.list.type.append(types_pb2.DT_FLOAT)
                elif kind == "list(shape)":
                    attr.list.shape.add()
                elif kind == "list(string)":
                    attr.list.s.append(b"x")
                elif kind == "list(int)":
                    attr.list.i.append(1)
                elif kind == "list(func)":
                    attr.list.func.add().name = SAFE_FUNCTION
        attributes[name] = attr
    return attributes


def payload(body, name, before=()):
    """Adds an unsafe operator and returns its node."""
    if PAYLOADS[name] is None:
        return body.add(name, before)
    op = OPS[name]
    attributes = filled(op, PAYLOADS[name])
    inputs = []
    for argument in op.input_arg:
        kinds = [argument.type or attributes[argument.type_attr].type] if not argument.type_list_attr else list(
            attributes[argument.type_list_attr].list.type)
        if argument.number_attr:
            kinds = kinds * attributes[argument.number_attr].i
        for kind in kinds:
            inputs.append(constant(body, kind, value=1))
    return body.add(name, [*inputs, *before], **attributes)


def define(graph, name, build, arguments=("x",), returns="x"):
    """A function of float arguments; build(body) may add nodes and returns the tensor to return, or None for the first."""
    definition = graph.library.function.add()
    definition.signature.name = name
    for argument in arguments:
        definition.signature.input_arg.add(name=argument, type=types_pb2.DT_FLOAT)
    definition.signature.output_arg.add(name="y", type=types_pb2.DT_FLOAT)
    definition.signature.is_stateful = True
    body = Body(in_function=True)
    result = build(body)
    definition.node_def.extend(body.nodes)
    definition.ret["y"] = result or returns
    return name


def call(body, name, x, op="StatefulPartitionedCall", **more):
    floats = types(types_pb2.DT_FLOAT)
    return body.output(body.add(op, [x], Tin=floats, Tout=floats, f=function(name), **more))


class Model:
    """A signature `serving_default` from the placeholder x to y, into which a place puts the unsafe operator."""

    def __init__(self):
        self.saved = saved_model_pb2.SavedModel(saved_model_schema_version=1)
        self.meta = self.metagraph("serve")

    def metagraph(self, *tags):
        meta = self.saved.meta_graphs.add()
        meta.meta_info_def.tags.extend(tags)
        meta.meta_info_def.tensorflow_version = tf.__version__
        meta.graph_def.versions.producer = PRODUCER
        self.body = Body(in_function=False)
        self.x = self.body.output(self.body.add("Placeholder", name="x", dtype=dtype(types_pb2.DT_FLOAT)))
        define(meta.graph_def, SAFE_FUNCTION, lambda body: None)
        return meta

    def signature(self, name, meta, tensor):
        signature = meta.signature_def[name]
        signature.method_name = "tensorflow/serving/predict"
        for tensors, key, at in ((signature.inputs, "x", self.x), (signature.outputs, "y", tensor)):
            tensors[key].name, tensors[key].dtype = at, types_pb2.DT_FLOAT

    def serve(self, tensor=None, before=(), meta=None, name="serving_default"):
        body = self.body
        y = body.add("Identity", [tensor or self.x, *before], name=f"y_{name}", T=dtype(types_pb2.DT_FLOAT))
        self.signature(name, meta or self.meta, body.output(y))

    def seal(self, meta=None):
        (meta or self.meta).graph_def.node.extend(self.body.nodes)
        return self


def in_signature(name):
    model = Model()
    model.serve(before=[f"^{payload(model.body, name)}"])
    return model.seal(), "serving_default"


def in_function(name, depth=1):
    model = Model()
    graph = model.meta.graph_def
    define(graph, "level0", lambda body: payload(body, name) and None)
    for level in range(1, depth):
        define(graph, f"level{level}", lambda body, to=f"level{level - 1}": call(body, to, "x"))
    model.serve(call(model.body, f"level{depth - 1}", model.x))
    return model.seal(), "serving_default"


def in_nested_function(name):
    return in_function(name, depth=3)


def in_named_operator(name):
    model = Model()
    define(model.meta.graph_def, "level0", lambda body: payload(body, name) and None)
    model.serve(model.body.output(model.body.add("level0", [model.x])))
    return model.seal(), "serving_default"


def branching(op, **functions):
    def place(name):
        model = Model()
        body, floats = model.body, types(types_pb2.DT_FLOAT)
        define(model.meta.graph_def, "level0", lambda inner: payload(inner, name) and None)
        kind = types_pb2.DT_INT32 if op == "Case" else types_pb2.DT_BOOL
        more = {"Tcond": dtype(kind)} if op == "If" else {}
        which = constant(body, kind)
        model.serve(body.output(body.add(op, [which, model.x], Tin=floats, Tout=floats, **more, **functions)))
        return model.seal(), "serving_default"

    return place


def branches(*names):
    attr = attr_value_pb2.AttrValue()
    for name in names:
        attr.list.func.add().name = name
    return attr


def in_while_body(name):
    model = Model()
    body, graph = model.body, model.meta.graph_def
    define(graph, "level0", lambda inner: payload(inner, name) and None)
    condition = graph.library.function.add()
    condition.signature.name = "condition"
    condition.signature.input_arg.add(name="x", type=types_pb2.DT_FLOAT)
    condition.signature.output_arg.add(name="go", type=types_pb2.DT_BOOL)
    inner = Body(in_function=True)
    condition.ret["go"] = constant(inner, types_pb2.DT_BOOL)
    condition.node_def.extend(inner.nodes)
    loop = body.add("While", [model.x], T=types(types_pb2.DT_FLOAT), cond=function("condition"), body=function("level0"))
    model.serve(body.output(loop))
    return model.seal(), "serving_default"


def in_dataset_map(name):
    model = Model()
    body, floats = model.body, types(types_pb2.DT_FLOAT)
    define(model.meta.graph_def, "level0", lambda inner: payload(inner, name) and None)
    shapes = attr_value_pb2.AttrValue()
    shapes.list.shape.add()
    none = types()
    slices = body.add("TensorSliceDataset", [model.x], Toutput_types=floats, output_shapes=shapes)
    mapped = body.add("MapDataset", [body.output(slices)], f=function("level0"), Targuments=none, output_types=floats,
                      output_shapes=shapes)
    single = body.add("DatasetToSingleElement", [body.output(mapped)], output_types=floats, output_shapes=shapes)
    model.serve(body.output(single))
    return model.seal(), "serving_default"


def in_batch_function(name):
    model = Model()
    body, floats, none = model.body, types(types_pb2.DT_FLOAT), types()
    define(model.meta.graph_def, "level0", lambda inner: payload(inner, name) and None)
    batched = body.add("BatchFunction", [model.x], f=function("level0"), Tin=floats, Tout=floats, Tcaptured=none,
                       num_batch_threads=attribute(1), max_batch_size=attribute(1), batch_timeout_micros=attribute(0))
    model.serve(body.output(batched))
    return model.seal(), "serving_default"


def in_gradient(name):
    model = Model()
    body, graph = model.body, model.meta.graph_def
    define(graph, "level0", lambda inner: payload(inner, name) and None, arguments=("x", "dy"))
    define(graph, "forward", lambda inner: None)
    graph.library.gradient.add(function_name="forward", gradient_func="level0")
    floats = types(types_pb2.DT_FLOAT)
    two = types(types_pb2.DT_FLOAT, types_pb2.DT_FLOAT)
    gradient = body.add("SymbolicGradient", [model.x, model.x], Tin=two, Tout=floats, f=function("forward"))
    model.serve(body.output(gradient))
    return model.seal(), "serving_default"


def in_initialiser(collection):
    def place(name):
        model = Model()
        init = model.body.add("NoOp", [f"^{payload(model.body, name)}"], name="init")
        model.serve()
        if collection == "__saved_model_init_op":
            model.meta.signature_def[collection].outputs[collection].name = init
        else:
            model.meta.collection_def[collection].node_list.value.append(init)
        return model.seal(), "(initialiser) init"

    return place


def in_restore(name):
    model = Model()
    body = model.body
    text = types_pb2.DT_STRING
    filename = body.add("Placeholder", name="saver_filename", dtype=dtype(text))
    restore = body.add("NoOp", [f"^{payload(body, name)}"], name="restore")
    saved = body.add("Identity", [body.output(filename)], name="saved", T=dtype(text))
    saver = model.meta.saver_def
    saver.filename_tensor_name, saver.save_tensor_name = body.output(filename), body.output(saved)
    saver.restore_op_name, saver.version = restore, 2
    model.serve()
    return model.seal(), "(restore at load)"


def in_second_metagraph(name):
    model = Model()
    model.serve()
    model.seal()
    second = model.metagraph("serve", "gpu")
    model.serve(before=[f"^{payload(model.body, name)}"], meta=second)
    return model.seal(second), "serving_default (metagraph 2: serve, gpu)"


def in_second_signature(name):
    model = Model()
    model.serve()
    model.serve(before=[f"^{payload(model.body, name)}"], name="train")
    return model.seal(), "train"


def behind_control_inputs(name):
    model = Model()
    body = model.body
    first = body.add("NoOp", [f"^{payload(body, name)}"])
    model.serve(before=[f"^{body.add('NoOp', [f'^{first}'])}"])
    return model.seal(), "serving_default"


PLACES = {
    "signature": in_signature,
    "second-signature": in_second_signature,
    "second-metagraph": in_second_metagraph,
    "control-input": behind_control_inputs,
    "function": in_function,
    "nested-function": in_nested_function,
    "function-operator": in_named_operator,
    "then-branch": branching("If", then_branch=function("level0"), else_branch=function(SAFE_FUNCTION)),
    "case-branch": branching("Case", branches=branches(SAFE_FUNCTION, SAFE_FUNCTION, "level0")),
    "while-body": in_while_body,
    "dataset-map": in_dataset_map,
    "batch-function": in_batch_function,
    "gradient": in_gradient,
    "main-op": in_initialiser("saved_model_main_op"),
    "legacy-init-op": in_initialiser("legacy_init_op"),
    "init-signature": in_initialiser("__saved_model_init_op"),
    "restore": in_restore,
}
FIXTURES = {
    "unsafe-read-in-while-body": ("ReadFile", "while-body"),
    "unsafe-write-at-load": ("WriteFile", "main-op"),
    "unsafe-python-in-gradient": ("PyFunc", "gradient"),
    "unsafe-restore-elsewhere": ("RestoreV2", "restore"),
    "unsafe-print-to-file": ("PrintV2", "dataset-map"),
    "unsafe-custom-operator": ("ShellExecute", "second-signature"),
}


def checked(model, operator):
    """Imports each graph, so that what is written is what TensorFlow takes; a custom operator is the exception."""
    if PAYLOADS[operator] is not None:
        for meta in model.saved.meta_graphs:
            with tf.Graph().as_default():
                try:
                    tf.graph_util.import_graph_def(meta.graph_def, name="")
                except ValueError as error:
                    raise ValueError(f"{operator}: {error}") from error
    return model


def write(directory, name, operator, place):
    model, root = PLACES[place](operator)
    folder = directory / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "saved_model.pb").write_bytes(checked(model, operator).saved.SerializeToString(deterministic=True))
    return {"model": name, "operator": operator, "root": root, "place": place}


def main(arguments):
    only_fixtures = arguments[0] == "--fixtures"
    directory = pathlib.Path(arguments[-1])
    if only_fixtures:
        made = [write(directory, name, *what) for name, what in FIXTURES.items()]
    else:
        made = [write(directory, f"{operator}-{place}", operator, place) for operator in PAYLOADS for place in PLACES]
        (directory / "index.json").write_text(json.dumps(made, indent=1))
    print(len(made), "models")


if __name__ == "__main__":
    main(sys.argv[1:])
