"""Tensors as JSON: [dtype, shape, elements], which test/shared/adapters/embedded/kernels/kernel-case.ts reads."""

import numpy as np
import tensorflow as tf


def encode(tensor):
    """[dtype, shape, elements]: complex numbers as pairs, strings byte for byte, the rest as numbers."""
    array = tensor.numpy()
    # As objects: NumPy's own strings lose what they end in, if it is zero.
    flat = np.asarray(array, dtype=object if tensor.dtype == tf.string else None).reshape(-1)
    if tensor.dtype == tf.string:
        data = [each.decode("latin-1") for each in flat]
    elif tensor.dtype.is_complex:
        data = [number(part) for each in flat for part in (each.real, each.imag)]
    else:
        data = [number(each) for each in flat]
    return [tensor.dtype.name, list(tensor.shape), data]


def number(value):
    if isinstance(value, (bool, np.bool_)):
        return int(value)
    if isinstance(value, (int, np.integer)) or np.asarray(value).dtype.name in ("int4", "uint4"):
        value = int(value)
        return value if abs(value) < 2**53 else str(value)
    if value != value:
        return "NaN"
    if float(value) in (float("inf"), float("-inf")):
        return "Infinity" if value > 0 else "-Infinity"
    # The shortest digits that name this number among those of its own type.
    return float(np.format_float_scientific(value, unique=True)) if isinstance(value, np.floating) else float(value)
