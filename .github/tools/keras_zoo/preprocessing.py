"""Preprocessing layers, which live in the model so that serving takes raw values."""

import keras
import numpy as np
from keras import layers as L

from .inputs import batch, chain

GROUP = "Preprocessing"
TEXTS = np.array([["The quick brown fox"], ["jumps over the LAZY dog!"], ["fox, fox & dog"], [""]], object)
COLOURS = np.array([["red"], ["green"], ["blue"], ["violet"]], object)
NUMBERS = np.array([[3], [8], [15], [4]], "int64")
PICTURES = np.random.default_rng(9).uniform(0, 255, (4, 12, 14, 3)).round(1).astype("float32")


def adapted(layer, data):
    layer.adapt(data)
    return layer


def text(**options):
    def build():
        layer = adapted(L.TextVectorization(**options), TEXTS[:, 0])
        return chain((1,), lambda: layer, values=TEXTS, dtype="string")()

    return build


def text_classifier():
    layer = adapted(L.TextVectorization(output_sequence_length=6), TEXTS[:, 0])
    rest = (lambda: L.Embedding(20, 4, mask_zero=True), lambda: L.Bidirectional(L.LSTM(3)), lambda: L.Dense(1, activation="sigmoid"))
    return chain((1,), lambda: layer, *rest, values=TEXTS, dtype="string")()


def ragged_text():
    entry = keras.Input((), dtype="string")
    return keras.Model(entry, Padded(adapted(L.TextVectorization(ragged=True), TEXTS[:, 0]))(entry)), TEXTS[:, 0], TEXTS[:1, 0]


class Padded(L.Layer):
    """What a layer answers with rows of several lengths, made rectangular."""

    def __init__(self, layer):
        super().__init__(dtype="int64")
        self.layer = layer

    def call(self, x):
        return self.layer(x).to_tensor(-1)

    def compute_output_shape(self, shape):
        return (*shape, None)


def weighted():
    entry, weights = keras.Input((3,), dtype="int32", name="x"), keras.Input((3,), name="weights")
    values = {"x": np.array([[0, 1, 4], [2, 2, 3]], "int32"), "weights": batch(2, 3)}
    model = keras.Model([entry, weights], L.CategoryEncoding(5, output_mode="count")(entry, count_weights=weights))
    return model, values, {name: each[:1] for name, each in values.items()}


def crossed():
    one, two = keras.Input((1,), dtype="string", name="one"), keras.Input((1,), dtype="int64", name="two")
    values = {"one": COLOURS, "two": NUMBERS}
    model = keras.Model([one, two], L.HashedCrossing(9, output_mode="one_hot")((one, two)))
    return model, values, {name: value[:1] for name, value in values.items()}


def tabular():
    age, colour, count = keras.Input((1,), name="age"), keras.Input((1,), dtype="string", name="colour"), keras.Input((1,), dtype="int64", name="count")
    parts = [
        adapted(L.Normalization(), batch(50, 1)),
        L.StringLookup(vocabulary=["red", "green"], output_mode="one_hot"),
        L.IntegerLookup(vocabulary=[3, 8], output_mode="multi_hot"),
    ]
    encoded = [layer(x) for layer, x in zip(parts, (age, colour, count), strict=True)]
    x = L.Dense(6, activation="relu")(L.Concatenate()(encoded))
    values = {"age": batch(4, 1), "colour": COLOURS, "count": NUMBERS}
    return keras.Model([age, colour, count], L.Dense(1)(x)), values, {name: value[:1] for name, value in values.items()}


def feature_space():
    space = keras.utils.FeatureSpace(
        {"age": "float_normalized", "count": "integer_categorical", "colour": "string_hashed", "size": "float_discretized"},
        crosses=[("count", "colour")], crossing_dim=8, output_mode="concat",
    )
    import tensorflow as tf

    columns = {"age": batch(4)[:, ], "count": NUMBERS[:, 0], "colour": COLOURS[:, 0].astype(str), "size": batch(4, seed=8)}
    space.adapt(tf.data.Dataset.from_tensor_slices(columns))
    entries = space.get_inputs()
    values = {name: np.reshape(columns[name], (4, 1)) for name in columns}
    model = keras.Model(entries, space.get_encoded_features())
    return model, values, {name: value[:1] for name, value in values.items()}


