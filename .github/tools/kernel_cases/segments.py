import numpy as np
from kernel_values import INFINITY, NAN, array, f32, i32, i64, registered, values

SORTED = ["SegmentSum", "SegmentMean", "SegmentMax", "SegmentMin", "SegmentProd"]
UNSORTED = ["UnsortedSegmentSum", "UnsortedSegmentMax", "UnsortedSegmentMin", "UnsortedSegmentProd"]


def cases(case):
    for op in SORTED:
        for dtype in registered(op):
            case(op, dtype, ulps=8, data=values(dtype, (4, 2), step=2), segment_ids=i32([0, 0, 2, 2]))
        for name, data, ids in [
            ("gaps", (4,), [0, 0, 2, 4]), ("unsorted", (3,), [0, 1, 0]), ("negative", (2,), [-1, 1]), ("nothing", (0, 2), []), ("uneven", (3,), [0, 1]),
            ("ids in two axes", (1, 2), [[0, 1]]), ("empty rows", (2, 0), [0, 1]), ("later start", (2,), [1, 2]), ("three axes", (3, 2, 2), [0, 1, 1]),
        ]:
            case(op, name, data=values("float32", data), segment_ids=i64(ids))
        case(op, "nan alone", data=f32([1, 2, NAN, 4]), segment_ids=i32([0, 0, 1, 2]))
        case(op, "integers wrap", data=array("int8", [100, 100, 100]), segment_ids=i32([0, 0, 0]))
        case(op, "a scalar", data=f32(1), segment_ids=i32(0))
    case("SegmentMean", "integers toward zero", data=i32([-7, -4]), segment_ids=i32([0, 0]))
    case("SegmentMean", "beyond 53 bits", data=i64([2**60 + 1, 2**60 + 3]), segment_ids=i32([0, 0]))
    for op in UNSORTED:
        for dtype in registered(op):
            case(op, dtype, ulps=8, data=values(dtype, (4, 2), step=2), segment_ids=i32([2, 0, 2, -1]), num_segments=i32(4))
        for name, data, ids, count in [
            ("out of range", (2,), [0, 6], 6), ("two axes", (2, 2), [[0, 1], [1, 0]], 2), ("rows", (2, 2), [1, 1], 2), ("nothing", (0, 2), [], 2),
            ("negative count", (1,), [0], -1), ("no segments", (1,), [-1], 0), ("uneven", (2,), [0], 2), ("a scalar", (2,), 1, 2),
            ("inner axes", (2, 1, 3), [[1], [1]], 3), ("empty rows", (2, 0), [0, 1], 2), ("all dropped", (2,), [-1, -5], 2),
        ]:
            case(op, name, data=values("float32", data), segment_ids=i64(ids), num_segments=i64(count))
        for name, numbers in [("nan", [NAN, 1, 2]), ("nan within", [1, NAN, 2]), ("nan last", [1, 2, NAN]), ("infinities", [INFINITY, -INFINITY, 1])]:
            case(op, name, data=f32(numbers), segment_ids=i32([0, 0, 0]), num_segments=i32(1))
