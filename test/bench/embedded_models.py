"""Makes the models of `npm run bench -- embedded`: python embedded_models.py FOLDER

Below FOLDER a SavedModel each, with `case.json` inside: its rows of inputs and the batches to send.
"""

import json
import os
import pathlib
import sys

os.environ["CUDA_VISIBLE_DEVICES"] = ""
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras  # noqa: E402
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402
from keras import layers  # noqa: E402

WORDS = [f"word{index}" for index in range(1000)]


def mlp():
    return chain((32,), [layers.Dense(128, "relu"), layers.Dense(128, "relu"), layers.Dense(1, "sigmoid")])


def cnn():
    blocks = []
    for filters in (32, 64):
        blocks += [layers.Conv2D(filters, 3, activation="relu") for _ in range(2)] + [layers.MaxPooling2D()]
    return chain((32, 32, 3), [*blocks, layers.Flatten(), layers.Dense(128, "relu"), layers.Dense(10)])


def mobilenet():
    return keras.applications.MobileNetV2((96, 96, 3), weights=None, classifier_activation=None)


def separable():
    return chain(
        (64, 64, 3),
        [
            layers.SeparableConv2D(32, 3, padding="same", activation="relu"),
            layers.Conv2D(32, 3, dilation_rate=2, padding="same", activation="relu"),
            layers.SeparableConv2D(64, 3, strides=2, padding="same", activation="relu"),
            layers.Conv2D(64, 3, dilation_rate=4, padding="same", activation="relu"),
            layers.GlobalAveragePooling2D(),
            layers.Dense(10),
        ],
    )


def lstm():
    return chain((64, 32), [layers.LSTM(64), layers.Dense(1)])


def transformer():
    tokens = keras.Input((64, 64), name="x")
    attended = layers.MultiHeadAttention(4, 16)(tokens, tokens)
    normal = layers.LayerNormalization()(tokens + attended)
    fed = layers.Dense(64)(layers.Dense(256, "gelu")(normal))
    return keras.Model(tokens, layers.LayerNormalization()(normal + fed))


def text():
    vectorised = layers.TextVectorization(output_sequence_length=32, vocabulary=WORDS)
    words = keras.Input((1,), dtype="string", name="x")
    embedded = layers.Embedding(1002, 32)(vectorised(words))
    return keras.Model(words, layers.Dense(1)(layers.GlobalAveragePooling1D()(embedded)))


def large():
    return chain((3952,), [layers.Dense(3952, "relu") for _ in range(8)])


CASES = {
    mlp: [1, 256],
    cnn: [1, 256],
    mobilenet: [1, 32],
    separable: [1, 32],
    lstm: [1, 256],
    transformer: [1, 256],
    text: [1, 256],
    large: [1],
}


def chain(shape, steps):
    return keras.Sequential([keras.Input(shape, name="x"), *steps])


def main(folder, cases):
    for build, batches in cases.items():
        keras.backend.clear_session()
        keras.utils.set_random_seed(7)
        model = build()
        disturb(model)
        target = pathlib.Path(folder) / build.__name__
        save(model, str(target))
        [given] = model.inputs
        inputs = {given.name: rows(given.dtype, (max(batches), *given.shape[1:]))}
        (target / "case.json").write_text(json.dumps({"batches": batches, "inputs": inputs}))


def save(model, target):
    """`model.export` stores every weight twice, so it saves only what has tables besides."""
    if any(isinstance(layer, layers.TextVectorization) for layer in model.layers):
        model.export(target, format="tf_saved_model", verbose=False)
        return
    module = tf.Module()
    module.weights = [weight.value for weight in model.weights]
    [given] = model.inputs
    specification = tf.TensorSpec((None, *given.shape[1:]), given.dtype, given.name)
    module.serve = tf.function(lambda x: {"y": model(x, training=False)}, input_signature=[specification])
    tf.saved_model.save(module, target, signatures=module.serve)


def disturb(model):
    """What initialisers leave at zero or one would hide a wrong bias or normalisation."""
    for weight in model.weights:
        values = weight.numpy()
        if values.dtype == np.float32 and values.size > 1 and np.ptp(values) == 0:
            weight.assign(values + np.random.uniform(0, 0.2, values.shape))


def rows(dtype, shape):
    if dtype == "string":
        data = [" ".join(np.random.choice(WORDS, 24)) for _ in range(shape[0])]
    else:
        data = np.random.normal(size=shape).astype(dtype).ravel().tolist()
    return {"dtype": dtype, "shape": shape, "data": data}


if __name__ == "__main__":
    main(sys.argv[1], CASES)
