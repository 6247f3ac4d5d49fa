"""Writes fixtures/models/runtime-contract: the signatures that every runtime must answer in the same way.

test/contract/contract-signatures.ts says what they compute.
"""

import os
import pathlib
import shutil
import tempfile

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import tensorflow as tf  # noqa: E402

TARGET = pathlib.Path(__file__).parents[2] / "fixtures/models/runtime-contract"
DTYPES = [
    *("float16", "bfloat16", "float32", "float64", "bool", "string"),
    *("int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"),
]


def signature(function, **inputs):
    specs = {name: tf.TensorSpec(shape, dtype, name=name) for name, (dtype, shape) in inputs.items()}
    return tf.function(function).get_concrete_function(**specs)


def every_dtype():
    same = lambda **inputs: {f"same_{name}": tf.identity(tensor) for name, tensor in inputs.items()}
    return signature(same, **{dtype: (dtype, [None]) for dtype in DTYPES})


def doubled(shape):
    return signature(lambda x: {"y": x * 2.0}, x=("float32", shape))


class Model(tf.Module):
    def __init__(self):
        self.weight = tf.Variable([[0.5], [-2.0]], name="weight")
        self.bias = tf.Variable([1.0], name="bias")

    def predict(self, x):
        return {"y": tf.matmul(x, self.weight) + self.bias}


def several(pixels, count, text):
    return {"doubled": pixels * 2.0, "next": count + 1, "same": tf.identity(text)}


model = Model()
signatures = {
    "every_dtype": every_dtype(),
    "serving_default": signature(model.predict, x=("float32", [None, 2])),
    "scalar": doubled([]),
    "any_rank": doubled(None),
    "fixed": doubled([2, 3]),
    "several": signature(several, pixels=("float32", [None, 2]), count=("int64", [None]), text=("string", [None])),
}
with tempfile.TemporaryDirectory() as folder:
    tf.saved_model.save(model, folder, signatures=signatures)
    # The fingerprint differs from run to run, and nothing reads it.
    pathlib.Path(folder, "fingerprint.pb").unlink()
    shutil.rmtree(TARGET, ignore_errors=True)
    shutil.copytree(folder, TARGET)
for path in sorted(TARGET.rglob("*")):
    if path.is_dir() and not any(path.iterdir()):
        path.rmdir()
