"""Seeded batches, and models of one chain of layers."""

import keras
import numpy as np


def batch(*shape, seed=3):
    """With few digits, which keep the fixtures small."""
    return np.random.default_rng([seed, *shape]).normal(0, 1, shape).round(2).astype("float32")


def normal(shape):
    return batch(*shape, seed=17)


def chain(shape, *layers, size=4, values=None, dtype="float32"):
    """A model of these layers, a batch for it, and a batch of one."""

    def build():
        x = entry = keras.Input(shape, dtype=dtype)
        for layer in [make() for make in layers]:
            x = layer(x)
        full = batch(size, *[axis or 5 for axis in shape]) if values is None else values
        return keras.Model(entry, x), full, full[:1]

    return build
