"""Layers over sequences: embeddings, masks, recurrence, attention."""

import keras
import numpy as np
from keras import layers as L

from .inputs import batch, chain

GROUP = "Sequences"
WORDS = np.random.default_rng(5).integers(0, 12, (4, 7)).astype("int32")
WORDS[0, 4:] = WORDS[1, 2:] = 0
STEPS = (7, 5)


def words(*layers):
    return chain((7,), lambda: L.Embedding(12, 5, mask_zero=True), *layers, values=WORDS, dtype="int32")


def stateful():
    entry = keras.Input(batch_shape=(4, 7, 5))
    model = keras.Model(entry, L.LSTM(3, stateful=True)(entry))
    # The state of one call is where the next begins; what is exported has seen none.
    return model, batch(4, 7, 5), batch(4, 7, 5, seed=4)


def states():
    entry = keras.Input(STEPS)
    sequence, hidden, cell = L.LSTM(4, return_sequences=True, return_state=True)(entry)
    again = L.GRU(3)(sequence, initial_state=L.Dense(3)(hidden))
    values = batch(4, *STEPS)
    return keras.Model(entry, {"sequence": sequence, "hidden": hidden, "cell": cell, "again": again}), values, values[:1]


def attended(make):
    def build():
        query, value = keras.Input((5, 8), name="query"), keras.Input((6, 8), name="value")
        values = {"query": batch(4, 5, 8), "value": batch(4, 6, 8)}
        return keras.Model([query, value], make(query, value)), values, {name: each[:1] for name, each in values.items()}

    return build


def masked_attention():
    entry = keras.Input((7,), dtype="int32")
    x = L.Embedding(12, 8, mask_zero=True)(entry)
    x = L.MultiHeadAttention(2, 4)(x, x, use_causal_mask=True)
    return keras.Model(entry, L.GlobalAveragePooling1D()(x)), WORDS, WORDS[:1]


def attention_mask():
    query, value = keras.Input((7,), dtype="int32", name="query"), keras.Input((7,), dtype="int32", name="value")
    embedding = L.Embedding(12, 8, mask_zero=True)
    pair = [embedding(query), embedding(value)]
    outputs = {"dot": L.Attention()(pair), "additive": L.AdditiveAttention()(pair), "heads": L.MultiHeadAttention(2, 4)(*pair)}
    values = {"query": WORDS, "value": WORDS[::-1].copy()}
    return keras.Model([query, value], outputs), values, {name: each[:1] for name, each in values.items()}


def given_mask():
    entry, mask = keras.Input((5, 8), name="x"), keras.Input((5, 5), dtype="bool", name="mask")
    values = {"x": batch(4, 5, 8), "mask": batch(4, 5, 5) > -0.5}
    model = keras.Model([entry, mask], L.MultiHeadAttention(2, 4)(entry, entry, attention_mask=mask))
    return model, values, {name: each[:1] for name, each in values.items()}


def merged_masks():
    entry = keras.Input((7,), dtype="int32")
    one, two = L.Embedding(12, 5, mask_zero=True)(entry), L.Embedding(12, 5, mask_zero=True)(entry)
    x = L.Concatenate()([L.Add()([one, two]), L.Multiply()([one, two])])
    return keras.Model(entry, L.LSTM(3)(x)), WORDS, WORDS[:1]


def transformer():
    entry = keras.Input((7,), dtype="int32")
    x = L.Embedding(12, 8)(entry) + L.Embedding(7, 8)(keras.ops.arange(7))
    x = L.LayerNormalization()(x + L.MultiHeadAttention(2, 4)(x, x))
    x = L.LayerNormalization()(x + L.Dense(8)(L.Dense(16, activation="gelu")(x)))
    return keras.Model(entry, L.Dense(3, activation="softmax")(x[:, 0])), WORDS, WORDS[:1]


def additive_scores(query, value):
    return L.Attention(use_scale=True, score_mode="concat")([query, value])


