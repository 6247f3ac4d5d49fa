import numpy as np
from kernel_values import f32, values


def cases(case):
    for dtype in ["float32", "float64"]:
        for shape in [(3, 3), (4, 2), (2, 4), (2, 3, 2), (1, 1)]:
            for full in [False, True]:
                x = values(dtype, shape)
                case("Qr", f"{dtype} {shape} full {full}", ulps=64, absolute=1e-5, input=x, full_matrices=full)
    case("Qr", "a diagonal", input=np.diag(f32([2, -3, 0])))
    case("Qr", "zeros", input=f32(np.zeros((2, 2))))
    case("Qr", "a vector", input=f32([1, 2]))
    case("Qr", "no matrices", input=f32(np.zeros((0, 2, 3))))
    case("SelfAdjointEigV2", "not square", input=f32(np.ones((2, 3))))
    case("SelfAdjointEigV2", "not a number", input=f32([[np.nan, 1], [1, 2]]))
