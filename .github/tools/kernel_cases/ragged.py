"""Ragged tensors: made dense or sparse, gathered, counted up."""

import tensorflow as tf


def longs(values):
    return tf.constant(values, tf.int64)


def to_tensor(case):
    values = {"int64": longs([1, 2, 3, 4, 5, 6]), "float32": tf.constant([0.5, 1, 2, 3, 4, 5]), "string": tf.constant(list("abcdef"))}
    defaults = {"int64": longs(-1), "float32": tf.constant(-0.5), "string": tf.constant("")}
    one = {"splits": ((longs([0, 2, 2, 6]),), ["ROW_SPLITS"]), "row identifiers": ((longs(3), longs([0, 0, 2, 2, 2, 2])), ["FIRST_DIM_SIZE", "VALUE_ROWIDS"])}
    for title, (partitions, kinds) in one.items():
        for dtype in values:
            for shape in ([-1, -1], [3, 2], [2, 6], [5, -1], [0, 0], -1):
                case("RaggedTensorToTensor", f"{title}, {dtype} into {shape}", shape=longs(shape), values=values[dtype], default_value=defaults[dtype],
                     row_partition_tensors=partitions, row_partition_types=kinds)
    two = {"splits": ((longs([0, 1, 3]), longs([0, 2, 2, 6])), ["ROW_SPLITS", "ROW_SPLITS"]),
           "row identifiers": ((longs(2), longs([0, 1, 1]), longs([0, 0, 2, 2, 2, 2])), ["FIRST_DIM_SIZE", "VALUE_ROWIDS", "VALUE_ROWIDS"])}
    for title, (partitions, kinds) in two.items():
        for shape in ([-1, -1, -1], [2, 1, 3], [3, 3, 5]):
            case("RaggedTensorToTensor", f"two levels of {title} into {shape}", shape=longs(shape), values=values["int64"], default_value=longs(0),
                 row_partition_tensors=partitions, row_partition_types=kinds)
    pairs = tf.reshape(tf.range(12.0), [6, 2])
    for default in (tf.constant(9.0), tf.constant([8.0, 9.0]), tf.constant([7.0])):
        for shape in ([-1, -1, -1], [-1, 3, 2]):
            case("RaggedTensorToTensor", f"rows of pairs, default of shape {default.shape} into {shape}", shape=longs(shape), values=pairs, default_value=default, row_partition_tensors=(longs([0, 2, 2, 6]),), row_partition_types=["ROW_SPLITS"])
    case("RaggedTensorToTensor", "a uniform inner size that does not fit", shape=longs([-1, 3, 3]), values=pairs, default_value=tf.constant(9.0), row_partition_tensors=(longs([0, 2, 2, 6]),), row_partition_types=["ROW_SPLITS"])
    case("RaggedTensorToTensor", "no row", shape=longs([-1, -1]), values=longs([]), default_value=longs(0), row_partition_tensors=(longs([0]),), row_partition_types=["ROW_SPLITS"])
    case("RaggedTensorToTensor", "no row, by identifiers", shape=longs([-1, -1]), values=longs([]), default_value=longs(0), row_partition_tensors=(longs(0), longs([])), row_partition_types=["FIRST_DIM_SIZE", "VALUE_ROWIDS"])
    case("RaggedTensorToTensor", "partitions of 32 bits", shape=tf.constant([-1, 3]), values=values["string"], default_value=tf.constant("x"), row_partition_tensors=(tf.constant([0, 2, 6]),), row_partition_types=["ROW_SPLITS"])
    for splits in ([0, 5, 3, 6], [1, 6]):
        case("RaggedTensorToTensor", f"rows that end at {splits}", shape=longs([-1, -1]), values=values["int64"], default_value=longs(0), row_partition_tensors=(longs(splits),), row_partition_types=["ROW_SPLITS"])


def others(case):
    for dtype in (tf.int32, tf.int64, tf.float32, tf.float64):
        for starts, limits, deltas in (([0, 5, 8], [3, 5, 12], 1), (0, [3, 1, 0], 2), ([5, 0], [0, 5], [-2, 1]), (0, 3, 1), ([5], [0], 1), ([0, 1], [1, 2, 3], 1), ([0], [5], 0)):
            case("RaggedRange", f"{dtype.name} from {starts} to {limits} by {deltas}", starts=tf.constant(starts, dtype), limits=tf.constant(limits, dtype), deltas=tf.constant(deltas, dtype))
    case("RaggedRange", "fractions", starts=tf.constant([0.0]), limits=tf.constant([1.0]), deltas=tf.constant([0.3]), Tsplits=tf.int32)
    for indices in ([2, 0, 0], [[1, 2], [0, 0]], [], 1, [3], [-1]):
        for values in (longs([1, 2, 3, 4, 5]), tf.constant(list("abcde")), tf.reshape(tf.range(10.0), [5, 2])):
            case("RaggedGather", f"{indices} of {values.dtype.name} {values.shape}", params_nested_splits=(longs([0, 2, 2, 5]),), params_dense_values=values, indices=tf.constant(indices, tf.int32), OUTPUT_RAGGED_RANK=max(0, tf.constant(indices).shape.rank))
    case("RaggedGather", "two levels", params_nested_splits=(longs([0, 2, 3]), longs([0, 2, 2, 5])), params_dense_values=longs([1, 2, 3, 4, 5]), indices=longs([1, 0, 1]), OUTPUT_RAGGED_RANK=2)
    for splits in ((longs([0, 2, 2, 5]),), (longs([0, 2, 3]), longs([0, 2, 2, 5]))):
        for values in (longs([1, 2, 3, 4, 5]), tf.constant(list("abcde")), tf.reshape(tf.range(10.0), [5, 2])):
            case("RaggedTensorToSparse", f"{len(splits)} levels of {values.dtype.name} {values.shape}", rt_nested_splits=splits, rt_dense_values=values)
    for splits in ([0, 9], [0, 5, 3, 5], [1, 5], [0, 3], []):
        case("RaggedTensorToSparse", f"rows that end at {splits}", rt_nested_splits=(longs(splits),), rt_dense_values=longs([1, 2, 3, 4, 5]))


def cases(case):
    to_tensor(case)
    others(case)
