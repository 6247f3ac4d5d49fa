import numpy as np
from kernel_values import i32

RANDOM = np.random.default_rng(10)


def floats(*shape):
    return (np.round(RANDOM.standard_normal(shape) * 16) / 16).astype(np.float32)


def cases(case):
    for op in ("Softmax", "LogSoftmax"):
        for shape in [(3,), (2, 4), (2, 3, 5), (0, 3), (2, 1), (2, 0)]:
            case(op, str(shape), ulps=8, absolute=1e-6, logits=floats(*shape))
        case(op, "large values", ulps=8, logits=np.array([[1000, 1001, -1000], [-1e30, 3, 3]], np.float32))
        case(op, "float64", ulps=8, logits=RANDOM.standard_normal((2, 3)))
        case(op, "float16", logits=floats(2, 3).astype(np.float16))
    for shape in [(2, 3), (2, 4, 3), (2, 3, 4, 5), (0, 3)]:
        case("BiasAdd", str(shape), value=floats(*shape), bias=floats(shape[-1]))
    case("BiasAdd", "channels first", value=floats(2, 3, 4), bias=floats(3), data_format="NCHW")
    case("BiasAdd", "integers", value=i32([[1, 2]]), bias=i32([3, 4]))
    case("BiasAdd", "too few", value=floats(2, 3), bias=floats(2))
    batches(case)
    for radius in (0, 1, 2, 5):
        case("LRN", f"radius {radius}", ulps=8, input=floats(2, 2, 2, 5), depth_radius=radius, bias=1.5, alpha=0.3, beta=0.6)
    case("L2Loss", "float32", ulps=8, t=floats(3, 4))


def batches(case):
    # The older two leave what is only there for gradients as they find it.
    for op, training in [("FusedBatchNorm", True), ("FusedBatchNormV2", True), ("FusedBatchNormV3", True), ("FusedBatchNormV3", False)]:
        given = np.zeros(0, np.float32) if training else None
        mean, variance = (given, given) if training else (floats(3), np.abs(floats(3)))
        more = {} if op == "FusedBatchNorm" else {"exponential_avg_factor": 1.0}
        case(op, f"training: {training}", absolute=4e-6, x=floats(2, 3, 2, 3), scale=floats(3), offset=floats(3), mean=mean, variance=variance,
             epsilon=0.001, is_training=training, **more)
