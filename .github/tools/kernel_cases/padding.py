import numpy as np
from kernel_values import i32, i64, implemented, registered, values


def cases(case):
    case = implemented(case)
    arguments = {
        "Tile": lambda dtype: {"input": values(dtype, (2, 2)), "multiples": i32([1, 2])},
        "BroadcastTo": lambda dtype: {"input": values(dtype, (2, 1)), "shape": i32([2, 2])},
        "Pad": lambda dtype: {"input": values(dtype, (2,)), "paddings": i32([[1, 1]])},
        "PadV2": lambda dtype: {
            "input": values(dtype, (2,)), "paddings": i32([[1, 1]]), "constant_values": values(dtype, (), seed=3),
        },
        "MirrorPad": lambda dtype: {"input": values(dtype, (3,)), "paddings": i32([[2, 1]]), "mode": "REFLECT"},
        "ReverseV2": lambda dtype: {"tensor": values(dtype, (3, 2)), "axis": i32([0])},
        "Reverse": lambda dtype: {"tensor": values(dtype, (3, 2)), "dims": np.array([False, True])},
        "ReverseSequence": lambda dtype: {"input": values(dtype, (2, 3)), "seq_lengths": i32([2, 3]), "seq_dim": 1},
        "Roll": lambda dtype: {"input": values(dtype, (3,)), "shift": i32(1), "axis": i32(0)},
    }
    for op, of in arguments.items():
        for dtype in registered(op):
            case(op, dtype, **of(dtype))
    tile(case)
    pad(case)
    reverse(case)


def tile(case):
    for shape, multiples in [
        ((), []), ((2, 3), [2, 3]), ((2, 3), [1, 1]), ((2, 3), [0, 2]), ((0, 3), [2, 2]), ((1, 3), [4, 1]), ((2,), [-1]),
        ((2, 1, 2), [1, 3, 2]), ((2, 3), [2]), ((2, 2, 1, 2), [2, 1, 2, 1]),
    ]:
        case("Tile", f"{shape} by {multiples}", input=values("float32", shape), multiples=i64(multiples).reshape(-1))
    for shape, to in [
        ((), [2, 2]), ((3,), [2, 3]), ((2, 1), [2, 3]), ((1, 1), [3, 2]), ((2, 1, 3), [4, 2, 2, 3]), ((1,), [0]), ((3,), [2]),
        ((2, 3), [3]), ((), []), ((0, 1), [0, 4]), ((1, 3), [1, 3]), ((2,), [2, 1]),
    ]:
        case("BroadcastTo", f"{shape} to {to}", input=values("float32", shape), shape=i32(to).reshape(-1))


def pad(case):
    for shape, ends in [
        ((2, 3), [[1, 0], [0, 2]]), ((2, 3), [[0, 0], [0, 0]]), ((0, 2), [[1, 1], [1, 0]]), ((), []), ((2,), [[-1, 0]]),
        ((2, 2, 2), [[0, 1], [1, 0], [2, 2]]), ((1, 2, 2, 1), [[0, 0], [1, 1], [1, 1], [0, 0]]), ((2,), [[1, 1], [0, 0]]),
    ]:
        paddings = i32(ends).reshape(-1, 2)
        case("Pad", f"{shape} by {ends}", input=values("float32", shape), paddings=paddings)
        case("PadV2", f"{shape} by {ends}", input=values("float32", shape), paddings=paddings, constant_values=np.float32(7))
    for mode in ["REFLECT", "SYMMETRIC"]:
        for shape, ends in [
            ((3, 4), [[1, 2], [3, 0]]), ((3, 4), [[0, 0], [1, 1]]), ((3,), [[3, 3]]), ((3,), [[2, 2]]), ((3,), [[4, 0]]),
            ((2, 2, 3), [[1, 1], [0, 1], [2, 1]]), ((1, 2), [[1, 0], [0, 0]]), ((1, 2), [[0, 0], [1, 1]]), ((2,), [[-1, 0]]), ((), []),
        ]:
            paddings = i64(ends).reshape(-1, 2)
            case("MirrorPad", f"{mode} {shape} by {ends}", input=values("float32", shape), paddings=paddings, mode=mode)


def reverse(case):
    x = values("float32", (2, 3, 4))
    for axes in [[], [0], [1, 2], [-1], [-3, 2], [0, 1, 2], [0, 0], [3], [0, -3]]:
        case("ReverseV2", f"axes {axes}", tensor=x, axis=i64(axes).reshape(-1))
    case("ReverseV2", "nothing", tensor=x[:0], axis=i32([0, 1]))
    case("ReverseV2", "a scalar", tensor=np.float32(3), axis=i32([]))
    case("Reverse", "two axes", tensor=x, dims=np.array([True, False, True]))
    case("Reverse", "too few", tensor=x, dims=np.array([True, False]))
    for batch, along, lengths in [
        (0, 1, [2, 3]), (1, 0, [2, 0, 1]), (0, 2, [4, 1]), (2, 1, [3, 2, 1, 0]), (0, 1, [4, 1]), (0, 1, [2]), (1, 1, [1, 1, 1]),
        (0, 1, [-1, 1]), (0, -1, [4, 3]),
    ]:
        case("ReverseSequence", f"{lengths} along {along} of {batch}", input=x, seq_lengths=i64(lengths), seq_dim=along, batch_dim=batch)
    for shift, axis in [
        (0, 0), (1, 1), (-1, 2), (5, 0), (7, -1), ([1, 1], [0, 1]), ([1, 2], [1, 1]), ([-5, 3], [2, 1]), ([1, -1, 2], [0, 1, 2]),
        (1, 3), ([1, 2], [0]),
    ]:
        case("Roll", f"{shift} along {axis}", input=x, shift=i32(shift), axis=i64(axis))
    case("Roll", "nothing", input=x[:0], shift=i32(1), axis=i32(0))
    case("Roll", "a scalar", input=np.float32(3), shift=i32(1), axis=i32(0))
