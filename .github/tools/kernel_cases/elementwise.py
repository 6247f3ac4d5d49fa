"""Operators on each element, or on each pair of elements, for every type that they take."""

import ml_dtypes
import numpy as np

FLOATS = ["float16", "bfloat16", "float32", "float64"]
COMPLEX = ["complex64", "complex128"]
INTEGERS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
inf, nan = np.inf, np.nan
PLAIN = [-2.5, -1.5, -1.0, -0.5, -0.1, -0.0, 0.0, 1e-3, 0.1, 0.5, 0.9, 1.0, 1.5, 2.5, 3.7, 10.0]
EDGES = [nan, inf, -inf]


def array(dtype, values):
    return np.array(values, dtype=getattr(ml_dtypes, dtype, dtype))


def pairs(left, right):
    return [a for a in left for _ in right], [b for _ in left for b in right]


UNARY = {
    "Abs": PLAIN, "Neg": PLAIN, "Sign": PLAIN, "Square": PLAIN, "Reciprocal": PLAIN, "Inv": PLAIN, "Sqrt": PLAIN,
    "Rsqrt": PLAIN, "Exp": PLAIN + [80.0, -80.0, 700.0], "Expm1": PLAIN + [1e-6, -30.0], "Log": PLAIN,
    "Log1p": PLAIN + [1e-6], "Sin": PLAIN, "Cos": PLAIN, "Tan": PLAIN, "Asin": PLAIN, "Acos": PLAIN, "Atan": PLAIN,
    "Sinh": PLAIN, "Cosh": PLAIN, "Tanh": PLAIN + [20.0, -20.0, 1e-5], "Asinh": PLAIN, "Acosh": PLAIN, "Atanh": PLAIN,
    "Floor": PLAIN, "Ceil": PLAIN, "Round": PLAIN + [-3.5, 4.5], "Rint": PLAIN + [-3.5, 4.5], "IsNan": PLAIN,
    "IsInf": PLAIN, "IsFinite": PLAIN, "Relu": PLAIN, "Relu6": PLAIN, "LeakyRelu": PLAIN, "Elu": PLAIN, "Selu": PLAIN,
    "Sigmoid": PLAIN + [30.0, -30.0], "Softplus": PLAIN + [30.0, -30.0], "Softsign": PLAIN, "Erf": PLAIN + [1e-5, 5.0],
    "Erfc": PLAIN + [5.0], "Erfinv": PLAIN + [0.99, -0.999], "Ndtri": PLAIN + [0.99, 1e-5], "Lgamma": PLAIN + [50.0],
    "Digamma": PLAIN + [50.0],
}
# TensorFlow's own polynomials, in the type itself, are this far from the truth.
ROUGH = {"Erfinv": 40, "Ndtri": 16, "Digamma": 16, "Lgamma": 8, "Erfc": 64, "Elu": 4, "Selu": 4, "Asin": 4, "Acos": 4, "Atanh": 4}
NEAR_ZERO = {"Digamma", "Lgamma", "Erfinv", "Ndtri", "Elu", "Selu"}
NO_EDGES = {"Erfinv", "Ndtri", "Digamma", "Lgamma"}


def unary(case):
    for op, values in UNARY.items():
        for dtype in allowed(op):
            if dtype in FLOATS:
                ulps = ROUGH.get(op, 4 if dtype == "float64" else 2)
                # Near a zero of the function the difference counts, not its ratio.
                absolute = {"float64": 1e-12, "float32": 2e-6}.get(dtype, 0.02) if op in NEAR_ZERO else 1e-37
                case(op, dtype, ulps=ulps, absolute=absolute, **arguments(op, array(dtype, values)))
                if op not in NO_EDGES and (op, dtype) != ("Erf", "float64"):
                    case(op, f"{dtype} that are no numbers", **arguments(op, array(dtype, EDGES)))
            elif dtype in COMPLEX:
                z = [complex(a, b) for a in (-1.5, 0.3, 2.0) for b in (-0.7, 0.0, 1.2)]
                close = {"complex64": 1e-5, "complex128": 1e-13}[dtype]
                case(op, dtype, ulps=8, absolute=close, **arguments(op, array(dtype, z)))
            # On integers TensorFlow's kernel for Round answers 0; nothing that exports models reaches it.
            elif dtype in INTEGERS and op != "Round":
                edge = np.iinfo(dtype)
                case(op, dtype, **arguments(op, array(dtype, [edge.min, 0, 1, 2, 3, 7, 100, edge.max])))


