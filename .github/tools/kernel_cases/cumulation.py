import numpy as np
from kernel_values import INFINITY, NAN, array, f32, i32, i64, implemented, registered, values


def cases(case):
    case = implemented(case)
    for op in ["Cumsum", "Cumprod"]:
        for dtype in registered(op):
            case(op, dtype, x=values(dtype, (2, 3), step=2), axis=i32(1))
    for dtype in registered("CumulativeLogsumexp"):
        case("CumulativeLogsumexp", dtype, ulps=4, x=values(dtype, (2, 3)), axis=i32(1))
    for op in ["Cumsum", "Cumprod", "CumulativeLogsumexp"]:
        for exclusive in [False, True]:
            for reverse in [False, True]:
                for shape, axis in [((4,), 0), ((2, 3), 0), ((2, 2, 2), 1), ((2, 3), -1)]:
                    name = f"{shape} along {axis} exclusive {exclusive} reverse {reverse}"
                    case(op, name, ulps=4, x=values("float32", shape), axis=i64(axis), exclusive=exclusive, reverse=reverse)
        for name, numbers in [
            ("nan", [1, NAN, 2]), ("infinities", [INFINITY, -INFINITY, 1]), ("low", [-INFINITY, -INFINITY, 3]), ("high", [INFINITY, INFINITY]),
            ("nothing", []), ("tenths", [0.1] * 9),
        ]:
            for exclusive in [False, True]:
                case(op, f"{name} exclusive {exclusive}", x=f32(numbers), axis=i32(0), exclusive=exclusive)
        case(op, "no rows", x=f32(np.zeros((0, 3))), axis=i32(1))
        case(op, "an axis that is not there", x=f32([1]), axis=i32(1))
        case(op, "a scalar", x=f32(1), axis=i32(0))
        case(op, "far apart", ulps=4, x=f32([100, -100, 100.5, 99]), axis=i32(0))
    for dtype in ["complex64", "complex128"]:
        for op in ["Cumsum", "Cumprod"]:
            case(op, f"exclusive {dtype}", ulps=8, x=values(dtype, (3,)), axis=i32(0), exclusive=True)
    case("Cumsum", "int8 wraps", x=array("int8", [100, 100, 100]), axis=i32(0))
    case("Cumsum", "uint64 wraps", x=array("uint64", [2**63, 2**63, 5]), axis=i32(0))
    case("Cumprod", "int32 wraps", x=i32([2**20, 2**20, 3]), axis=i32(0))
    case("Cumprod", "uint32 wraps", x=array("uint32", [2**31, 3, 3]), axis=i32(0))
    counts(case)


def counts(case):
    for dtype in ["int32", "int64", "float32", "float64"]:
        weights = values(dtype, (4,))
        case("Bincount", dtype, arr=i32([1, 1, 5, 0]), size=i32(3), weights=weights)
        case("Bincount", f"ones of {dtype}", arr=i32([1, 1, 5, 0]), size=i32(3), weights=weights[:0])
        case("DenseBincount", dtype, input=i32([1, 1, 5, 0]), size=i32(3), weights=weights)
        case("DenseBincount", f"rows of {dtype}", input=i64([[1, 1], [5, 0]]), size=i64(3), weights=weights.reshape(2, 2))
        case("DenseBincount", f"ones of {dtype}", input=i64([[1, 1], [5, 0]]), size=i64(3), weights=weights[:0])
    none = f32([])
    for name, numbers, size, weights in [
        ("negative", [1, -1], 3, none), ("negative size", [1], -3, none), ("uneven", [1, 1], 3, f32([1])), ("rows", [[1, 1]], 3, none),
        ("nothing", [], 3, none), ("no room", [1], 0, none), ("a scalar", 1, 3, none), ("three axes", [[[1]]], 3, none),
    ]:
        case("Bincount", name, arr=i32(numbers), size=i32(size), weights=weights)
        for binary in [False, True]:
            case("DenseBincount", f"{name} binary {binary}", input=i32(numbers), size=i32(size), weights=weights, binary_output=binary)
    case("DenseBincount", "beyond 32 bits", input=i64([2**40, 1]), size=i64(3), weights=none)
    case("DenseBincount", "binary with weights", input=i64([[1, 1], [0, 7]]), size=i64(3), weights=f32([[1, 2], [3, 4]]), binary_output=True)
    case("DenseBincount", "no rows", input=i64(np.zeros((0, 2))), size=i64(2), weights=none)
