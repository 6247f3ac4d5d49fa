import numpy as np
from kernel_values import i32, i64, registered, values


def cases(case):
    arguments = {
        "Transpose": lambda dtype: {"x": values(dtype, (2, 3)), "perm": i32([1, 0])},
        "ConjugateTranspose": lambda dtype: {"x": values(dtype, (2, 2, 2)), "perm": i32([0, 2, 1])},
        "SpaceToBatchND": lambda dtype: {
            "input": values(dtype, (1, 4, 2)), "block_shape": i32([2]), "paddings": i32([[1, 1]]),
        },
        "BatchToSpaceND": lambda dtype: {
            "input": values(dtype, (2, 3, 1)), "block_shape": i32([2]), "crops": i32([[1, 0]]),
        },
        "SpaceToDepth": lambda dtype: {"input": values(dtype, (1, 2, 4, 1)), "block_size": 2},
        "DepthToSpace": lambda dtype: {"input": values(dtype, (1, 1, 2, 4)), "block_size": 2},
    }
    for op, of in arguments.items():
        for dtype in registered(op):
            case(op, dtype, **of(dtype))
    for shape, order in [
        ((), []), ((4,), [0]), ((2, 3, 4), [2, 0, 1]), ((2, 3, 4), [1, 2, 0]), ((2, 3, 4), [0, 1, 2]),
        ((2, 3, 4), [-1, 0, 1]), ((1, 3, 1, 2), [3, 2, 1, 0]), ((0, 3), [1, 0]), ((2, 3), [0, 0]), ((2, 3), [0]),
        ((2, 3), [0, 2]), ((2, 2, 2, 2, 2), [4, 1, 3, 0, 2]), ((2, 3, 4, 2), [0, 2, 1, 3]), ((2, 2, 3, 1, 2), [1, 0, 3, 2, 4]),
    ]:
        case("Transpose", f"{shape} by {order}", x=values("float32", shape), perm=i32(order).reshape(-1))
    case("Transpose", "larger than a tile", x=np.arange(70 * 35, dtype=np.uint8).reshape(35, 70), perm=i64([1, 0]))
    case("Transpose", "runs longer than a loop", x=np.arange(600, dtype=np.uint8).reshape(2, 5, 60), perm=i64([1, 0, 2]))
    blocks(case)


def blocks(case):
    x = values("float32", (2, 4, 6, 3))
    for block, ends in [
        ([2, 2], [[0, 0], [0, 0]]), ([2, 3], [[1, 1], [0, 0]]), ([1, 2], [[0, 0], [1, 1]]), ([3, 2], [[1, 1], [2, 0]]),
        ([2], [[0, 0]]), ([3, 2], [[0, 0], [0, 0]]), ([2, 2], [[0, -1], [0, 0]]), ([0, 1], [[0, 0], [0, 0]]),
        ([2, 2, 3], [[0, 0], [0, 0], [0, 0]]), ([1, 1], [[0, 0], [0, 0]]),
    ]:
        case("SpaceToBatchND", f"blocks {block} ends {ends}", input=x, block_shape=i32(block), paddings=i32(ends))
    case("SpaceToBatchND", "sizes of int64", input=x, block_shape=i64([2]), paddings=i64([[1, 1]]))
    case("SpaceToBatchND", "nothing", input=x[:0], block_shape=i64([2]), paddings=i64([[0, 0]]))
    case("SpaceToBatch", "images", input=x, paddings=i32([[1, 1], [0, 2]]), block_size=2)
    y = values("float32", (12, 2, 1, 2))
    for block, ends in [
        ([2, 2], [[0, 0], [0, 0]]), ([2, 3], [[1, 1], [0, 0]]), ([3, 2], [[0, 2], [1, 0]]), ([12], [[3, 20]]),
        ([5], [[0, 0]]), ([2], [[3, 2]]), ([2, 2], [[4, 0], [1, 1]]), ([2], [[-1, 0]]), ([2, 3, 2], [[0, 1], [1, 1], [0, 0]]),
    ]:
        case("BatchToSpaceND", f"blocks {block} ends {ends}", input=y, block_shape=i32(block), crops=i32(ends))
    case("BatchToSpace", "images", input=y, crops=i32([[1, 1], [0, 1]]), block_size=2)
    for shape, block in [((2, 4, 6, 3), 2), ((1, 3, 3, 2), 3), ((1, 3, 4, 2), 2), ((0, 2, 2, 1), 2), ((2, 2, 2), 2)]:
        case("SpaceToDepth", f"{shape} by {block}", input=values("float32", shape), block_size=block)
    for shape, block in [((2, 2, 3, 8), 2), ((1, 2, 1, 9), 3), ((1, 2, 2, 6), 2), ((0, 2, 2, 4), 2)]:
        case("DepthToSpace", f"{shape} by {block}", input=values("float32", shape), block_size=block)
