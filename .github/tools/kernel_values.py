"""Seeded values of every dtype for the cases of kernels: short to write, and different wherever they can be."""

import ml_dtypes
import numpy as np
import tensorflow as tf
from tensorflow.python.framework import kernels

FLOATS = ["float32", "float64", "float16", "bfloat16"]
INTEGERS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
COMPLEX = ["complex64", "complex128"]
NUMBERS = [*FLOATS, *INTEGERS, *COMPLEX]
EVERY = [*NUMBERS, "bool", "string"]

NAN, INFINITY = float("nan"), float("inf")


def dtype(name):
    return ml_dtypes.bfloat16 if name == "bfloat16" else object if name == "string" else np.dtype(name)


def array(name, values):
    return np.array(values, dtype(name))


def i32(values):
    return np.array(values, np.int32)


def i64(values):
    return np.array(values, np.int64)


def f32(values):
    return np.array(values, np.float32)


def values(name, shape, seed=0, step=8):
    """Floats are multiples of 1/step, so that a file stays small; step=None gives full precision."""
    random = np.random.default_rng([seed, *map(ord, name), *np.atleast_1d(shape)])
    if name == "string":
        flat = [f"s{n}".encode() for n in random.integers(0, 100, int(np.prod(shape)))]
        return np.array(flat, object).reshape(shape)
    if name == "bool":
        return random.integers(0, 2, shape).astype(bool)
    if name in COMPLEX:
        return (real(random, shape, step) + 1j * real(random, shape, step)).astype(name)
    if name in FLOATS:
        return real(random, shape, step).astype(dtype(name))
    info = np.iinfo(name)
    low, high = max(info.min, -99), min(info.max, 99)
    result = np.asarray(random.integers(low, high + 1, shape)).astype(name)
    if result.size and info.bits == 64:
        # Beyond what a double holds.
        result.flat[0] = info.max - 1
    return result


def real(random, shape, step):
    plain = random.normal(0, 3, shape)
    return np.round(plain * step) / step if step else plain


def registered(op, attribute="T"):
    """The dtypes for which TensorFlow has a CPU kernel of the operator."""
    found = set()
    for kernel in kernels.get_registered_kernels_for_op(op).kernel:
        types = [value for each in kernel.constraint if each.name == attribute for value in each.allowed_values.list.type]
        if kernel.device_type == "CPU":
            found.update(tf.as_dtype(value).name for value in types) if types else found.update(EVERY)
    return [name for name in EVERY if name in found]


def implemented(case):
    """Skips what TensorFlow registers but does not implement."""

    def attempt(*names, **arguments):
        try:
            case(*names, **arguments)
        except tf.errors.UnimplementedError:
            pass

    return attempt
