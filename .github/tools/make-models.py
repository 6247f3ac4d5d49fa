"""Writes the models under fixtures/models/ that TensorFlow itself must have made.

    pip install tensorflow-cpu==2.21.0
    python .github/tools/make-models.py fixtures/models

Weights come from seeds, so the tensors are the same each time; names of functions and the order of maps are not.
"""

import os
import shutil
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import tensorflow as tf


def small_keras_model():
    keras.utils.set_random_seed(7)
    return keras.Sequential([keras.Input((3,), name="x"), keras.layers.Dense(2, name="hidden"), keras.layers.Dense(1)])


def keras3_saved(folder):
    """The way that the restore operator cannot serve: it fills copies of the variables that the signature reads."""
    tf.saved_model.save(small_keras_model(), folder)


def keras3_exported(folder):
    """The same model by the way that can be served."""
    small_keras_model().export(folder, verbose=False)


def checkpoint_of_all_kinds(folder):
    """One shard with every way in which a tensor is stored: numbers, strings, variants, slices."""
    os.makedirs(f"{folder}/variables")
    empty = tf.constant([], tf.int32)
    variants = tf.stack([tf.raw_ops.TensorListFromTensor(tensor=tf.range(n), element_shape=empty) for n in (2, 3)])
    whole = tf.reshape(tf.range(300, dtype=tf.float32), [3, 100])
    tf.raw_ops.SaveV2(
        prefix=f"{folder}/variables/variables",
        tensor_names=["bfloat16", "int4", "numbers", "partitioned", "partitioned", "strings", "variants"],
        shape_and_slices=["", "", "", "3 100 0,3:0,70", "3 100 0,3:70,30", "", ""],
        tensors=[
            tf.constant([1.5, -2.0], tf.bfloat16),
            tf.cast(tf.constant([1, -2, 3]), tf.dtypes.experimental.int4),
            tf.constant([[1, 2], [3, 2**40]], tf.int64),
            whole[:, :70],
            whole[:, 70:],
            tf.constant([b"", b"one", "größer".encode(), bytes(200)]),
            variants,
        ],
    )


MODELS = {
    "keras3-saved": keras3_saved,
    "keras3-exported": keras3_exported,
    "checkpoint-of-all-kinds": checkpoint_of_all_kinds,
}

if __name__ == "__main__":
    for name, make in MODELS.items():
        folder = os.path.join(sys.argv[1], name)
        shutil.rmtree(folder, ignore_errors=True)
        make(folder)
