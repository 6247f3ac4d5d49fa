import numpy as np
from kernel_values import EVERY, f32, i32, i64, values


def cases(case):
    for dtype in EVERY:
        case("GatherV2", dtype, params=values(dtype, (3, 2)), indices=i32([2, 0]), axis=i32(0))
        case("Gather", dtype, params=values(dtype, (3,)), indices=i64([2, 0]))
        case("GatherNd", dtype, params=values(dtype, (2, 2)), indices=i64([[1, 0], [0, 1]]))
    x = values("float32", (2, 3, 4))
    for axis, batch, indices in [
        (0, 0, 1), (1, 0, [[0, 2], [1, 1]]), (2, 0, [3]), (-1, 0, [0, 1]), (-3, 0, [1, 1, 0]), (1, 1, [[0], [2]]), (2, 1, [[0, 3], [2, 1]]),
        (2, 2, [[0, 1, 2], [3, 2, 1]]), (2, -1, [[0, 1, 2], [3, 2, 1]]), (2, 2, [[[0, 1]] * 3] * 2), (0, 0, [2]), (0, 0, [-1]),
        (3, 0, [0]), (1, 2, [[0, 1, 2], [0, 0, 0]]), (1, 1, [[0], [1], [0]]), (0, 0, []),
    ]:
        name = f"axis {axis} batch {batch} {indices}"
        case("GatherV2", name, params=x, indices=i64(indices), axis=i32(axis), batch_dims=batch)
    case("GatherV2", "indices of int16", params=x, indices=np.array([1, 0], np.int16), axis=i64(1))
    case("GatherV2", "from nothing", params=x[:0], indices=i32([]), axis=i32(0))
    case("GatherV2", "from nothing along another axis", params=x[:0], indices=i32([1]), axis=i32(1))
    case("GatherV2", "one of nothing", params=x[:0], indices=i32([0]), axis=i32(0))
    case("GatherV2", "beyond 32 bits", params=x, indices=i64([2**32]), axis=i32(0))
    case("GatherV2", "of a scalar", params=f32(1), indices=i64([0]), axis=i32(0))
    case("GatherV2", "long rows", params=np.arange(200, dtype=np.uint8).reshape(2, 100), indices=i64([1]), axis=i32(0))
    for indices in [
        [[0], [1]], [[1, 2]], [[0, 1, 2], [1, 2, 3]], [1, 0], [[2]], [[-1]], [[0, 0, 0, 0]], [[[0, 0]], [[1, 1]]], np.zeros((2, 0)),
        np.zeros((0, 2)),
    ]:
        case("GatherNd", str(np.shape(indices)) + str(np.ravel(indices).tolist()), params=x, indices=i64(indices))
    case("GatherNd", "bad indices ignored", params=x, indices=i32([[5], [1], [-1]]), bad_indices_policy="IGNORE")
    case("GatherNd", "indices of int16", params=x, indices=np.array([[1, 1]], np.int16))
