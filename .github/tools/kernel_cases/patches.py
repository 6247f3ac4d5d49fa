import numpy as np
from kernel_values import registered, values


def cases(case):
    for dtype in registered("ExtractImagePatches"):
        if dtype in ["string"]:
            continue
        window = {"ksizes": [1, 2, 2, 1], "strides": [1, 1, 1, 1], "rates": [1, 1, 1, 1]}
        case("ExtractImagePatches", dtype, images=values(dtype, (1, 2, 3, 1)), padding="SAME", **window)
    for padding in ["SAME", "VALID"]:
        for shape, size, stride, rate in [
            ((1, 4, 4, 1), (2, 2), (2, 2), (1, 1)), ((1, 5, 4, 2), (3, 2), (1, 2), (1, 1)), ((2, 5, 5, 1), (2, 2), (1, 1), (2, 2)), ((1, 3, 3, 1), (3, 3), (3, 3), (1, 1)),
            ((1, 2, 2, 1), (3, 3), (1, 1), (1, 1)), ((1, 6, 5, 1), (2, 3), (3, 1), (2, 1)), ((0, 3, 3, 1), (2, 2), (1, 1), (1, 1)), ((1, 4, 4, 1), (1, 1), (2, 3), (1, 1)),
            ((1, 7, 3, 1), (2, 2), (5, 1), (3, 1)),
        ]:
            around = lambda pair: [1, *pair, 1]  # noqa: E731
            name = f"{shape} windows {size} every {stride} rates {rate} {padding}"
            window = {"ksizes": around(size), "strides": around(stride), "rates": around(rate)}
            case("ExtractImagePatches", name, images=values("float32", shape, step=1), padding=padding, **window)
        for shape, size, stride in [((1, 3, 3, 3, 1), (2, 2, 2), (1, 2, 1)), ((1, 2, 4, 3, 2), (1, 3, 2), (1, 2, 2)), ((2, 2, 2, 2, 1), (2, 2, 2), (2, 2, 2))]:
            window = {"ksizes": [1, *size, 1], "strides": [1, *stride, 1]}
            case("ExtractVolumePatches", f"{shape} windows {size} every {stride} {padding}", input=values("float32", shape, step=1), padding=padding, **window)
    for dtype in registered("ExtractVolumePatches"):
        case("ExtractVolumePatches", dtype, input=values(dtype, (1, 2, 1, 2, 1)), padding="VALID", ksizes=[1, 1, 1, 2, 1], strides=[1, 1, 1, 1, 1])