def arguments(op, x):
    return {"features" if op in FEATURES else "y" if op.endswith("Grad") else "x": x}


def both(op, x, y):
    return {"x1": x, "x2": y} if op == "NextAfter" else {"x": x, "y": y} if op != "Atan2" else {"y": x, "x": y}


FEATURES = {"Relu", "Relu6", "LeakyRelu", "Elu", "Selu", "Softplus", "Softsign"}

BINARY = """Add AddV2 Sub Mul Div RealDiv TruncateDiv FloorDiv FloorMod Mod TruncateMod DivNoNan MulNoNan Xdivy Xlogy
Xlog1py Maximum Minimum Pow SquaredDifference Atan2 NextAfter BitwiseAnd BitwiseOr BitwiseXor LeftShift RightShift Equal
NotEqual Less LessEqual Greater GreaterEqual""".split()
SMALL = [-3.0, 3.0, -1.5, -0.0, 0.0, 0.3, 1.0, 2.5, 7.0]


def binary(case):
    for op in BINARY:
        for dtype in allowed(op):
            if dtype in FLOATS:
                x, y = pairs(SMALL, SMALL)
                case(op, dtype, ulps=4 if dtype == "float64" else 2, **both(op, array(dtype, x), array(dtype, y)))
                x, y = pairs(EDGES + [1.0, -1.0], EDGES + [0.0, 1.0])
                case(op, f"{dtype} that are no numbers", **both(op, array(dtype, x), array(dtype, y)))
            elif dtype in COMPLEX:
                z = [complex(a, b) for a in (-1.5, 0.3, 2.0) for b in (-0.7, 0.0, 1.2)]
                x, y = pairs(z, z)
                close = {"complex64": 2e-5, "complex128": 1e-13}[dtype]
                case(op, dtype, ulps=8, absolute=close, **both(op, array(dtype, x), array(dtype, y)))
            elif dtype in INTEGERS:
                edge = np.iinfo(dtype)
                some = [edge.min, 1, 2, 7, 100, edge.max] + ([-1, -2, -7] if edge.min < 0 else [])
                divides = op.endswith(("Div", "Mod")) or op == "DivNoNan"
                # The smallest number divided by −1 ends TensorFlow's own process.
                others = [1, 2, 3, 5, 90] + ([-2, -3] if edge.min < 0 and op != "Pow" else [])
                x, y = pairs(some, others if divides or op == "Pow" else some)
                case(op, dtype, **both(op, array(dtype, x), array(dtype, y)))
                if divides:
                    case(op, f"{dtype} divided by zero", x=array(dtype, [1]), y=array(dtype, [0]))
            elif dtype == "bool":
                case(op, dtype, x=np.array([0, 0, 1, 1], bool), y=np.array([0, 1, 0, 1], bool))
    case("Pow", "a negative power of an integer", x=array("int32", [2]), y=array("int32", [-1]))


def special(case):
    grid = pairs([0.1, 0.5, 1.0, 2.0, 3.5, 10.0], [0.05, 0.5, 1.0, 2.5, 8.0, 20.0])
    for dtype, ulps, absolute in (("float32", 64, 2e-6), ("float64", 256, 1e-13)):
        a, x = (array(dtype, values) for values in grid)
        case("Igamma", dtype, ulps=ulps, absolute=absolute, a=a, x=x)
        case("Igammac", dtype, ulps=ulps, absolute=absolute, a=a, x=x)
        case("Igamma", f"{dtype} at the edges", a=array(dtype, [0, 1, -1, 1]), x=array(dtype, [1, 0, 1, -1]))
        case("Igammac", f"{dtype} at the edges", a=array(dtype, [0, 1, -1, 1]), x=array(dtype, [1, 0, 1, -1]))
        case("Zeta", dtype, ulps=ulps, x=a + 1.05, q=x)
        case("Polygamma", dtype, ulps=ulps, a=array(dtype, [0, 1, 2, 3, 5, 1]), x=array(dtype, [0.5, 1.5, 2, 0.3, 8, 20]))
        case("Betainc", dtype, ulps=2 * ulps, absolute=absolute, a=a, b=x, x=array(dtype, 0.3))
        case("Betainc", f"{dtype} near 1", ulps=2 * ulps, absolute=absolute, a=a, b=x, x=array(dtype, 0.9))


