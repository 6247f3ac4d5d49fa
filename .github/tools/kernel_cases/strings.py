"""Strings: case, length, parts, joins, splits, n-grams and base64."""
import tensorflow as tf

NASTY = [b"", b"a", b"Hello World", b" \t\n\x0b\x0c\r x y \x1c\xa0", b"\x00", b"a\x00b\x00", "äÖß ŒǅİıſK".encode(), "ΑΣ ὈΔΥΣΣΕΎΣ".encode(),
         "日本語".encode(), "😀👍🏽👩‍👩‍👧".encode(), "e\u0301\u0323".encode(), b"\xff\xfe\xfd", b"\xe6\x97", b"ab\xf0\x9f\x98cd", b"\xed\xa0\x80", b"\xc0\xaf", b"Z" * 300,
         "ﬁ ŉ ǰ ΐ և ẖ".encode(), b"a,b,,c,", b"  lead and trail  "]
T = tf.constant(NASTY)


def case_and_length(case):
    for op in ("StringLower", "StringUpper"):
        case(op, "ASCII only", input=T, encoding="")
        case(op, "Unicode", input=T, encoding="utf-8")
        case(op, "an encoding that is none", input=T, encoding="latin1")
    case("StringStrip", "white space", input=T)
    for unit in ("BYTE", "UTF8_CHAR"):
        case("StringLength", unit, input=T, unit=unit)
        case("StringLength", f"a scalar, {unit}", input=tf.constant("日本"), unit=unit)


def substrings(case):
    words = tf.constant([b"hello", "日本語x".encode(), b"a\xffb", "e\u0301😀z".encode()])
    for unit in ("BYTE", "UTF8_CHAR"):
        for pos, length in ((0, 2), (1, 100), (-2, 1), (3, 0), (-3, 3), (2, -1), (4, 1), (5, 1), (-9, 2), (3, 5), (0, 0)):
            case("Substr", f"{unit} from {pos}, {length} long", input=words, pos=tf.constant(pos), len=tf.constant(length), unit=unit)
        case("Substr", f"{unit}, places of their own", input=words, pos=tf.constant([1, 0, 1, -2], tf.int64), len=tf.constant([3, 1, 2, 2], tf.int64), unit=unit)
    case("Substr", "places broadcast over rows", input=tf.constant([["abcd", "efgh"], ["ijkl", "mnop"]]), pos=tf.constant([1, 2]), len=tf.constant([2, 1]), unit="BYTE")
    case("Substr", "a scalar broadcast over places", input=tf.constant("abcdef"), pos=tf.constant([[0, 1], [2, 3]]), len=tf.constant([[1, 2], [3, 9]]), unit="BYTE")
    case("Substr", "shapes that do not fit", input=words, pos=tf.constant([1, 2]), len=tf.constant([1, 2]), unit="BYTE")


def joins(case):
    a, b = tf.constant([["a", "b"], ["c", "d"]]), tf.constant([["1", "2"], ["3", "\xff"]])
    case("StringJoin", "element by element", inputs=(a, b), separator="-")
    case("StringJoin", "scalars go everywhere", inputs=(tf.constant("x"), a, tf.constant("")), separator="")
    case("StringJoin", "scalars only", inputs=(tf.constant("x"), tf.constant("y")), separator=", ")
    case("StringJoin", "shapes that do not fit", inputs=(a, tf.constant(["x", "y"])), separator="")
    cube = tf.constant([[[f"{x}{y}{z}" for z in "ab"] for y in "cde"] for x in "fg"])
    for axes in ([0], [1], [-1], [0, 1], [1, 0], [2, 0], [0, 1, 2], [-1, -3], [], 1, [0, 0], [3], [0, -3]):
        for keep in (False, True):
            case("ReduceJoin", f"over {axes}, kept {keep}", inputs=cube, reduction_indices=tf.constant(axes, tf.int32), keep_dims=keep, separator=",")
    case("ReduceJoin", "of nothing", inputs=tf.zeros([2, 0], tf.string), reduction_indices=tf.constant([1]), separator=",")
    case("ReduceJoin", "nothing at all", inputs=tf.zeros([0, 2], tf.string), reduction_indices=tf.constant([1]), separator=",")
    for ids in ([1, 0], [0, 0], [-1, 2], [[0, 1], [1, 0]], [3, 0], [0]):
        case("UnsortedSegmentJoin", f"segments {ids}", inputs=a, segment_ids=tf.constant(ids), num_segments=tf.constant(3), separator=":")


def splits(case):
    texts = tf.constant(NASTY)
    for sep in (b"", b",", b" ", b"l", b"ll", b"\xff", b"\x00", b", "):
        for most in (-1, 0, 1, 2):
            case("StringSplitV2", f"at {sep}, at most {most}", input=texts, sep=tf.constant(sep), maxsplit=most)
        for skip in (False, True):
            case("StringSplit", f"at any of {sep}, empty ones skipped {skip}", input=texts, delimiter=tf.constant(sep), skip_empty=skip)
    case("StringSplitV2", "nothing", input=tf.constant([], tf.string), sep=tf.constant(""), maxsplit=-1)
    case("StringSplitV2", "a separator that is no scalar", input=texts, sep=tf.constant(["a"]), maxsplit=-1)
    case("StringSplitV2", "a text that is no vector", input=tf.constant("a b"), sep=tf.constant(""), maxsplit=-1)


def ngrams(case):
    data = tf.constant(list("abcdefgh"))
    for widths in ([1], [2], [3], [1, 2], [2, 3, 4], [9]):
        for pad in (-1, 0, 1, 5):
            for short in (False, True):
                case("StringNGrams", f"of {widths}, padded by {pad}, short ones kept {short}", data=data, data_splits=tf.constant([0, 3, 3, 4, 8], tf.int64), separator="|", ngram_widths=widths, left_pad="<", right_pad=">", pad_width=pad, preserve_short_sequences=short)
    for splits in ([0, 9], [1, 8], [0, 5, 3, 8], [0, 4]):
        case("StringNGrams", f"rows that end at {splits}", data=data, data_splits=tf.constant(splits, tf.int32), separator=" ", ngram_widths=[2], left_pad="", right_pad="", pad_width=0, preserve_short_sequences=False)


def base64(case):
    for pad in (True, False):
        case("EncodeBase64", f"padded {pad}", input=T, pad=pad)
    good = [b"", b"YQ", b"YQ==", b"YWI", b"YWI=", b"YWJj", b"-_-_", b"____"]
    for text in good + [b"YQ=", b"Y", b"YW==", b"Y===", b"+/+/", b"YQ==YQ==", b"Y Q=", b"YWJ\n", b"=", b"====", b"YR", b"YWJjZ"]:
        case("DecodeBase64", f"of {text}", input=tf.constant([text]))


def cases(case):
    for family in (case_and_length, substrings, joins, splits, ngrams, base64):
        family(case)
