from kernel_values import EVERY, array, i32, i64, values


def cases(case):
    for dtype in EVERY:
        x = values(dtype, (2, 1, 3))
        case("Reshape", f"{dtype} with -1", tensor=x, shape=i32([3, -1]))
        case("Shape", dtype, input=x)
        case("Squeeze", dtype, input=x)
        case("ExpandDims", dtype, input=x, dim=i32(-1))
    numbers = values("float32", (2, 3))
    for name, out in [("int32", "int32"), ("int64", "int64")]:
        case("Shape", f"as {name}", input=numbers, out_type=out)
        case("Size", f"as {name}", input=numbers, out_type=out)
        case("ShapeN", f"as {name}", input=(numbers, numbers[0]), out_type=out)
    for shape in [(), (0,), (2, 0, 3), (1, 1)]:
        case("Shape", f"of {shape}", input=values("int64", shape))
        case("Size", f"of {shape}", input=values("int64", shape))
        case("Rank", f"of {shape}", input=values("int64", shape))
    reshape(case)
    squeeze(case)
    arithmetic(case)


def reshape(case):
    for start, to in [
        ((), [1, 1]), ((1,), []), ((2, 3), [6]), ((2, 3), [-1]), ((0, 3), [0, 5]), ((0, 3), [-1, 2]), ((4,), [2, 3]),
        ((4,), [-1, -1]), ((4,), [-1, 3]), ((0,), [0, -1]), ((4,), [4, -2]), ((2, 2), [-1, 1, 4]), ((4,), [0, -1]),
    ]:
        case("Reshape", f"{start} to {to}", tensor=values("float32", start), shape=i32(to).reshape(-1))
    case("Reshape", "a shape of int64", tensor=values("float32", (6,)), shape=i64([3, 2]))


def squeeze(case):
    x = values("float32", (1, 2, 1, 3, 1))
    for axes in [[0], [-1], [2, 0], [-3, 4], [1], [5], [0, 0]]:
        case("Squeeze", f"axes {axes}", input=x, squeeze_dims=axes)
    case("Squeeze", "nothing to squeeze", input=values("float32", (2, 3)))
    for axis in [0, 1, 2, -1, -3, 3, -4]:
        case("ExpandDims", f"at {axis}", input=values("float32", (2, 3)), dim=i32(axis))
    case("ExpandDims", "an axis in a vector", input=values("float32", (2, 3)), dim=i64([1]))
    case("ExpandDims", "a scalar", input=values("float32", ()), dim=i64(0))


def arithmetic(case):
    for a, b in [
        ([2, 3], [3]), ([2, 1], [2, 3]), ([], [2]), ([1, 1], [1, 1]), ([2, 1, 3], [1, 4, 1]), ([1], [1, 1, 1]),
        ([0], [1]), ([2], [3]), ([5, 1], [1]), ([1, 3], [1, 3]),
    ]:
        for op in ["BroadcastArgs", "BroadcastGradientArgs"]:
            case(op, f"{a} and {b}", s0=array("int32", a), s1=array("int32", b))
    case("BroadcastArgs", "int64", s0=i64([4, 1]), s1=i64([1, 7]))
    case("BroadcastGradientArgs", "int64", s0=i64([4, 1]), s1=i64([1, 7]))
    for axis in [0, 1, -1, 3]:
        shape = (i32([2, 3, 4]), i32([2, 5, 4]), i32([2, 0, 4]))
        case("ConcatOffset", f"axis {axis}", concat_dim=i32(axis), shape=shape)
