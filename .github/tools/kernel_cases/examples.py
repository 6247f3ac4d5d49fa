"""tf.Example and tf.SequenceExample, whole, sparse, ragged and broken; CSV."""

import random

import numpy as np
import tensorflow as tf


def feature(value):
    if value is None:
        return tf.train.Feature()
    if value and isinstance(value[0], bytes):
        return tf.train.Feature(bytes_list=tf.train.BytesList(value=value))
    if value and isinstance(value[0], float):
        return tf.train.Feature(float_list=tf.train.FloatList(value=value))
    return tf.train.Feature(int64_list=tf.train.Int64List(value=value))


def example(**features):
    parts = {key: value if isinstance(value, tf.train.Feature) else feature(value) for key, value in features.items()}
    return tf.train.Example(features=tf.train.Features(feature=parts)).SerializeToString()


EMPTY_FLOATS = tf.train.Feature(float_list=tf.train.FloatList())
A = example(f=[1.5, -2.5], i=[7, -(2**63)], s=[b"x", b"\xff\x00"], one=[3.0], many=[1, 2, 3], extra=[b"unused"])
B = example(f=[0.0, float("inf")], i=[0, 2**63 - 1], s=[b"", b"yy"], one=[float("nan")], many=[])
C = example(f=[3.0, 4.0], i=[1, 2], s=[b"a", b"b"], one=None, many=[9])
SPARSE = {"sparse_keys": ["many", "s", "one"], "sparse_types": [tf.int64, tf.string, tf.float32]}


def unpacked(key, numbers):
    """Numbers one by one, as old writers did: fields of a wire type of their own."""
    def bytes_field(number, payload):
        return bytes([number << 3 | 2, len(payload)]) + payload
    values = b"".join(b"\x08" + bytes([number]) for number in numbers)
    entry = bytes_field(1, key) + bytes_field(2, bytes_field(3, values))
    return bytes_field(1, bytes_field(1, entry))


def parse(case, name, serialized, sparse=(), dense=(), ragged=(), names=(), **rest):
    """`dense` has key, default and shape."""
    case("ParseExampleV2", name, serialized=tf.constant(serialized, tf.string), names=tf.constant(list(names), tf.string),
         sparse_keys=tf.constant([key for key, _ in sparse], tf.string), dense_keys=tf.constant([key for key, *_ in dense], tf.string),
         ragged_keys=tf.constant([key for key, *_ in ragged], tf.string), dense_defaults=tuple(tf.constant(default) if not isinstance(default, tf.Tensor) else default for _, default, _ in dense),
         num_sparse=len(sparse), sparse_types=[dtype for _, dtype in sparse], ragged_value_types=[dtype for _, dtype, _ in ragged],
         ragged_split_types=[splits for *_, splits in ragged], dense_shapes=[shape for *_, shape in dense], **rest)


def none(dtype):
    return tf.constant([], dtype)


