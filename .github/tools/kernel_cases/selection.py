import numpy as np
from kernel_values import INFINITY, NAN, array, f32, i32, i64, implemented, registered, values


def boolean(values):
    return np.array(values, bool)


def cases(case):
    case = implemented(case)
    for dtype in registered("SelectV2"):
        condition = boolean([[True], [False]])
        case("SelectV2", dtype, condition=condition, t=values(dtype, (2, 2)), e=values(dtype, (), seed=1))
    for dtype in registered("Select"):
        case("Select", dtype, condition=boolean([True, False]), t=values(dtype, (2, 2)), e=values(dtype, (2, 2), seed=1))
    for dtype in registered("Where"):
        case("Where", dtype, input=array(dtype, [[0, 1, 2], [3, 0, 0]]))
    for c, t, e in [
        ((), (2, 2), (2, 2)), ((2, 2), (), ()), ((2, 1), (1, 3), (2, 3)), ((3,), (2, 1), ()), ((0,), (1,), (0,)), ((2,), (3,), (2,)),
        ((2, 1, 2), (3, 1), (2, 3, 2)), ((1,), (), ()), ((2, 3), (2, 3), (2, 3)), ((), (), ()),
    ]:
        arguments = {"condition": values("bool", c), "t": values("float32", t), "e": values("float32", e, seed=1)}
        case("SelectV2", f"{c} {t} {e}", **arguments)
        case("Select", f"{c} {t} {e}", **arguments)
    case("Select", "rows by a vector", condition=values("bool", (3,)), t=values("float32", (3, 2, 2)), e=values("float32", (3, 2, 2), seed=1))
    case("Select", "a long vector", condition=values("bool", (4,)), t=values("float32", (3, 2)), e=values("float32", (3, 2)))
    for shape in [(), (0,), (3, 0), (5,), (2, 2, 2), (1, 1)]:
        case("Where", f"shape {shape}", input=values("bool", shape))
    case("Where", "true scalar", input=boolean(True))
    for dtype in ["float32", "float64", "float16", "bfloat16"]:
        case("Where", f"signs and specials of {dtype}", input=array(dtype, [0.0, -0.0, NAN, INFINITY, 1e-7, -1]))
    case("Where", "parts of complex", input=np.array([0, 1, 1j, -0.0], np.complex64))
    case("Where", "beyond 32 bits", input=i64([2**40, 0, 2**32]))
