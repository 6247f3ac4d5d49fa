"""Computes with TensorFlow what the kernels of the embedded runtime must answer.

    python .github/tools/kernel-cases.py [FAMILY …]

Each `.github/tools/kernel_cases/<family>.py` defines `cases(case)`, which calls

    case("Pow", "integers wrap", x=i32([3]), y=i32([40]))
    case("Roll", "a shift past the end", input=…, shift=…, axis=…)
    case("Exp", "large values", ulps=4, x=f32([80]))

once per case: the arguments are named as the operator's definition names them, inputs and attributes alike. What TensorFlow refuses becomes a
case that must fail. Results go to `fixtures/kernels/<family>.json`, one case a line.
"""

import importlib.util
import inspect
import json
import os
import pathlib
import sys

os.environ["CUDA_VISIBLE_DEVICES"] = ""
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["TF_ENABLE_ONEDNN_OPTS"] = "0"

import tensorflow as tf  # noqa: E402
from tensorflow.python.framework import op_def_registry  # noqa: E402

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from tensor_json import encode, number  # noqa: E402

HERE = pathlib.Path(__file__).parent
OUT = HERE.parent.parent / "fixtures" / "kernels"


def main(families):
    for file in sorted((HERE / "kernel_cases").glob("*.py")):
        if not families or file.stem in families:
            write(file)


def write(file):
    spec = importlib.util.spec_from_file_location(file.stem, file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    lines = []
    seen = set()

    def case(op, name, ulps=None, absolute=None, **arguments):
        title = f"{op}: {name}"
        if title in seen:
            raise ValueError(f"two cases are called {title}")
        seen.add(title)
        tolerance = {key: value for key, value in (("ulps", ulps), ("absolute", absolute)) if value is not None}
        lines.append(json.dumps(record(op, name, arguments) | tolerance, separators=(",", ":")))

    module.cases(case)
    OUT.mkdir(exist_ok=True)
    (OUT / f"{file.stem}.json").write_text("[\n" + ",\n".join(lines) + "\n]\n")
    print(f"{file.stem}: {len(lines)} cases")


def record(op, name, arguments):
    definition = op_def_registry.get(op)
    names = [argument.name for argument in definition.input_arg]
    inputs = {key: tensors(value) for key, value in arguments.items() if key in names}
    attributes = {key: value for key, value in arguments.items() if key not in names}
    flat = [tensor for key in names for tensor in (inputs[key] if isinstance(inputs[key], list) else [inputs[key]])]
    result = {"op": op, "name": name, "attributes": attributes_of(op, inputs, attributes)}
    result["inputs"] = [encode(tensor) for tensor in flat]
    try:
        outputs = call(op, **inputs, **attributes)
    except (tf.errors.OpError, ValueError) as error:
        if isinstance(error, (tf.errors.UnimplementedError, tf.errors.NotFoundError)):
            raise
        return result | {"fails": str(getattr(error, "message", error)).split("[Op:")[0].strip()}
    if outputs is None or isinstance(outputs, tf.Operation):
        outputs = []
    outputs = [outputs] if isinstance(outputs, tf.Tensor) else list(outputs)
    flat = [tensor for output in outputs for tensor in (output if isinstance(output, list) else [output])]
    return result | {"outputs": [encode(tensor) for tensor in flat]}


def tensors(value):
    return [tf.convert_to_tensor(each) for each in value] if isinstance(value, tuple) else tf.convert_to_tensor(value)


# Where `tf.raw_ops` renames an argument.
RENAMED = {
    **dict.fromkeys(("dim", "split_dim", "squeeze_dims", "reduction_indices"), "axis"),
    **{("Select", "t"): "x", ("Select", "e"): "y", ("Where", "input"): "condition"},
}


def call(op, **arguments):
    function = getattr(tf.raw_ops, op)
    known = inspect.signature(function).parameters
    return function(**{
        name if name in known else RENAMED.get((op, name)) or RENAMED.get(name, name): value
        for name, value in arguments.items()
    })


def attributes_of(op, inputs, attributes):
    """As a graph of the operator holds them, types and counts included."""
    try:
        return attributes_given(op, inputs, attributes, lambda tensor: None)
    except ValueError:
        # Some operators want to know more before they become a node.
        return attributes_given(op, inputs, attributes, rank_or_length)


def rank_or_length(tensor):
    return tensor.shape if tensor.shape.rank == 1 else [None] * tensor.shape.rank


def attributes_given(op, inputs, attributes, shape_of):
    def stand_in(tensor):
        return tf.compat.v1.placeholder(tensor.dtype, shape_of(tensor))

    with tf.Graph().as_default() as graph:
        fed = {
            key: [stand_in(each) for each in value] if isinstance(value, list) else stand_in(value)
            for key, value in inputs.items()
        }
        call(op, **fed, **attributes)
        node = [node for node in graph.as_graph_def().node if node.op == op][-1]
    return {name: attribute(value) for name, value in sorted(node.attr.items())}


def attribute(value):
    kind = value.WhichOneof("value")
    if kind == "type":
        return {"type": tf.as_dtype(value.type).name}
    if kind == "s":
        return {"string": value.s.decode("latin-1")}
    if kind == "shape":
        return {"shape": shape(value.shape)}
    if kind == "tensor":
        return {"tensor": encode(tf.constant(tf.make_ndarray(value.tensor)))}
    if kind == "list":
        return {"list": listed(value.list)}
    return {"int": number(value.i)} if kind == "i" else {"float": number(value.f)} if kind == "f" else {"bool": value.b}


def listed(values):
    kinds = [("int", values.i), ("float", values.f), ("bool", values.b)]
    found = [{kind: number(each) if kind != "bool" else each} for kind, all in kinds for each in all]
    found += [{"string": each.decode("latin-1")} for each in values.s]
    found += [{"type": tf.as_dtype(each).name} for each in values.type]
    return found + [{"shape": shape(each)} for each in values.shape]


def shape(proto):
    return None if proto.unknown_rank else [dimension.size for dimension in proto.dim]


if __name__ == "__main__":
    main(sys.argv[1:])
