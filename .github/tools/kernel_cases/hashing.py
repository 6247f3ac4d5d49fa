"""Hashes of texts of every length."""

import random

import numpy as np
import tensorflow as tf


def cases(case):
    chance = random.Random(7)
    lengths = [bytes(chance.randrange(256) for _ in range(length)) for length in [*range(201), 255, 256, 257, 1000]]
    texts = tf.constant(lengths)
    for buckets in (1, 3, 2**31, 2**63 - 1):
        case("StringToHashBucketFast", f"into {buckets}, texts of every length", input=texts, num_buckets=buckets)
    case("StringToHashBucket", "texts of every length", string_tensor=texts, num_buckets=2**63 - 1)
    for key in ([0, 0], [133, 137], [2**62 + 5, -7]):
        case("StringToHashBucketStrong", f"by {key}, texts of every length", input=texts, num_buckets=2**63 - 1, key=key)
    case("StringToHashBucketStrong", "a key that is too short", input=texts, num_buckets=5, key=[1])
    case("StringToHashBucketFast", "a matrix", input=tf.constant([["a", "b"], ["日本", ""]]), num_buckets=100)
    method = tf.constant("farmhash64")
    case("Fingerprint", "texts", data=tf.constant(["a", "", "日本"]), method=method)
    case("Fingerprint", "rows of texts", data=tf.constant([["a", "b"], ["", "c"]]), method=method)
    for dtype in (np.int8, np.int32, np.int64, np.float32, np.float64, bool, np.complex64):
        case("Fingerprint", f"rows of {dtype.__name__}", data=tf.constant(np.arange(12).reshape(2, 3, 2).astype(dtype)), method=method)
    case("Fingerprint", "a scalar", data=tf.constant(1), method=method)
    case("Fingerprint", "no rows", data=tf.zeros([0, 3]), method=method)
    case("Fingerprint", "a method that is none", data=tf.constant([1]), method=tf.constant("md5"))
