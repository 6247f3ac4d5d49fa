"""Layers whose weights are small integers, and layers that train a small addition to frozen weights."""

import keras
from keras import layers as L

from .inputs import batch, chain, normal
from .sequences import WORDS

GROUP = "Quantized"


def quantized(build, mode):
    def then():
        model, *batches = build()
        for weight in model.trainable_weights:
            weight.assign(normal(weight.shape) * 0.5)
        model.quantize(mode)
        return model, *batches

    return then


def adapted(build, rank=2):
    """LoRA begins with nothing: its second matrix is zero until it is trained."""

    def then():
        model, *batches = build()
        for layer in model._flatten_layers():
            if hasattr(layer, "enable_lora"):
                layer.enable_lora(rank)
        return model, *batches

    return then


DENSE = chain((16,), lambda: L.Dense(8, activation="relu"), lambda: L.Dense(3))
EINSUM = chain((5, 8), lambda: L.EinsumDense("abc,cd->abd", (None, 6), bias_axes="d"))
EMBEDDING = chain((7,), lambda: L.Embedding(12, 8), lambda: L.Dense(2), values=WORDS, dtype="int32")
ATTENTION = chain((5, 8), lambda: SelfAttention())


@keras.saving.register_keras_serializable()
class SelfAttention(L.Layer):
    def __init__(self):
        super().__init__()
        self.attention = L.MultiHeadAttention(2, 4)

    def build(self, shape):
        self.attention.build(shape, shape)

    def call(self, x):
        return self.attention(x, x)


def reversible():
    entry = keras.Input((7,), dtype="int32")
    embedding = L.ReversibleEmbedding(12, 8)
    return keras.Model(entry, embedding(L.Dense(8)(embedding(entry)), reverse=True)), WORDS, WORDS[:1]


MODELS = {
    **{
        f"{name}-{mode}": quantized(build, mode)
        for name, build in {"dense": DENSE, "einsum-dense": EINSUM, "embedding": EMBEDDING, "embedding-reversible": reversible}.items()
        for mode in ("int8", "int4")
    },
    "attention-int8": quantized(ATTENTION, "int8"),
    "dense-float8": quantized(DENSE, "float8"),
    "dense-lora": adapted(DENSE),
    "einsum-dense-lora": adapted(EINSUM),
    "embedding-lora": adapted(EMBEDDING),
    "embedding-reversible": reversible,
}
