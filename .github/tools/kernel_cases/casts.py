"""Every number type into every other."""

import ml_dtypes
import numpy as np

FLOATS = ["float16", "bfloat16", "float32", "float64"]
INTEGERS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
ALL = FLOATS + INTEGERS + ["bool", "complex64", "complex128"]
inf, nan = np.inf, np.nan


def array(dtype, values):
    return np.array(values, dtype=getattr(ml_dtypes, dtype, dtype))


def values(dtype):
    if dtype in FLOATS:
        return [0.0, -0.0, 0.4, 0.5, 0.6, 1.5, 2.5, -0.5, -1.5, -2.9, 100.3, 127.5, -100.7]
    if dtype == "bool":
        return [True, False]
    if dtype.startswith("complex"):
        return [0, 1 + 2j, -3.7 + 0j, 2j]
    edge = np.iinfo(dtype)
    return [edge.min, 0, 1, 2, 77, edge.max - 1, edge.max]


def cases(case):
    for source in ALL:
        for target in ALL:
            if source == target:
                continue
            # A negative float has no unsigned value; what the processor makes of it depends on its vector units.
            x = values(source)
            if target.startswith("uint") and (source in FLOATS or source.startswith("complex")):
                x = [each for each in x if complex(each).real > -1]
            case("Cast", f"{source} to {target}", x=array(source, x), DstT=ml(target))
    for target in ("int32", "int64"):
        for source in FLOATS:
            case("Cast", f"{source} that {target} cannot hold", x=array(source, [nan, inf, -inf, 3e38, -3e38]), DstT=ml(target))
    case("Cast", "int64 just above halfway to float32", x=np.array([2**60 + 2**36 + 1, -(2**60 + 2**36 + 1)]), DstT=np.float32)
    case("Cast", "float32 to float16 past its range", x=array("float32", [65519, 65520, 1e-8, 6e-8, 5.9e-5]), DstT=np.float16)
    case("Cast", "truncated to bfloat16", x=array("float32", [1.00390625, 1.01171875, -1.01]), DstT=ml("bfloat16"), Truncate=True)
    case("Cast", "truncated to float16", x=array("float32", [1.0009, 1.0008, -1.01]), DstT=np.float16, Truncate=True)


def ml(dtype):
    return np.dtype(getattr(ml_dtypes, dtype, dtype))