def broadcast(case):
    grid = array("float32", [[1, 2, 3], [4, 5, 6]])
    case("AddV2", "a row over a matrix", x=grid, y=grid[0])
    case("AddV2", "a column over a matrix", x=grid, y=grid[:, :1])
    case("Sub", "a scalar from the left", x=array("float32", 10), y=grid)
    case("Mul", "nothing", x=np.zeros([0, 3], np.float32), y=grid[0])
    case("Mul", "a row by a column", x=grid[:1], y=grid[:, :1])
    case("Mul", "complex broadcast", x=array("complex64", [[1j], [2]]), y=array("complex64", [1, 1j, 3]))
    case("AddV2", "shapes that do not broadcast", x=grid, y=grid[:, :2])
    case("Equal", "shapes that do not broadcast, allowed", x=grid, y=grid[:, :2], incompatible_shape_error=False)
    case("Equal", "strings", x=np.array([b"a", b"b"]), y=np.array([b"a"]))
    case("NotEqual", "strings", x=np.array([b"a", b"b"]), y=np.array(b"a"))
    case("LogicalAnd", "a scalar", x=np.array([True, False]), y=np.array(True))
    case("LogicalOr", "a scalar", x=np.array([True, False]), y=np.array(False))
    case("LogicalNot", "both", x=np.array([True, False]))
    case("ApproximateEqual", "within", x=array("float32", [1, 1]), y=array("float32", [1.05, 1.2]), tolerance=0.1)
    case("LeakyRelu", "a slope", features=array("float32", PLAIN), alpha=0.3)
    for dtype in ("int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"):
        edge = np.iinfo(dtype)
        case("Invert", dtype, x=array(dtype, [edge.min, 0, 1, edge.max]))
        case("PopulationCount", dtype, x=array(dtype, [edge.min, 0, 1, 7, edge.max]))


def parts(case):
    z = array("complex64", [3 + 4j, -1 - 1j, 0, 2j])
    for op in ("Real", "Imag", "Angle"):
        case(op, "complex64", input=z)
        case(op, "complex128", input=z.astype("complex128"), Tout=np.float64)
    case("ComplexAbs", "complex64", x=z)
    case("ComplexAbs", "complex128", x=z.astype("complex128"), Tout=np.float64)
    case("Conj", "complex64", input=z)
    case("Complex", "a scalar and a row", real=array("float32", 1), imag=array("float32", [1, 2]))
    case("AddN", "three", inputs=(array("float32", [1, 2]),) * 3)


def allowed(op):
    from tensorflow.python.framework import dtypes, kernels, op_def_registry

    attribute = next(each for each in op_def_registry.get(op).attr if each.name == "T")
    declared = {dtypes.as_dtype(each).name for each in attribute.allowed_values.list.type}
    registered = set()
    for kernel in kernels.get_registered_kernels_for_op(op).kernel:
        if kernel.device_type == "CPU":
            limits = [limit for limit in kernel.constraint if limit.name == "T"]
            registered |= {dtypes.as_dtype(each).name for limit in limits for each in limit.allowed_values.list.type}
    usual = FLOATS + COMPLEX + INTEGERS + ["bool"]
    return [dtype for dtype in usual if dtype in registered and (not declared or dtype in declared)]


def cases(case):
    unary(case)
    binary(case)
    special(case)
    broadcast(case)
    parts(case)
