"""Numbers read from text, written to it, and taken from bytes."""

import numpy as np
import tensorflow as tf

READ = ["1", "-1", " 1 ", "+1", "1e3", "1E-3", "0x10", "0X1p3", "inf", "-inf", "Infinity", "+inf", ".5", "5.", "1e400", "-1e400", "1e-400", "007",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "2147483647", "2147483648", "-2147483648", "-2147483649",
        "4294967295", "4294967296", "18446744073709551615", "18446744073709551616", "\t1\n", "3.4028236e38", "16777217", "0.1", "1e-46", "1e-45", "-0", "1.0", "0x1.8p1", "0x1F",
        "\v1", "16777217.0000000001", "16777216.9999999999", "1.00000005960464477539062500001", "1.000000059604644775390625", "-1.00000005960464477539062500001"]
NONE = ["", "  ", "-", "1.5f", "1_0", "1e", "1e+", "0b1", "1,000", "1 2", "1\0", "１", "infinit", "--1", "+-1", "0x", "1d", "1e 3", "+ 1", "NaN0", "."]
FLOATS = [1.5, 0.1, 1e20, 1e-7, np.inf, -np.inf, np.nan, 0.0, -0.0, 123456789.0, 0.5, 2.5, -1234.5678, 9.9999995, 99999.95, 1e-5, 0.0001, 1e16]


def cases(case):
    types = (tf.float32, tf.float64, tf.int32, tf.int64, tf.uint32, tf.uint64)
    for dtype in types:
        for text in READ + NONE:
            case("StringToNumber", f"{text!r} as {dtype.name}", string_tensor=tf.constant([text]), out_type=dtype)
        case("StringToNumber", f"a matrix as {dtype.name}", string_tensor=tf.constant([["1", "2"], ["3", " 4"]]), out_type=dtype)
    case("StringToNumber", "NaN", string_tensor=tf.constant(["nan", "-NaN", "nan(1)"]))
    for dtype in (tf.float32, tf.float64, tf.float16, tf.bfloat16, tf.complex64, tf.complex128):
        for options in ({}, {"precision": 0}, {"precision": 3}, {"precision": 30}, {"scientific": True}, {"shortest": True}, {"shortest": True, "precision": 2},
                        {"shortest": True, "precision": 17}, {"scientific": True, "precision": 0, "width": 12, "fill": "0"}, {"width": 14}, {"width": 3, "fill": "-"}):
            values = tf.cast(tf.constant(FLOATS, tf.float64), dtype)
            case("AsString", f"{dtype.name} {options}", input=values, **options)
        for fill in ("0", " ", "+", "-", "x", "00"):
            case("AsString", f"{dtype.name} filled with {fill!r}", input=tf.cast(tf.constant([1.5, -1.5], tf.float64), dtype), width=12, fill=fill)
            case("AsString", f"{dtype.name} filled with {fill!r}, no width", input=tf.cast(tf.constant([1.5, -1.5], tf.float64), dtype), fill=fill)
    for dtype in (np.int8, np.int16, np.int32, np.int64, np.uint8, np.uint16, np.uint32, np.uint64):
        edge = np.iinfo(dtype)
        values = tf.constant(np.array([edge.min, 0, 1, 100, edge.max], dtype))
        for options in ({}, {"width": 6}, {"width": 2}, *({"width": 6, "fill": fill} for fill in "0 +-"), {"precision": 2}, {"scientific": True}, {"shortest": True}):
            case("AsString", f"{dtype.__name__} {options}", input=values, **options)
    for options in ({}, {"width": 7}, {"width": 7, "fill": "0"}, {"precision": 1}, {"shortest": True}):
        case("AsString", f"bool {options}", input=tf.constant([True, False]), **options)
        case("AsString", f"string {options}", input=tf.constant([b"x\xff", b"longer than it"]), **options)
    case("AsString", "string, filled", input=tf.constant(["x"]), width=4, fill="-")
    case("AsString", "two notations", input=tf.constant([1.0]), scientific=True, shortest=True)
    case("AsString", "a scalar", input=tf.constant(7))
    raw = tf.constant([bytes(range(16)), bytes(range(240, 256))])
    for dtype in (tf.float16, tf.float32, tf.float64, tf.int32, tf.uint16, tf.uint8, tf.int16, tf.int8, tf.int64, tf.bool, tf.bfloat16, tf.complex64, tf.complex128):
        for little in (True, False):
            case("DecodeRaw", f"{dtype.name}, little-endian {little}", bytes=raw, out_type=dtype, little_endian=little)
    for dtype in (tf.float32, tf.float64, tf.int32, tf.uint16, tf.uint8, tf.int16, tf.int8, tf.int64):
        for little in (True, False):
            case("DecodePaddedRaw", f"{dtype.name}, little-endian {little}", input_bytes=tf.constant([["abcdefgh"], ["abc"]]), fixed_length=tf.constant(16), out_type=dtype, little_endian=little)
    case("DecodeRaw", "texts of two lengths", bytes=tf.constant(["abcd", "ab"]), out_type=tf.int16)
    case("DecodeRaw", "half an element", bytes=tf.constant(["abc"]), out_type=tf.int16)
    case("DecodeRaw", "nothing", bytes=tf.constant([], tf.string), out_type=tf.int16)
    case("DecodeRaw", "empty texts", bytes=tf.constant(["", ""]), out_type=tf.int16)
    case("DecodePaddedRaw", "cut", input_bytes=tf.constant(["abcdefgh"]), fixed_length=tf.constant(4), out_type=tf.int16)
    for length in (0, -2, 3):
        case("DecodePaddedRaw", f"a length of {length}", input_bytes=tf.constant(["abcd"]), fixed_length=tf.constant(length), out_type=tf.int16)
