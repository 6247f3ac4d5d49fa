"""Templates filled with tensors, as messages of assertions are."""

import numpy as np
import tensorflow as tf


def cases(case):
    def fill(name, inputs, template="{}", **rest):
        case("StringFormat", name, inputs=tuple(tf.constant(value) if not isinstance(value, tf.Tensor) else value for value in inputs), template=template, placeholder=rest.pop("placeholder", "{}"), **rest)

    fill("several tensors", [[1, 2, 3, 4, 5, 6, 7, 8], 1.5], "a %s b %s", placeholder="%s")
    fill("no tensor", [], "none")
    fill("text", [["a", 'b\n"c', b"\xff\0'\t\\\x7f\x01"]], summarize=-1)
    fill("one text", ["abc"])
    for summarize in (-1, 1, 2, 3):
        fill(f"a matrix, {summarize} on each side", [np.arange(64).reshape(8, 8)], summarize=summarize)
        fill(f"a cube, {summarize} on each side", [np.arange(24).reshape(2, 3, 4)], summarize=summarize)
    for dtype in (tf.float32, tf.float64, tf.bfloat16, tf.float16):
        fill(f"{dtype.name}", [tf.cast(tf.constant([0.1, 1e20, 1e-7, np.nan, np.inf, 1 / 3, 123456789.0, 100000.0, 1e6, -0.0, 2.5], tf.float64), dtype)], summarize=-1)
    fill("truth", [[True, False]])
    fill("integers", [tf.constant([-(2**63), 2**63 - 1])])
    fill("bytes", [tf.constant([200, 7], tf.uint8)])
    fill("nothing", [tf.constant([], tf.int32)])
