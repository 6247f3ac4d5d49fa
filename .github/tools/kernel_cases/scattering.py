import numpy as np
from kernel_values import INFINITY, NAN, array, f32, i32, i64, implemented, registered, values

IN_PLACE = ["TensorScatterUpdate", "TensorScatterAdd", "TensorScatterSub", "TensorScatterMin", "TensorScatterMax"]


def cases(case):
    case = implemented(case)
    for dtype in registered("ScatterNd"):
        case("ScatterNd", dtype, indices=i32([[2], [0], [2]]), updates=values(dtype, (3, 2)), shape=i32([4, 2]))
    for op in IN_PLACE:
        for dtype in registered(op):
            case(op, dtype, tensor=values(dtype, (3, 2)), indices=i64([[2], [0]]), updates=values(dtype, (2, 2), seed=1))
    for dtype in registered("ScatterNdNonAliasingAdd"):
        case("ScatterNdNonAliasingAdd", dtype, input=values(dtype, (4,)), indices=i32([[1], [3]]), updates=values(dtype, (2,)))
    for indices, updates, shape in [
        ([[0]], (1,), [0]), ([[0, 1], [1, 1]], (2,), [2, 3]), ([[[0]], [[1]]], (2, 1, 3), [2, 3]), ([[0], [5]], (2,), [3]),
        ([[-1]], (1,), [3]), ([[0]], (2,), [3]), (np.zeros((0, 1)), (0,), [3]), ([[1]], (1,), [-3]), ([1], (), [3]),
        ([[0, 0, 0]], (1,), [1, 1, 1]), ([[1, 0, 1]], (1,), [2, 2]), ([[0], [0], [0], [1]], (4,), [2]), ([1], (2,), [3, 2]),
    ]:
        name = f"{np.shape(indices)}{np.ravel(indices).tolist()} {updates} {shape}"
        case("ScatterNd", name, indices=i32(indices), updates=values("float32", updates), shape=i32(shape))
        if min(shape) >= 0:
            for op in IN_PLACE:
                case(op, name, tensor=values("float32", shape), indices=i64(indices), updates=values("float32", updates, seed=2))
    case("ScatterNd", "bad indices ignored", indices=i64([[5], [1]]), updates=f32([1, 2]), shape=i64([3]), bad_indices_policy="IGNORE")
    case("TensorScatterUpdate", "the last one stays", tensor=f32([1, 2]), indices=i64([[1], [1]]), updates=f32([8, 9]))
    case("TensorScatterUpdate", "strings twice", tensor=values("string", (2,)), indices=i64([[1], [1]]), updates=values("string", (2,)))
    for op in ["TensorScatterMin", "TensorScatterMax"]:
        x, updates = f32([1, NAN, -INFINITY, 3]), f32([NAN, 5, 2, INFINITY])
        case(op, "specials one by one", tensor=x, indices=i64([[0], [1], [2], [3]]), updates=updates)
    for dtype in ["float16", "bfloat16", "int8", "int64", "uint64"]:
        for op in ["TensorScatterAdd", "TensorScatterSub"]:
            arguments = {"tensor": values(dtype, (2,)), "indices": i64([[1], [1], [0]]), "updates": values(dtype, (3,), seed=4)}
            case(op, f"more than once {dtype}", **arguments)
