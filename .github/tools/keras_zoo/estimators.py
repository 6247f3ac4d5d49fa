"""What TensorFlow 1 and its estimators exported: serialized examples, feature columns, layers with variables by name."""

import numpy as np
import tensorflow as tf

from .graphs import generation_one, v1

GROUP = "TensorFlow 1"
COLUMNS = tf.feature_column


def estimator(body):
    """An export of an estimator: one input of serialized examples, parsed, then columns."""

    def build():
        examples = np.array([person(31.5, 4, [b"red"]), person(18.0, 9, [b"blue", b"green"]), person(64.25, 1, [])], object)

        def save(path):
            with tf.Graph().as_default(), v1.Session() as session:
                entry = v1.placeholder(tf.string, [None], "input_example_tensor")
                outputs = body(entry)
                v1.set_random_seed(7)
                session.run([v1.global_variables_initializer(), v1.tables_initializer()])
                builder = v1.saved_model.Builder(path)
                signature = v1.saved_model.predict_signature_def({"examples": entry}, outputs)
                builder.add_meta_graph_and_variables(session, ["serve"], {"serving_default": signature}, main_op=v1.tables_initializer())
                builder.save()

        return save, {"examples": examples}

    return build


def person(age, visits, colours):
    feature = {
        "age": tf.train.Feature(float_list=tf.train.FloatList(value=[age])),
        "visits": tf.train.Feature(int64_list=tf.train.Int64List(value=[visits])),
        "colour": tf.train.Feature(bytes_list=tf.train.BytesList(value=colours)),
    }
    return tf.train.Example(features=tf.train.Features(feature=feature)).SerializeToString()


def columns():
    age, visits = COLUMNS.numeric_column("age", normalizer_fn=lambda x: x / 10), COLUMNS.numeric_column("visits", dtype=tf.int64)
    colour = COLUMNS.categorical_column_with_vocabulary_list("colour", ["red", "green", "blue"], num_oov_buckets=2)
    hashed = COLUMNS.categorical_column_with_hash_bucket("colour", 6)
    buckets = COLUMNS.bucketized_column(COLUMNS.numeric_column("age"), [20.0, 40.0])
    return age, visits, colour, hashed, buckets


def parsed(entry, used):
    return v1.parse_example(entry, COLUMNS.make_parse_example_spec(used))


def deep(entry):
    age, visits, colour, hashed, buckets = columns()
    crossed = COLUMNS.crossed_column([buckets, "colour"], 11)
    used = [age, visits, buckets, COLUMNS.indicator_column(colour), COLUMNS.embedding_column(hashed, 4), COLUMNS.indicator_column(crossed)]
    hidden = tf.nn.relu(v1.feature_column.input_layer(parsed(entry, used), used) @ kernel("hidden", [3 + 2 + 5 + 4 + 11, 6]))
    logits = hidden @ kernel("logits", [6, 3])
    classes = tf.tile(tf.as_string(tf.range(3))[None], [tf.shape(logits)[0], 1])
    return {"scores": tf.nn.softmax(logits), "classes": classes, "order": tf.argsort(logits)}


def wide(entry):
    age, visits, colour, _, buckets = columns()
    used = [age, visits, buckets, colour]
    logits = v1.feature_column.linear_model(parsed(entry, used), used)
    for variable in v1.global_variables():
        variable._initializer_op = variable.assign(v1.random_normal(variable.shape, seed=5)).op
    return {"logistic": tf.sigmoid(logits), "logits": logits}


def kernel(name, shape):
    return v1.get_variable(name, shape, initializer=v1.random_normal_initializer(0, 0.7, seed=3))


def images(x0):
    x = tf.reshape(tf.tile(x0, [1, 16]), [-1, 4, 4, 3])
    x = tf.nn.conv2d(x, kernel("convolution", [3, 3, 3, 4]), 1, "SAME")
    moments = [v1.get_variable(name, [4], initializer=v1.random_uniform_initializer(0.5, 1.5, seed=9)) for name in ("gamma", "beta", "mean", "variance")]
    x = tf.nn.relu(v1.nn.fused_batch_norm(x, *moments, epsilon=1e-3, is_training=False)[0])
    x = v1.nn.lrn(tf.nn.max_pool2d(x, 2, 2, "VALID"), 2)
    return {"y": tf.reduce_mean(x, [1, 2])}


def lookups(x0):
    parts = v1.get_variable("parts", [12, 4], initializer=v1.random_normal_initializer(seed=3), partitioner=v1.fixed_size_partitioner(3))
    ids = tf.cast(tf.abs(x0) * 5, tf.int32) % 12
    sparse = tf.sparse.from_dense(ids)
    return {
        "embedded": v1.nn.embedding_lookup(list(parts), ids, "mod"),
        "combined": v1.nn.safe_embedding_lookup_sparse(list(parts), tf.cast(sparse, tf.int64), combiner="sqrtn", partition_strategy="div"),
    }


def dynamic(x0):
    """A loop of Enter and Exit around a cell, as dynamic_rnn writes it."""
    steps = tf.stack([x0, x0 * 0.5, -x0])
    arrays = tf.TensorArray(tf.float32, 3).unstack(steps)
    gates, bias = kernel("gates", [3 + 4, 16]), v1.get_variable("bias", [16], initializer=v1.random_normal_initializer(seed=8))

    def body(time, cell, hidden, written):
        i, j, f, o = tf.split(tf.concat([arrays.read(time), hidden], 1) @ gates + bias, 4, 1)
        cell = tf.sigmoid(f + 1) * cell + tf.sigmoid(i) * tf.tanh(j)
        hidden = tf.tanh(cell) * tf.sigmoid(o)
        return time + 1, cell, hidden, written.write(time, hidden)

    zeros = tf.zeros([tf.shape(x0)[0], 4])
    _, cell, hidden, written = tf.while_loop(lambda time, *_: time < 3, body, [0, zeros, zeros, tf.TensorArray(tf.float32, 3)], parallel_iterations=32)
    return {"cell": cell, "hidden": hidden, "all": tf.transpose(written.stack(), [1, 0, 2])}


MODELS = {
    "estimator-deep": estimator(deep),
    "estimator-wide": estimator(wide),
    "graph1-images": generation_one(images),
    "graph1-lookups": generation_one(lookups),
    "graph1-dynamic": generation_one(dynamic),
}
