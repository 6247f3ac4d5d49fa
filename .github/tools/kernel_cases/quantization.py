"""Rounding to integers and back; greedy decoding of sequences."""

import numpy as np

RANDOM = np.random.default_rng(15)


def f32(values):
    return np.array(values, np.float32)


def cases(case):
    x = np.round(RANDOM.normal(0, 3, (4, 5)), 3).astype("float32")
    for bits in (2, 8, 16):
        for narrow in (False, True):
            title = f"{bits} bits, narrow {narrow}"
            case("FakeQuantWithMinMaxArgs", title, inputs=x, min=-4.3, max=5.1, num_bits=bits, narrow_range=narrow)
            case("FakeQuantWithMinMaxVars", title, inputs=x, min=f32(0.3), max=f32(2.6), num_bits=bits, narrow_range=narrow)
            case("FakeQuantWithMinMaxVarsPerChannel", title, inputs=x, min=f32([-3, -1, 0, -5, 0]), max=f32([3, 2, 6, 1, 0]), num_bits=bits, narrow_range=narrow)
            for signed in (False, True):
                for given in (False, True):
                    for mode in ("HALF_TO_EVEN", "HALF_UP"):
                        case("QuantizeAndDequantizeV2", f"{title}, signed {signed}, given {given}, {mode}", input=x, input_min=f32(-2.5 if signed else 0), input_max=f32(3.7),
                             num_bits=bits, narrow_range=narrow, signed_input=signed, range_given=given, round_mode=mode)
    case("QuantizeAndDequantizeV4", "along an axis, range from the data", input=x, input_min=f32(0), input_max=f32(0), axis=0)
    case("QuantizeAndDequantizeV3", "float64", input=x.astype("float64"), input_min=np.float64(-3), input_max=np.float64(2), num_bits=np.int32(8))
    case("FakeQuantWithMinMaxVars", "a range of nothing", inputs=x, min=f32(2), max=f32(1))
    scores = np.round(RANDOM.normal(0, 1, (7, 3, 4)), 3).astype("float32")
    scores[:, 0, 1] += 2
    lengths = np.array([7, 4, 0], "int32")
    for merge in (False, True):
        case("CTCGreedyDecoder", f"merge {merge}", inputs=scores, sequence_length=lengths, merge_repeated=merge)
        case("CTCGreedyDecoder", f"merge {merge}, blank first", inputs=scores, sequence_length=lengths, merge_repeated=merge, blank_index=0)
    case("CTCGreedyDecoder", "more steps than there are", inputs=scores, sequence_length=np.array([8, 1, 1], "int32"))
