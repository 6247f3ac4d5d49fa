import numpy as np
from kernel_values import EVERY, i32, i64, values


def cases(case):
    for dtype in EVERY:
        a, b = values(dtype, (2, 2)), values(dtype, (2, 1), seed=1)
        case("ConcatV2", dtype, values=(a, b), axis=i32(-1))
        case("Pack", dtype, values=(a, a[::-1].copy()), axis=1)
        case("Split", dtype, split_dim=i32(1), value=a, num_split=2)
        case("SplitV", dtype, value=values(dtype, (5,)), size_splits=i32([3, -1]), split_dim=i32(0), num_split=2)
        case("Unpack", dtype, value=a, num=2, axis=-1)
    x = values("float32", (2, 3, 2))
    for axis in [0, 1, 2, -1, -3, 3]:
        case("ConcatV2", f"axis {axis}", values=(x, x + 1), axis=i64(axis))
        case("Concat", f"axis {axis}", values=(x, x + 1), concat_dim=i32(axis))
        case("Pack", f"axis {axis}", values=(x, x + 1), axis=axis)
        case("Unpack", f"axis {axis}", value=x, num=3 if axis == 1 else 2, axis=axis)
    for a, b in [((0, 2), (3, 2)), ((2, 2), (0, 2)), ((0, 2), (0, 2)), ((2, 2), (2, 3)), ((2,), (2, 2)), ((), ()), ((0,), (2, 2))]:
        case("ConcatV2", f"{a} and {b}", values=(values("int32", a), values("int32", b)), axis=i32(0))
    for a, b in [((), ()), ((0,), (0,)), ((2,), (3,))]:
        case("Pack", f"{a} and {b}", values=(values("int32", a), values("int32", b)))
    case("ConcatV2", "many", values=tuple(values("int16", (2, n), seed=n) for n in range(9)), axis=i32(1))
    case("ConcatV2", "long runs", values=(np.zeros((2, 100), np.int8), np.ones((2, 60), np.int8)), axis=i32(1))
    split(case, x)


def split(case, x):
    for axis, count in [(0, 2), (1, 3), (-1, 1), (2, 2), (1, 2), (3, 1), (-4, 1)]:
        case("Split", f"axis {axis} into {count}", split_dim=i32(axis), value=x, num_split=count)
    for axis, sizes in [
        (0, [1, 1]), (1, [0, 3]), (1, [1, -1, 1]), (1, [2, 2]), (1, [-1, 4]), (-1, [2]), (1, [-1, -1]), (1, [0, 0, 3]),
        (5, [1, 1]), (1, [3, -1]),
    ]:
        case("SplitV", f"axis {axis} into {sizes}", value=x, size_splits=i64(sizes), split_dim=i32(axis), num_split=len(sizes))
    case("Split", "nothing", split_dim=i32(0), value=x[:0], num_split=2)
    case("Unpack", "nothing", value=x[:0], num=0)
    case("Unpack", "a vector", value=x[0, 0], num=2)
    case("Unpack", "the wrong count", value=x, num=3)
