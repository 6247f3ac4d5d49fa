import numpy as np
from kernel_values import INFINITY, NAN, array, f32, i32, i64, registered, values


def cases(case):
    for dtype in registered("Fill"):
        case("Fill", dtype, dims=i32([2, 2]), value=values(dtype, ()))
    for dtype in registered("ZerosLike"):
        case("ZerosLike", dtype, x=values(dtype, (2,)))
    for dtype in registered("OnesLike"):
        case("OnesLike", dtype, x=values(dtype, (2,)))
    for dtype in registered("OneHot"):
        on, off = values(dtype, (2,))
        case("OneHot", dtype, indices=i32([1, 0]), depth=i32(2), on_value=array(dtype, on), off_value=array(dtype, off))
    for dtype in registered("Range", "Tidx"):
        three = [array(dtype, value) for value in (1, 6, 2)]
        case("Range", dtype, start=three[0], limit=three[1], delta=three[2])
    for dims in [[], [0], [2, 0, 3], [1, 1], [-1], [2, 3, 1]]:
        case("Fill", str(dims), dims=i64(dims), value=f32(1.5))
    case("Fill", "with a vector", dims=i32([2]), value=f32([1]))
    case("Empty", "made zero", shape=i32([2, 2]), dtype="float32", init=True)
    case("Empty", "of strings", shape=i32([2]), dtype="string", init=True)
    for shape in [(), (0,), (2, 0), (1, 3)]:
        case("ZerosLike", f"shape {shape}", x=values("float32", shape))
        case("OnesLike", f"shape {shape}", x=values("float32", shape))
    one_hot(case)
    ranges(case)


def one_hot(case):
    indices = i32([[0, 2], [-1, 5], [1, 1]])
    for axis in [-1, 0, 1, 2, 3]:
        case("OneHot", f"axis {axis}", indices=indices, depth=i32(3), on_value=f32(5), off_value=f32(-1), axis=axis)
    for dtype in ["uint8", "int8", "int64"]:
        case("OneHot", f"indices of {dtype}", indices=array(dtype, [2, 0]), depth=i32(3), on_value=f32(1), off_value=f32(0))
    case("OneHot", "indices beyond 32 bits", indices=i64([2**32, 2**32 + 1, -(2**40)]), depth=i32(2), on_value=f32(1), off_value=f32(0))
    case("OneHot", "a scalar", indices=i64(1), depth=i32(3), on_value=f32(1), off_value=f32(0))
    case("OneHot", "no depth", indices=i64([1]), depth=i32(0), on_value=f32(1), off_value=f32(0))
    case("OneHot", "a negative depth", indices=i64([1]), depth=i32(-1), on_value=f32(1), off_value=f32(0))
    case("OneHot", "nothing", indices=i64([]), depth=i32(3), on_value=f32(1), off_value=f32(0))


def ranges(case):
    for start, limit, delta in [
        (0, 5, 1), (5, 0, -2), (5, 5, 1), (0, 10, 3), (0, 9, 3), (5, 1, 1), (1, 5, -1), (0, 5, 0), (-3, 3, 2), (3, 3, -1), (3, 3, 0),
    ]:
        case("Range", f"{start} {limit} {delta}", start=i32(start), limit=i32(limit), delta=i32(delta))
        case("Range", f"{start} {limit} {delta} of int64", start=i64(start), limit=i64(limit), delta=i64(delta))
        case("Range", f"{start} {limit} {delta} of floats", start=f32(start), limit=f32(limit), delta=f32(delta))
    for dtype in ["float32", "float64", "float16", "bfloat16"]:
        for start, limit, delta in [(0, 1, 0.1), (1.3, 9, 0.7), (-5, -6, -0.03)]:
            case("Range", f"{start} {limit} {delta} of {dtype}", start=array(dtype, start), limit=array(dtype, limit), delta=array(dtype, delta))
    case("Range", "beyond 53 bits", start=i64(2**60), limit=i64(2**60 + 5), delta=i64(2))
    case("Range", "endless", start=f32(0), limit=f32(INFINITY), delta=f32(1))
    case("Range", "to nowhere", start=f32(0), limit=f32(NAN), delta=f32(1))
    case("Range", "a vector", start=i32([0]), limit=i32(3), delta=i32(1))
    for dtype in registered("LinSpace"):
        for start, stop, num in [(0, 1, 7), (1.3, -4.1, 10), (2, 3, 1), (2, 3, 0), (-1, 1, 2), (5, 5, 3), (0, 1, -1)]:
            case("LinSpace", f"{num} from {start} to {stop} of {dtype}", start=array(dtype, start), stop=array(dtype, stop), num=i32(num))
    case("LinSpace", "a count of int64", start=f32(0), stop=f32(3), num=i64(4))
