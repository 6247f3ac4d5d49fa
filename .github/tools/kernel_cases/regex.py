"""Patterns as operators; what they match is recorded by regex-cases.py."""

import tensorflow as tf


def cases(case):
    texts = tf.constant([["abc", "cab"], ["", "ab\xff"]])
    for op, rest in (("StaticRegexReplace", {"rewrite": r"<\0>"}), ("StaticRegexFullMatch", {})):
        case(op, "a matrix of texts", input=texts, pattern="[abc]+", **rest)
        case(op, "no text at all", input=tf.constant([], tf.string), pattern="a", **rest)
        case(op, "a pattern that is none", input=texts, pattern="(", **rest)
        case(op, "a pattern that is no UTF-8", input=texts, pattern=b"\xff", **rest)
    case("StaticRegexReplace", "the first match only", input=texts, pattern="[ab]", rewrite="x", replace_global=False)
    case("RegexReplace", "pattern and rewrite as inputs", input=texts, pattern=tf.constant("[ab]+"), rewrite=tf.constant(r"(\0)"))
    case("RegexReplace", "a rewrite that is no scalar", input=texts, pattern=tf.constant("a"), rewrite=tf.constant(["x"]))
    case("RegexFullMatch", "a pattern as an input", input=texts, pattern=tf.constant("[abc]+"))
    case("RegexFullMatch", "a pattern that is no scalar", input=texts, pattern=tf.constant(["a", "b"]))
    case("RegexFullMatch", "a pattern as an input that is none", input=texts, pattern=tf.constant("("))
