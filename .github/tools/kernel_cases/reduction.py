import numpy as np
from kernel_values import INFINITY, NAN, array, f32, i32, i64, implemented, registered, values

OVER_AXES = ["Sum", "Mean", "Prod", "Max", "Min", "EuclideanNorm"]
SHAPES = [
    ((), []), ((3,), [0]), ((3,), []), ((2, 3, 4), [0]), ((2, 3, 4), [1]), ((2, 3, 4), [2]), ((2, 3, 4), [-1, 0]),
    ((2, 3, 4), [0, 1, 2]), ((2, 3, 4), [1, 2]), ((2, 1, 3, 1, 2), [1, 2]), ((2, 3, 2, 2), [1, 3]), ((0, 3), [0]), ((0, 3), [1]),
    ((2, 0, 2), [1]), ((1, 1), [0, 1]), ((2, 3), [0, 0]), ((2, 3), [2]), ((2, 3), [1, -1]),
]


def cases(case):
    case = implemented(case)
    for op in OVER_AXES:
        for dtype in registered(op):
            case(op, dtype, ulps=8, input=values(dtype, (2, 3), step=2), reduction_indices=i32([1]))
            if dtype in ["float32", "int64", "complex64", "uint32"]:
                case(op, f"columns of {dtype}", ulps=8, input=values(dtype, (3, 2), step=2), reduction_indices=i32([0]))
            case(op, f"nothing of {dtype}", input=values(dtype, (0,)), reduction_indices=i32([0]))
        for keep in [False, True]:
            for shape, axes in SHAPES if (op, keep) in [("Sum", False), ("Mean", True)] else SHAPES[4:8]:
                name = f"{shape} over {axes} keep {keep}"
                case(op, name, ulps=4, input=values("float32", shape, step=1), reduction_indices=i32(axes).reshape(-1), keep_dims=keep)
    for op in OVER_AXES:
        for name, special in [("nan", [1, NAN, 2]), ("infinities", [INFINITY, -INFINITY]), ("an infinity", [1, INFINITY])]:
            case(op, f"{name} in a row", input=f32([special]), reduction_indices=i64([1]))
            case(op, f"{name} in columns", input=f32([special, special]).T.copy(), reduction_indices=i64([0]))
    for op in ["All", "Any"]:
        for shape, axes in SHAPES:
            case(op, f"{shape} over {axes}", input=values("bool", shape), reduction_indices=i32(axes).reshape(-1))
        case(op, "of true", input=np.ones((2, 2), bool), reduction_indices=i32([0]), keep_dims=True)
    case("Sum", "a scalar axis", input=values("float32", (2, 3)), reduction_indices=i32(-1))
    case("Sum", "an axis of axes", input=values("float32", (2, 3)), reduction_indices=i32([[0, 1]]))
    totals(case)
    lengths(case)


def totals(case):
    for dtype, numbers in [
        ("int8", [100, 100, 57]), ("uint8", [200] * 30), ("int32", [2**31 - 1] * 3), ("uint32", [2**32 - 1] * 3), ("int64", [2**63 - 1] * 3),
        ("uint64", [2**63, 2**63 + 2]), ("int16", [-32768, -32768, 1]),
    ]:
        for op in ["Sum", "Mean", "Prod", "EuclideanNorm"]:
            case(op, f"{dtype} overflows", input=array(dtype, numbers), reduction_indices=i32([0]))
    for dtype in ["float16", "bfloat16"]:
        for op in ["Sum", "Mean"]:
            case(op, f"a long row of {dtype}", ulps=16, input=values(dtype, (300,), step=None), reduction_indices=i32([0]))
    case("Mean", "integers toward zero", input=i32([-7, -4]), reduction_indices=i32([0]))
    case("Mean", "float16 overflows", input=array("float16", [60000, 60000]), reduction_indices=i32([0]))
    case("Sum", "float16 beyond its own precision", input=array("float16", [2048] + [1] * 8), reduction_indices=i32([0]))
    case("Mean", "float32 overflows", input=f32([3e38, 3e38]), reduction_indices=i32([0]))
    long = values("float32", (400,), step=None)
    for op in ["Sum", "Mean"]:
        case(op, "a long row", ulps=8, input=long, reduction_indices=i32([0]))


def lengths(case):
    for dtype in registered("L2Loss"):
        case("L2Loss", dtype, ulps=4, t=values(dtype, (2, 3)))
    case("L2Loss", "nothing", t=f32([]))
    case("L2Loss", "a scalar", t=f32(3))
    case("EuclideanNorm", "float16 overflows", input=array("float16", [300, 300]), reduction_indices=i32([0]))
