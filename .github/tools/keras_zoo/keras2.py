"""Models of Keras 2 in each of the three ways in which it was saved: `save`, `tf.saved_model.save` and `export`."""

import numpy as np
import tensorflow as tf
import tf_keras
from tf_keras import layers as L

from .inputs import batch
from .preprocessing import COLOURS, NUMBERS, TEXTS
from .sequences import WORDS

GROUP = "Keras 2"
WAYS = {
    "saved": lambda model, path: model.save(path, save_format="tf"),
    "written": lambda model, path: tf.saved_model.save(model, path),
    "exported": lambda model, path: model.export(path),
}


def two(shape, *layers, values=None, dtype="float32", way="saved"):
    def build():
        tf_keras.utils.set_random_seed(7)
        x = entry = tf_keras.Input(shape, dtype=dtype)
        for make in layers:
            x = make()(x)
        return kept(tf_keras.Model(entry, x), batch(4, *shape) if values is None else values, way)

    return build


def kept(model, values, way):
    disturb(model, values)
    return lambda path: WAYS[way](model, path), values


def disturb(model, values):
    random = np.random.default_rng(11)
    for weight in model.trainable_weights:
        value = weight.numpy()
        weight.assign(value + random.normal(0, 0.2, value.shape))
    for layer in model._flatten_layers():
        if isinstance(layer, L.BatchNormalization):
            layer.momentum = 0.0
    model(values, training=True)


def adapted(layer, data):
    layer.adapt(data)
    return layer


def columns(way):
    def build():
        column = tf.feature_column
        colour = column.categorical_column_with_vocabulary_list("colour", ["red", "green"], num_oov_buckets=1)
        used = [column.numeric_column("count"), column.indicator_column(colour), column.embedding_column(colour, 3)]
        entries = {"count": tf_keras.Input((1,), name="count"), "colour": tf_keras.Input((1,), name="colour", dtype="string")}
        values = {"count": tf.constant(NUMBERS, tf.float32), "colour": tf.constant(COLOURS)}
        model = tf_keras.Model(entries, L.Dense(2)(L.DenseFeatures(used)(entries)))
        return kept(model, values, way)

    return build


class Subclassed(tf_keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden, self.norm, self.out = L.Dense(5, activation="relu"), L.BatchNormalization(), L.Dense(2)

    def call(self, x, training=False):
        return self.out(self.norm(self.hidden(x), training=training))


def subclassed(way):
    def build():
        model = Subclassed()
        model.compute_output_shape((None, 3))
        model(batch(4, 3))
        model._set_save_spec(tf.TensorSpec([None, 3]))
        return kept(model, batch(4, 3), way)

    return build


def mobile():
    model = tf_keras.applications.MobileNetV2(weights=None, input_shape=(32, 32, 3), alpha=0.35, classes=5)
    return kept(model, batch(4, 32, 32, 3), "saved")


IMAGE = (9, 10, 4)
BUILDERS = {
    "dense": lambda way: two((6,), lambda: L.Dense(8, "relu"), L.BatchNormalization, L.PReLU, lambda: L.Dense(3, "softmax"), way=way),
    "convolutions": lambda way: two(
        IMAGE, lambda: L.Conv2D(6, 3, padding="same"), L.BatchNormalization, lambda: L.ReLU(6.0), lambda: L.SeparableConv2D(4, 3), L.MaxPooling2D,
        lambda: L.Conv2DTranspose(3, 2, 2), L.GlobalAveragePooling2D, way=way
    ),
    "lstm": lambda way: two((7, 5), lambda: L.LSTM(4, return_sequences=True), lambda: L.Bidirectional(L.LSTM(3)), way=way),
    "gru": lambda way: two((7, 5), lambda: L.GRU(4, return_sequences=True), lambda: L.GRU(3, reset_after=False), way=way),
    "masked": lambda way: two((7,), lambda: L.Embedding(12, 5, mask_zero=True), lambda: L.LSTM(4), values=WORDS, dtype="int32", way=way),
    "text": lambda way: two(
        (1,), lambda: adapted(L.TextVectorization(output_mode="tf_idf"), TEXTS[:, 0]), lambda: L.Dense(2), values=tf.constant(TEXTS), dtype="string", way=way
    ),
    "columns": columns,
    "subclassed": subclassed,
}
MODELS = {
    **{f"keras2-{name}-{way}": build(way) for name, build in BUILDERS.items() for way in WAYS},
    "keras2-local": two((8, 4), lambda: L.LocallyConnected1D(3, 2), L.ThresholdedReLU),
    "keras2-rnn": two((7, 5), lambda: L.SimpleRNN(4, return_sequences=True), lambda: L.RNN([L.LSTMCell(4), L.GRUCell(3)])),
    "keras2-conv-lstm": two((4, 6, 7, 2), lambda: L.ConvLSTM2D(3, 3)),
    "keras2-attention": two((5, 8), lambda: Attending()),
    "keras2-normalization": two((5, 6), L.LayerNormalization, lambda: L.GroupNormalization(2), L.UnitNormalization),
    "keras2-crossing": two((1,), lambda: L.Hashing(7), lambda: L.CategoryEncoding(7), values=tf.constant(COLOURS), dtype="string"),
    "keras2-lookup": two((1,), lambda: L.IntegerLookup(vocabulary=[3, 8], output_mode="one_hot"), values=NUMBERS, dtype="int64"),
    "keras2-pictures": two((12, 14, 3), lambda: L.Rescaling(1 / 255), lambda: L.Resizing(8, 9), lambda: L.CenterCrop(6, 6), lambda: L.RandomFlip()),
    "keras2-mobilenetv2": mobile,
}


class Attending(L.Layer):
    def build(self, shape):
        self.attention = L.MultiHeadAttention(2, 4)

    def call(self, x):
        return self.attention(x, x)
