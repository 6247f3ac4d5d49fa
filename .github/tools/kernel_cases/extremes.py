import numpy as np
from kernel_values import INFINITY, NAN, f32, i32, i64, registered, values


def cases(case):
    for op in ["ArgMax", "ArgMin"]:
        for dtype in registered(op):
            case(op, dtype, input=values(dtype, (2, 4)), dimension=i32(1))
        for output in registered(op, "output_type"):
            if output in ["int16", "uint16", "int32", "int64"]:
                case(op, f"as {output}", input=values("float32", (3, 2)), dimension=i64(0), output_type=output)
        for name, numbers in [
            ("nan", [1, NAN, 2]), ("nan first", [NAN, 1, 2]), ("only nan", [NAN, NAN]), ("equals", [3, 3, 1, 3, 1]), ("infinities", [-INFINITY, INFINITY]),
            ("worse than the worst", [-INFINITY, -3.4028235e38]), ("better than the best", [INFINITY, 3.4028235e38]), ("nothing", []),
        ]:
            case(op, name, input=f32(numbers), dimension=i32(0))
        x = values("int32", (2, 3, 4))
        for axis in [0, 1, 2, -1, -3, 3]:
            case(op, f"axis {axis}", input=x, dimension=i32(axis))
        case(op, "no rows", input=f32(np.zeros((0, 2))), dimension=i32(1))
        case(op, "a scalar", input=f32(1), dimension=i32(0))
        case(op, "beyond 53 bits", input=i64([2**60, 2**60 + 1, 2**60 - 1]), dimension=i32(0))