MODELS = {
    "normalization": lambda: chain((3,), lambda: adapted(L.Normalization(), batch(50, 3)))(),
    "normalization-inverse": chain((3,), lambda: L.Normalization(mean=[1.0, 2, 3], variance=[4.0, 1, 9], invert=True)),
    "discretization": chain((3,), lambda: L.Discretization([-0.5, 0.0, 0.7])),
    "discretization-one-hot": chain((1,), lambda: L.Discretization([-0.5, 0.0, 0.7], output_mode="one_hot")),
    "category-encoding": chain((3,), lambda: L.CategoryEncoding(5, output_mode="multi_hot"), values=np.array([[0, 1, 4], [2, 2, 3]], "int32"), dtype="int32"),
    "category-encoding-count": chain((3,), lambda: L.CategoryEncoding(5, output_mode="count"), values=np.array([[0, 1, 4], [2, 2, 3]], "int32"), dtype="int32"),
    "hashing": chain((1,), lambda: L.Hashing(7), values=COLOURS, dtype="string"),
    "hashing-salted": chain((1,), lambda: L.Hashing(7, salt=[1337, 42], mask_value="red"), values=COLOURS, dtype="string"),
    "hashing-integers": chain((1,), lambda: L.Hashing(7), values=NUMBERS, dtype="int64"),
    "hashed-crossing": crossed,
    "string-lookup": chain((1,), lambda: L.StringLookup(vocabulary=["red", "green", "blue"]), values=COLOURS, dtype="string"),
    "string-lookup-oov": chain((1,), lambda: L.StringLookup(vocabulary=["red", "green"], num_oov_indices=3), values=COLOURS, dtype="string"),
    "string-lookup-mask": chain((1,), lambda: L.StringLookup(vocabulary=["red", "green"], mask_token=""), values=COLOURS, dtype="string"),
    "string-lookup-multi-hot": chain((2,), lambda: L.StringLookup(vocabulary=["red", "green"], output_mode="multi_hot"), values=np.hstack([COLOURS, COLOURS[::-1]]), dtype="string"),
    "string-lookup-count": chain((2,), lambda: L.StringLookup(vocabulary=["red", "green"], output_mode="count"), values=np.hstack([COLOURS, COLOURS]), dtype="string"),
    "string-lookup-inverse": chain((1,), lambda: L.StringLookup(vocabulary=["red", "green"], invert=True), values=np.array([[0], [1], [2], [9]], "int64"), dtype="int64"),
    "integer-lookup": chain((1,), lambda: L.IntegerLookup(vocabulary=[3, 8, 15]), values=NUMBERS, dtype="int64"),
    "integer-lookup-one-hot": chain((1,), lambda: L.IntegerLookup(vocabulary=[3, 8, 15], output_mode="one_hot"), values=NUMBERS, dtype="int64"),
    "text-vectorization": text(),
    "text-vectorization-length": text(output_sequence_length=5, max_tokens=10),
    "text-vectorization-multi-hot": text(output_mode="multi_hot"),
    "text-vectorization-count": text(output_mode="count", ngrams=2),
    "text-vectorization-tf-idf": text(output_mode="tf_idf"),
    "text-vectorization-ngrams": text(ngrams=(1, 2, 3)),
    "text-vectorization-characters": text(split="character", standardize="lower"),
    "text-vectorization-unsplit": text(split=None, standardize="strip_punctuation"),
    "text-vectorization-whitespace": text(split="whitespace", standardize=None, pad_to_max_tokens=True, max_tokens=30, output_mode="count"),
    "text-vectorization-ragged": ragged_text,
    "string-lookup-tf-idf": chain((2,), lambda: adapted(L.StringLookup(output_mode="tf_idf"), np.vstack([COLOURS, COLOURS[:2]])), values=np.hstack([COLOURS, COLOURS[::-1]]), dtype="string"),
    "string-lookup-one-hot": chain((1,), lambda: L.StringLookup(vocabulary=["red", "green"], output_mode="one_hot"), values=COLOURS, dtype="string"),
    "integer-lookup-multi-hot": chain((1,), lambda: L.IntegerLookup(vocabulary=[3, 8, 15], output_mode="multi_hot", num_oov_indices=2), values=NUMBERS, dtype="int64"),
    "integer-lookup-count": chain((1,), lambda: adapted(L.IntegerLookup(output_mode="count"), NUMBERS), values=NUMBERS, dtype="int64"),
    "integer-lookup-inverse": chain((1,), lambda: L.IntegerLookup(vocabulary=[3, 8, 15], invert=True), values=np.array([[0], [1], [2], [3]], "int64"), dtype="int64"),
    "integer-lookup-mask": chain((1,), lambda: L.IntegerLookup(vocabulary=[3, 8], mask_token=4), values=NUMBERS, dtype="int64"),
    "hashing-one-hot": chain((1,), lambda: L.Hashing(5, output_mode="one_hot"), values=COLOURS, dtype="string"),
    "hashing-multi-hot": chain((2,), lambda: L.Hashing(5, output_mode="multi_hot"), values=np.hstack([COLOURS, COLOURS[::-1]]), dtype="string"),
    "hashing-count": chain((2,), lambda: L.Hashing(5, output_mode="count"), values=np.hstack([COLOURS, COLOURS]), dtype="string"),
    "discretization-adapted": chain((3,), lambda: adapted(L.Discretization(num_bins=4), batch(50, 3))),
    "discretization-multi-hot": chain((3,), lambda: L.Discretization([-0.5, 0.0, 0.7], output_mode="multi_hot")),
    "discretization-count": chain((3,), lambda: L.Discretization([-0.5, 0.0, 0.7], output_mode="count")),
    "category-encoding-one-hot": chain((1,), lambda: L.CategoryEncoding(16, output_mode="one_hot"), values=NUMBERS.astype("int32"), dtype="int32"),
    "category-encoding-weights": weighted,
    "text-classifier": text_classifier,
    "tabular": tabular,
    "feature-space": feature_space,
    "rescaling": chain((12, 14, 3), lambda: L.Rescaling(1 / 127.5, offset=-1.0), values=PICTURES),
    "resizing-bilinear": chain((12, 14, 3), lambda: L.Resizing(8, 9), values=PICTURES),
    "resizing-nearest": chain((12, 14, 3), lambda: L.Resizing(17, 9, interpolation="nearest"), values=PICTURES),
    "resizing-bicubic": chain((12, 14, 3), lambda: L.Resizing(17, 20, interpolation="bicubic"), values=PICTURES),
    "resizing-antialias": chain((12, 14, 3), lambda: L.Resizing(6, 5, antialias=True), values=PICTURES),
    "resizing-area": chain((12, 14, 3), lambda: L.Resizing(5, 4, interpolation="area"), values=PICTURES),
    "resizing-crop": chain((12, 14, 3), lambda: L.Resizing(8, 6, crop_to_aspect_ratio=True), values=PICTURES),
    "center-crop": chain((12, 14, 3), lambda: L.CenterCrop(7, 6), values=PICTURES),
    "center-crop-enlarging": chain((12, 14, 3), lambda: L.CenterCrop(16, 6), values=PICTURES),
    "augmentation-at-inference": chain(
        (12, 14, 3), L.RandomFlip, lambda: L.RandomRotation(0.2), lambda: L.RandomZoom(0.2), lambda: L.RandomTranslation(0.1, 0.1),
        lambda: L.RandomContrast(0.2), lambda: L.RandomBrightness(0.2), lambda: L.RandomCrop(8, 9), values=PICTURES
    ),
    "image-operations": chain(
        (12, 14, 3), lambda: keras.layers.Lambda(lambda x: keras.ops.image.rgb_to_grayscale(x), output_shape=(12, 14, 1)), values=PICTURES
    ),
    "mel-spectrogram": chain((600,), lambda: L.MelSpectrogram(num_mel_bins=8, fft_length=128, sequence_stride=64, sampling_rate=4000)),
    "stft-spectrogram": chain((600, 1), lambda: L.STFTSpectrogram(mode="log", window=None, frame_length=128, frame_step=64, fft_length=128)),
}