def examples(case):
    batch = [A, B, C]
    dense = [("f", none(tf.float32), [2]), ("i", none(tf.int64), [2]), ("s", none(tf.string), [2]), ("one", [-1.0], [1])]
    for serialized, title in ((batch, "a batch"), ([], "no example"), (A, "one example alone"), ([A], "a batch of one")):
        parse(case, f"dense, {title}", serialized, dense=dense)
        parse(case, f"sparse, {title}", serialized, sparse=[("many", tf.int64), ("s", tf.string), ("one", tf.float32), ("absent", tf.int64)])
        parse(case, f"ragged, {title}", serialized, ragged=[("many", tf.int64, tf.int64), ("s", tf.string, tf.int32), ("one", tf.float32, tf.int64), ("absent", tf.int64, tf.int32)])
        parse(case, f"of any length, {title}", serialized, dense=[("many", tf.constant([-1], tf.int64), [None]), ("f", tf.constant([0.5]), [None, 1]), ("s", tf.constant([b"pad"]), [None])])
        parse(case, f"of any length in pairs, {title}", serialized, dense=[("f", none(tf.float32), [None, 2])])
        parse(case, f"all kinds, {title}", serialized, sparse=[("many", tf.int64)], dense=[("f", none(tf.float32), [1, 2])], ragged=[("s", tf.string, tf.int64)])
    parse(case, "a default of the shape", [example()], dense=[("x", [[1.0, 2.0]], [1, 2]), ("y", b"d", []), ("z", tf.constant([7], tf.int64), [1])])
    parse(case, "a scalar default for a vector", [example()], dense=[("x", tf.constant(3.0), [2])])
    parse(case, "a default of another shape", [example()], dense=[("x", [1.0, 2.0, 3.0], [2])])
    parse(case, "a required feature that is missing", [A, example()], dense=[("f", none(tf.float32), [2])])
    parse(case, "a feature without a kind is missing", [example(f=None)], dense=[("f", [1.0, 2.0], [2])])
    parse(case, "an empty list where a default is", [example(f=EMPTY_FLOATS)], dense=[("f", [1.0, 2.0], [2])])
    parse(case, "too few values", [example(f=[1.0])], dense=[("f", none(tf.float32), [2])])
    parse(case, "too many values", [example(f=[1.0, 2.0, 3.0])], dense=[("f", none(tf.float32), [2])], names=["me"])
    parse(case, "values that do not fill a row", [example(f=[1.0, 2.0, 3.0])], dense=[("f", none(tf.float32), [None, 2])])
    for key, dtype in (("f", tf.int64), ("i", tf.string), ("s", tf.float32)):
        parse(case, f"a dense {key} of another type", [A], dense=[(key, none(dtype), [2])])
        parse(case, f"a sparse {key} of another type", [A], sparse=[(key, dtype)])
        parse(case, f"a ragged {key} of another type", [A], ragged=[(key, dtype, tf.int64)])
    parse(case, "numbers one by one", [unpacked(b"u", [1, 2, 3])], sparse=[("u", tf.int64)])
    parse(case, "numbers one by one, dense", [unpacked(b"u", [1, 2, 3])], dense=[("u", none(tf.int64), [3])])
    parse(case, "a key twice", [A + example(f=[8.0, 9.0])], dense=[("f", none(tf.float32), [2])])
    parse(case, "an example in two pieces", [example(f=[8.0, 9.0]) + example(i=[1, 2])], dense=[("f", none(tf.float32), [2]), ("i", none(tf.int64), [2])])
    for cut in (1, 2, 5, len(A) // 2, len(A) - 1):
        parse(case, f"cut after {cut} bytes", [A[:cut]], dense=dense)
    for broken in (b"\xff\xff\xff\xff", b"\x0a\xff\xff\xff\xff\x0f", b"\x0a\x02\x0a\x7f", b"hello", b"\x08\x01", b"\x12\x03abc", bytes(20)):
        parse(case, f"broken: {broken}", [broken], sparse=[("f", tf.float32)])
    parse(case, "names of another length", batch, dense=dense, names=["a"])
    chance = random.Random(3)
    rows = [example(**{f"k{k}": [chance.randrange(-(2**63), 2**63) >> chance.randrange(64) for _ in range(chance.randrange(5))] for k in range(4)}) for _ in range(20)]
    parse(case, "random rows", rows, sparse=[("k0", tf.int64), ("k1", tf.int64)], dense=[("k2", tf.constant([0], tf.int64), [None])], ragged=[("k3", tf.int64, tf.int32)])


def older(case):
    keys = [tf.constant(key) for key in ("many", "s")]
    case("ParseExample", "a batch", serialized=tf.constant([A, B]), names=tf.constant([], tf.string), sparse_keys=tuple(keys), dense_keys=(tf.constant("f"), tf.constant("one")),
         dense_defaults=(none(tf.float32), tf.constant([5.0])), sparse_types=[tf.int64, tf.string], dense_shapes=[[2], [1]])
    case("ParseExample", "dense only", serialized=tf.constant([A, B]), names=tf.constant([], tf.string), sparse_keys=(), dense_keys=(tf.constant("f"),), dense_defaults=(none(tf.float32),), sparse_types=[], dense_shapes=[[2]])
    case("ParseSingleExample", "one example", serialized=tf.constant(A), dense_defaults=(none(tf.float32), tf.constant([5.0])), num_sparse=2, sparse_keys=["many", "s"], dense_keys=["f", "one"],
         sparse_types=[tf.int64, tf.string], dense_shapes=[[2], [1]])
    case("ParseSingleExample", "of any length", serialized=tf.constant(A), dense_defaults=(tf.constant([0], tf.int64),), num_sparse=0, sparse_keys=[], dense_keys=["many"], sparse_types=[], dense_shapes=[[None]])
    case("ParseSingleExample", "a feature that is missing", serialized=tf.constant(B""), dense_defaults=(none(tf.float32),), num_sparse=0, sparse_keys=[], dense_keys=["f"], sparse_types=[], dense_shapes=[[2]])


def csv(case):
    def decode(name, lines, defaults, **rest):
        case("DecodeCSV", name, records=tf.constant(lines), record_defaults=tuple(defaults), **rest)

    kinds = [tf.constant([0.5]), tf.constant([], tf.int32), tf.constant([b"d"]), tf.constant([7], tf.int64), tf.constant([], tf.float64)]
    decode("every type", ["1.5,2,x,3,4.25", ",5,,,1e300", '"2","3","a,b","4","5"'], kinds)
    decode("a matrix of lines", [["1,a"], ["2,b"]], [tf.constant([0]), tf.constant([b""])])
    decode("quotes in quotes", ['"a ""b"" c",x', '"",y'], [tf.constant([b"d"]), tf.constant([b"e"])])
    decode("quotes mean nothing", ['"a",b'], [tf.constant([b""]), tf.constant([b""])], use_quote_delim=False)
    decode("another delimiter", ["1|2"], [tf.constant([0]), tf.constant([0])], field_delim="|")
    decode("a word for what is missing", ["NA,1"], [tf.constant([9]), tf.constant([0])], na_value="NA")
    decode("some columns", ["1,2,3"], [tf.constant([0]), tf.constant([0])], select_cols=[0, 2])
    decode("white space around numbers", [" 1 ,\t2"], [tf.constant([0]), tf.constant([0.0])])
    for title, line, defaults in (("too few columns", "1", [tf.constant([0]), tf.constant([0])]), ("too many columns", "1,2,3", [tf.constant([0])]), ("no number", "x", [tf.constant([0])]),
                                  ("a required value that is missing", "", [tf.constant([], tf.int32)]), ("a quote within", 'a"b', [tf.constant([b""])]), ("a quote without end", '"ab', [tf.constant([b""])]),
                                  ("text after a quote", '"a"b', [tf.constant([b""])]), ("a number too large", "2147483648", [tf.constant([0])]), ("an empty line", "", [tf.constant([5])]), ("a line end", "1\n", [tf.constant([b""])]), ("a line end within", "1\n2", [tf.constant([b""])])):
        decode(title, [line], defaults)


def cases(case):
    for family in (examples, older, csv):
        family(case)
