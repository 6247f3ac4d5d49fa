"""Between bytes and code points, in several encodings."""

import tensorflow as tf

TEXTS = [b"", b"a\xffb", b"\xe6\x97z", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x00a", b"\x01\x1f\x7f\x80\xc2\x85\t\n", "\ufeffa".encode(), "aé日😀\U0010ffff".encode(), b"\xf0\x9f\x98", b"\xe0\x80\x80", b"\xc2"]
WIDE = [b"\x00a\x00\xe9", "あ😀".encode("utf-16-be"), b"\xd8\x00\x00a", b"\xde\x00\x00a", b"\xd8\x3d\xde\x00", b"\x00", b"\x80\xe9\xff", "a😀".encode("utf-32-be"), b"\x00\x11\x00\x00"]


def cases(case):
    texts = tf.constant(TEXTS)
    for errors in ("replace", "ignore", "strict"):
        for controls in (False, True):
            options = {"errors": errors, "replace_control_characters": controls}
            for op in ("UnicodeDecode", "UnicodeDecodeWithOffsets"):
                case(op, f"UTF-8, {options}", input=texts, input_encoding="UTF-8", **options)
            for output in ("UTF-8", "UTF-16-BE", "UTF-32-BE"):
                case("UnicodeTranscode", f"to {output}, {options}", input=texts, input_encoding="UTF-8", output_encoding=output, **options)
        for output in ("UTF-8", "UTF-16-BE", "UTF-32-BE"):
            case("UnicodeEncode", f"{output}, {errors}", input_values=tf.constant([97, 0x1F600, 0, 0x10FFFF, 65533]), input_splits=tf.constant([0, 2, 2, 5]), errors=errors, output_encoding=output)
            case("UnicodeEncode", f"{output}, {errors}, what is no code point", input_values=tf.constant([97, -1, 0xD800, 0x110000]), input_splits=tf.constant([0, 2, 4], tf.int64), errors=errors, output_encoding=output)
    for encoding in ("UTF-16-BE", "UTF-16LE", "UTF-32-BE", "utf8", "US-ASCII", "ISO-8859-1", "latin1", "windows-1252", "ISO-8859-7"):
        for text in WIDE:
            case("UnicodeDecodeWithOffsets", f"{encoding} of {text}", input=tf.constant([text]), input_encoding=encoding)
    case("UnicodeDecode", "an encoding that is none", input=texts, input_encoding="nope")
    case("UnicodeDecode", "splits of 32 bits", input=texts, input_encoding="UTF-8", Tsplits=tf.int32)
    case("UnicodeDecode", "a replacement", input=texts, input_encoding="UTF-8", replacement_char=65)
    case("UnicodeDecode", "a replacement that is none", input=texts, input_encoding="UTF-8", replacement_char=0x110000)
    for splits in ([0, 1], [1, 2], [0, 3], [0, 2, 1, 2], [0, 0, 2, 2]):
        case("UnicodeEncode", f"rows that end at {splits}", input_values=tf.constant([97, 98]), input_splits=tf.constant(splits, tf.int64), output_encoding="UTF-8")