MODELS = {
    "embedding": chain((7,), lambda: L.Embedding(12, 5), L.Flatten, lambda: L.Dense(2), values=WORDS, dtype="int32"),
    "embedding-mask-average": words(L.GlobalAveragePooling1D, lambda: L.Dense(2)),
    "masking": chain(STEPS, lambda: L.Masking(0.0), lambda: L.LSTM(4), values=np.where(batch(4, 7, 1) > 0, batch(4, 7, 5), 0)),
    "rnn-simple": chain(STEPS, lambda: L.SimpleRNN(4, return_sequences=True), lambda: L.SimpleRNN(3, activation="relu")),
    "rnn-simple-backwards": chain(STEPS, lambda: L.SimpleRNN(4, go_backwards=True)),
    "lstm": chain(STEPS, lambda: L.LSTM(4)),
    "lstm-any-length": chain((None, 5), lambda: L.LSTM(4, return_sequences=True), lambda: L.LSTM(3)),
    "lstm-stacked": chain(STEPS, lambda: L.LSTM(6, return_sequences=True), lambda: L.LSTM(4), lambda: L.Dense(1)),
    "lstm-unrolled": chain(STEPS, lambda: L.LSTM(4, unroll=True)),
    "lstm-mask": words(lambda: L.LSTM(4)),
    "lstm-stateful": stateful,
    "lstm-states": states,
    "gru": chain(STEPS, lambda: L.GRU(4, return_sequences=True), lambda: L.GRU(3)),
    "gru-reset-before": chain(STEPS, lambda: L.GRU(4, reset_after=False)),
    "gru-mask": words(lambda: L.GRU(4, return_sequences=True), lambda: L.GRU(3)),
    "bidirectional-lstm": chain(STEPS, lambda: L.Bidirectional(L.LSTM(4, return_sequences=True)), lambda: L.Bidirectional(L.LSTM(3))),
    "bidirectional-gru-mask": words(lambda: L.Bidirectional(L.GRU(4), merge_mode="sum")),
    "rnn-cells": chain(STEPS, lambda: L.RNN([L.LSTMCell(4), L.GRUCell(3), L.SimpleRNNCell(2)])),
    "conv-lstm1d": chain((5, 8, 2), lambda: L.ConvLSTM1D(3, 3)),
    "conv-lstm2d": chain((4, 6, 7, 2), lambda: L.ConvLSTM2D(3, 3, padding="same", return_sequences=True), lambda: L.ConvLSTM2D(2, 2)),
    "conv-lstm3d": chain((3, 5, 6, 4, 2), lambda: L.ConvLSTM3D(3, 2, padding="same"), lambda: L.Conv3D(2, 2)),
    "rnn-cells-stacked": chain(STEPS, lambda: L.RNN(L.StackedRNNCells([L.GRUCell(4), L.LSTMCell(3)]), return_sequences=True)),
    "bidirectional-concat-mask": words(lambda: L.Bidirectional(L.LSTM(4, return_sequences=True), merge_mode="ave"), lambda: L.GRU(3)),
    "time-distributed-mask": words(lambda: L.TimeDistributed(L.Dense(4)), lambda: L.SimpleRNN(3)),
    "attention-mask": attention_mask,
    "attention-given-mask": given_mask,
    "attention-grouped-query-causal": attended(lambda q, v: L.GroupQueryAttention(4, 4, 1)(q, q, use_causal_mask=True)),
    "merge-mask": merged_masks,
    "time-distributed": chain((4, 6, 7, 2), lambda: L.TimeDistributed(L.Conv2D(3, 3)), lambda: L.TimeDistributed(L.Flatten()), lambda: L.LSTM(3)),
    "attention": attended(lambda q, v: L.Attention()([q, v])),
    "attention-concat-scores": attended(additive_scores),
    "attention-additive": attended(lambda q, v: L.AdditiveAttention()([q, v])),
    "attention-multi-head": attended(lambda q, v: L.MultiHeadAttention(3, 4)(q, v)),
    "attention-multi-head-scores": attended(lambda q, v: L.MultiHeadAttention(2, 4)(q, v, return_attention_scores=True)),
    "attention-grouped-query": attended(lambda q, v: L.GroupQueryAttention(4, 4, 2)(q, v)),
    "attention-causal-mask": masked_attention,
    "transformer-block": transformer,
    "conv1d-lstm": chain((12, 4), lambda: L.Conv1D(6, 3, activation="relu"), lambda: L.MaxPooling1D(2), lambda: L.LSTM(4), lambda: L.Dense(1, activation="sigmoid")),
}
