import numpy as np
from kernel_values import EVERY, NAN, array, f32, i32, i64, implemented, registered, values


def cases(case):
    case = implemented(case)
    for dtype in EVERY:
        case("DynamicPartition", dtype, data=values(dtype, (3, 2)), partitions=i32([1, 0, 1]), num_partitions=2)
        case("DynamicStitch", dtype, indices=(i32([2, 0]), i32([1])), data=(values(dtype, (2, 2)), values(dtype, (1, 2))))
    case("ParallelDynamicStitch", "two", indices=(i32([2, 0]), i32([1])), data=(values("float32", (2,)), values("float32", (1,))))
    for name, data, partitions, count in [
        ("elements of a matrix", (2, 2), [[0, 1], [1, 1]], 2), ("an empty part", (3,), [0, 2, 0], 4), ("nothing", (0, 2), [], 2), ("outside", (2,), [0, 2], 2), ("negative", (1,), [-1], 1),
        ("uneven", (3,), [0, 1], 2), ("a scalar", (), 1, 2), ("empty rows", (2, 0), [0, 1], 2),
    ]:
        case("DynamicPartition", name, data=values("float32", data), partitions=i32(partitions), num_partitions=count)
    for name, indices, data in [
        ("gaps", ([0, 3],), ((2,),)), ("the last one wins", ([0, 1], [1, 0]), ((2,), (2,))), ("negative", ([-1],), ((1,),)), ("scalar and matrix", (1, [[0, 2]]), ((2,), (1, 2, 2))),
        ("nothing", ([],), ((0,),)), ("uneven rows", ([0], [1]), ((1, 2), (1, 3))), ("uneven", ([0, 1],), ((3,),)), ("nothing and something", ([], [0]), ((0, 2), (1, 2))),
    ]:
        case("DynamicStitch", name, indices=tuple(map(i32, indices)), data=tuple(values("float32", shape, seed=n) for n, shape in enumerate(data)))
    distances(case)
    casts(case)
    bags(case)


def distances(case):
    def distance(name, hypothesis, truth, shapes, normalize=True, dtype="int32"):
        parts = {}
        for side, lists, shape in [("hypothesis", hypothesis, shapes[0]), ("truth", truth, shapes[1])]:
            parts[f"{side}_indices"] = i64([index for index, _ in lists]).reshape(-1, len(shape))
            parts[f"{side}_values"] = array(dtype, [value for _, value in lists])
            parts[f"{side}_shape"] = i64(shape)
        case("EditDistance", name, **parts, normalize=normalize)

    def rows(*lists):
        return [((row, place), value) for row, list in enumerate(lists) for place, value in enumerate(list)]

    for normalize in [True, False]:
        distance(f"rows normalized {normalize}", rows([1, 2, 3], [4], [5, 6]), rows([1, 3], [4], [6, 5, 7]), ([3, 3], [3, 3]), normalize)
        distance(f"no truth normalized {normalize}", rows([1], [2]), rows([1, 3]), ([2, 1], [2, 2]), normalize)
        distance(f"no guess normalized {normalize}", rows([]), rows([1, 3], [2]), ([2, 1], [2, 2]), normalize)
    distance("nothing", [], [], ([2, 2], [2, 2]))
    distance("more truths", rows([1]), rows([1, 3], [], [4]), ([1, 1], [3, 2]))
    distance("three axes", [((0, 0, 1), 1), ((1, 1, 0), 2)], [((0, 0, 0), 1), ((1, 0, 0), 3)], ([2, 2, 2], [2, 2, 2]))
    distance("other ranks", [((0, 0, 0), 1)], [((0, 0), 1)], ([1, 1, 1], [1, 1]))
    distance("one axis", [((0,), 1)], [((0,), 1)], ([1], [1]))
    distance("outside", [((5, 0), 1)], [((0, 0), 1)], ([2, 1], [2, 2]))
    distance("words", rows([b"a", b"b"]), rows([b"a", b"c", b"b"]), ([1, 2], [1, 3]), dtype="string")
    distance("int64", rows([2**60, 1]), rows([2**60 + 1, 1]), ([1, 2], [1, 2]), dtype="int64")
    distance("floats", rows([0.0, NAN]), rows([-0.0, NAN]), ([1, 2], [1, 2]), dtype="float32")


def casts(case):
    for dtype, to in [
        ("float32", "int32"), ("float32", "uint8"), ("int64", "float64"), ("complex64", "float32"), ("complex64", "int64"), ("complex128", "complex64"), ("float16", "bfloat16"),
        ("int32", "int16"), ("int64", "uint32"), ("float64", "complex64"), ("int8", "uint8"),
    ]:
        case("Bitcast", f"{dtype} to {to}", input=values(dtype, (2,)), type=to)
    for dtype, shape, to in [("uint8", (2, 4), "float32"), ("uint8", (3,), "int32"), ("float32", (2,), "complex64"), ("uint8", (), "int16"), ("int16", (0, 2), "int32"), ("uint8", (8,), "int64")]:
        case("Bitcast", f"{shape} {dtype} to {to}", input=values(dtype, shape), type=to)
    for dtype in registered("Cross"):
        case("Cross", dtype, ulps=4, a=values(dtype, (2, 3)), b=values(dtype, (2, 3), seed=1))
    for a, b in [((3,), (3,)), ((2,), (2,)), ((3,), (1, 3)), ((0, 3), (0, 3)), ((), ()), ((2, 1, 3), (2, 1, 3))]:
        case("Cross", f"{a} {b}", a=values("float32", a), b=values("float32", b, seed=1))
    case("Cross", "full precision", a=values("float32", (4, 3), step=None), b=values("float32", (4, 3), seed=1, step=None))


def bags(case):
    for op in ["SparseSegmentSum", "SparseSegmentMean", "SparseSegmentSqrtN"]:
        for dtype in registered(op):
            case(op, dtype, ulps=4, data=values(dtype, (4, 2)), indices=i32([3, 0, 1]), segment_ids=i32([0, 0, 2]))
        x = values("float32", (3, 2))
        for name, indices, ids, count in [
            ("plain", [0, 1, 2, 0], [0, 0, 2, 2], 5), ("outside", [0, 3], [0, 0], 2), ("unsorted", [0, 1, 1], [0, 2, 1], 4), ("nothing", [], [], 2), ("uneven", [0, 1], [0], 2),
            ("too many", [0, 1], [0, 3], 2), ("negative", [0], [-1], 2),
        ]:
            case(op, name, ulps=4, data=x, indices=i32(indices), segment_ids=i64(ids))
            case(f"{op}WithNumSegments", name, ulps=4, data=x, indices=i64(indices), segment_ids=i32(ids), num_segments=i32(count))
        case(op, "three axes", ulps=4, data=values("float32", (2, 2, 2)), indices=i32([0, 1]), segment_ids=i32([0, 0]))
        case(op, "a scalar", data=f32(1), indices=i32([0]), segment_ids=i32([0]))
