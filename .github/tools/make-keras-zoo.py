"""Exports a zoo of small models, with inputs and TensorFlow's own answers beside each.

    python .github/tools/make-keras-zoo.py FOLDER [NAME …]

One model per Keras layer or combination of layers, some of Keras 2, TensorFlow 1 and plain TensorFlow, and the
families of `keras.applications` at their smallest. Weights are seeded; zeros and ones that initialisers leave are
disturbed, and statistics of normalisations are taken from data, so that the outputs depend on the inputs: `spread` in
`expected.json` says by how much over the batch, and a model that answers other inputs alike, or that has a weight all
of one value, is refused. `keras.json` lists the public layers of Keras. A model that exists is left alone. The models
of Keras 2 need `tf_keras`.
"""

import json
import os
import pathlib
import shutil
import sys
import traceback

os.environ["CUDA_VISIBLE_DEVICES"] = ""
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras  # noqa: E402
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402

tf.config.threading.set_intra_op_parallelism_threads(1)
sys.path.insert(0, str(pathlib.Path(__file__).parent))
from keras_zoo import applications, estimators, graphs, images, layers, preprocessing, quantized, sequences  # noqa: E402
from keras_zoo.catalogue import catalogue, layers_of  # noqa: E402
from tensor_json import encode  # noqa: E402

# Outputs that tell the same of every batch; weights that are the state of a call, or the order of channels.
CONSTANT = {"size", "classes"}
STATES = ("g_idx", "cell_state", "hidden_state", "lstm_cell/variable", "seed_generator_state")

# The part of its spread by which an output may differ, where types are coarser than float32.
COARSE = {"mixed-bfloat16": 2e-2, "bfloat16": 2e-2, "mixed-float16": 3e-3, "float16": 3e-3}


MODULES = [layers, sequences, preprocessing, images, quantized, graphs, estimators, applications]
try:
    from keras_zoo import keras2

    MODULES.insert(-1, keras2)
except ImportError:
    print("no models of Keras 2: tf_keras is not installed")


def main(folder, names):
    failed = []
    pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
    (pathlib.Path(folder) / "keras.json").write_text(json.dumps(catalogue(), indent=1))
    for module in MODULES:
        for name, build in module.MODELS.items():
            target = pathlib.Path(folder) / name
            if (names and name not in names) or (target / "expected.json").exists():
                continue
            try:
                make(target, module.GROUP, build)
            except Exception:  # One model that TensorFlow cannot make must not cost the others.
                shutil.rmtree(target, ignore_errors=True)
                failed.append(name)
                traceback.print_exc(limit=-3)
    print("failed:", failed)


def make(target, group, build):
    """`build()` gives a Keras model, or a function that saves one; and batches of inputs, by name or alone."""
    keras.backend.clear_session()
    keras.utils.set_random_seed(7)
    built, *batches = build()
    if isinstance(built, keras.Model):
        disturb(built, batches[0])
        require_trained(built)
        built.export(str(target), format="tf_saved_model", verbose=False)
    else:
        built(str(target))
    signature = served(target)
    calls = [answered(signature, batch) for batch in batches]
    require_dependence(served(target), served(target), batches[0])
    expected = {"group": group, "share": COARSE.get(target.name, 1e-3), "layers": layers_of(built), "calls": calls}
    (target / "expected.json").write_text(json.dumps(expected))
    print(target.name, [call["spread"] for call in calls], flush=True)


def served(target):
    return tf.saved_model.load(str(target)).signatures["serving_default"]


def inputs_of(signature, batch):
    specs = signature.structured_input_signature[1]
    if not isinstance(batch, dict):
        batch = dict(zip(sorted(specs, key=lambda name: specs[name].name), [batch], strict=True))
    return {name: tf.constant(value, specs[name].dtype) for name, value in batch.items()}


def answered(signature, batch):
    inputs = inputs_of(signature, batch)
    outputs = signature(**inputs)
    return {
        "inputs": {name: encode(value) for name, value in inputs.items()},
        "outputs": {name: encode(value) for name, value in outputs.items()},
        "spread": {name: spread(value) for name, value in outputs.items()},
    }


def require_dependence(one, other, batch):
    """Asked about other numbers in another order, every output must be another. Each model is asked but once."""
    inputs = inputs_of(one, batch)
    scaled = {name: value * 0.75 if value.dtype.is_floating else value for name, value in inputs.items()}
    answers, others = one(**inputs), other(**{name: tf.roll(value, 1, 0) for name, value in scaled.items()})
    for name, answer in answers.items():
        if name not in CONSTANT and np.array_equal(answer.numpy(), others[name].numpy()):
            raise ValueError(f"{name} does not depend on the inputs")


def require_trained(model):
    for weight in model.weights:
        value = weight.numpy()
        if value.size > 1 and np.ptp(value.astype("float64")) == 0 and not weight.path.endswith(STATES):
            raise ValueError(f"all of {weight.path} are {value.flat[0]}")


def spread(output):
    """How far one element goes over the batch, for the element that goes farthest; null where nothing can be said."""
    if not (output.dtype.is_floating or output.dtype.is_integer) or output.shape.rank == 0 or output.shape[0] < 2:
        return None
    values = output.numpy().astype("float64")
    return float(np.ptp(values, axis=0).max())


def disturb(model, batch):
    """Weights that an initialiser left at one value tell nothing; statistics come from the first batch."""
    random = np.random.default_rng(11)
    for weight in model.trainable_weights:
        value = weight.numpy()
        if value.size > 1 and np.ptp(value) == 0:
            weight.assign(value + random.normal(0, 0.1, value.shape))
    normalisations = [layer for layer in model._flatten_layers() if isinstance(layer, keras.layers.BatchNormalization)]
    for layer in normalisations:
        layer.momentum = 0.0
    if normalisations:
        model(batch, training=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
