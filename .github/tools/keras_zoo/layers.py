"""Layers that look at one example at a time: dense, convolutions, pooling, normalisations, shapes, merging."""

import tempfile

import keras
from keras import layers as L

from .inputs import batch, chain

GROUP = "Layers"
ACTIVATIONS = """relu relu6 leaky_relu elu selu celu gelu silu mish softplus softsign sigmoid hard_sigmoid hard_silu
hard_tanh hard_shrink soft_shrink tanh tanh_shrink exponential log_sigmoid log_softmax softmax sparsemax
sparse_plus sparse_sigmoid squareplus linear""".split()

IMAGE = (9, 10, 4)
LINE = (12, 4)
BLOCK = (6, 7, 8, 3)


def merged(*makers, shapes=((5, 6), (5, 6))):
    def build():
        entries = [keras.Input(shape, name=f"in{index}") for index, shape in enumerate(shapes)]
        outputs = [make()(entries) for make in makers]
        values = {entry.name: batch(4, *entry.shape[1:], seed=index) for index, entry in enumerate(entries)}
        return WithBatch(keras.Model(entries, outputs), values)

    return build


def WithBatch(model, values):
    return model, values, {name: value[:1] for name, value in values.items()}


def activations():
    entry = keras.Input((8,))
    outputs = {name: L.Activation(name)(entry) for name in ACTIVATIONS}
    values = 2 * batch(5, 8)
    return keras.Model(entry, outputs), values, values[:1]


def mixed(policy):
    def build():
        keras.mixed_precision.set_dtype_policy(policy)
        try:
            layers = (lambda: L.Conv2D(4, 3), L.BatchNormalization, L.ReLU, L.Flatten, lambda: L.Dense(2, dtype="float32"))
            return chain(IMAGE, *layers)()
        finally:
            keras.mixed_precision.set_dtype_policy("float32")

    return build


def float64():
    keras.backend.set_floatx("float64")
    try:
        return chain((6,), lambda: L.Dense(5, activation="tanh"), L.LayerNormalization, lambda: L.Dense(2), dtype="float64")()
    finally:
        keras.backend.set_floatx("float32")


def several_outputs():
    one, two = keras.Input((6,), name="one"), keras.Input((3,), name="two")
    x = L.Concatenate()([L.Dense(5, activation="relu")(one), two])
    values = {"one": batch(4, 6), "two": batch(4, 3)}
    return WithBatch(keras.Model([one, two], {"score": L.Dense(1)(x), "label": L.Dense(3, activation="softmax")(x)}), values)


def saved_model_inside():
    """A model that holds another one as a layer."""
    inner, values, _ = chain((6,), lambda: L.Dense(8, activation="tanh"), lambda: L.Dense(3))()
    folder = tempfile.mkdtemp()
    inner.export(folder, format="tf_saved_model", verbose=False)
    return chain((6,), lambda: L.TFSMLayer(folder, call_endpoint="serve"), lambda: L.Dense(2), values=values)()


MODELS = {
    "dense": chain((6,), lambda: L.Dense(8, activation="relu"), lambda: L.Dense(3, activation="softmax")),
    "dense-rank3": chain((5, 6), lambda: L.Dense(4, activation="gelu"), lambda: L.Dense(2, use_bias=False)),
    "einsum-dense": chain((5, 6), lambda: L.EinsumDense("abc,cde->abde", (None, 3, 4), bias_axes="de")),
    "dense-batchnorm": chain((6,), lambda: L.Dense(8), L.BatchNormalization, L.ReLU, lambda: L.Dense(2)),
    "activations": activations,
    "activation-layers": chain(
        (8,), lambda: L.Dense(8), L.PReLU, lambda: L.LeakyReLU(0.2), lambda: L.ELU(0.7), lambda: L.ReLU(2.0, 0.1, 0.05), L.Softmax
    ),
    "functional-several-outputs": several_outputs,
    "mixed-float16": mixed("mixed_float16"),
    "mixed-bfloat16": mixed("mixed_bfloat16"),
    "float16": mixed("float16"),
    "bfloat16": mixed("bfloat16"),
    "float64": float64,
    "conv1d": chain(LINE, lambda: L.Conv1D(6, 3, activation="relu"), lambda: L.Conv1D(3, 2, strides=2, padding="same")),
    "conv1d-causal-dilated": chain(LINE, lambda: L.Conv1D(6, 3, padding="causal", dilation_rate=2)),
    "conv1d-groups": chain(LINE, lambda: L.Conv1D(8, 3, groups=2)),
    "conv1d-transpose": chain(LINE, lambda: L.Conv1DTranspose(5, 3, strides=2, padding="same")),
    "conv1d-separable": chain(LINE, lambda: L.SeparableConv1D(6, 3, depth_multiplier=2)),
    "conv1d-depthwise": chain(LINE, lambda: L.DepthwiseConv1D(3, strides=2, padding="same")),
    "conv2d-valid": chain(IMAGE, lambda: L.Conv2D(6, 3, activation="relu"), lambda: L.Conv2D(5, (2, 3))),
    "conv2d-same-strides": chain(IMAGE, lambda: L.Conv2D(6, 3, strides=2, padding="same"), lambda: L.Conv2D(4, (1, 5), (1, 2), "same")),
    "conv2d-1x1": chain(IMAGE, lambda: L.Conv2D(7, 1), lambda: L.Conv2D(3, 1, strides=2)),
    "conv2d-dilated": chain(IMAGE, lambda: L.Conv2D(6, 3, dilation_rate=2), lambda: L.Conv2D(6, 3, dilation_rate=(1, 2), padding="same")),
    "conv2d-groups": chain(IMAGE, lambda: L.Conv2D(8, 3, groups=2, padding="same"), lambda: L.Conv2D(8, 3, groups=4)),
    "conv2d-transpose": chain(IMAGE, lambda: L.Conv2DTranspose(6, 3, strides=2, padding="same"), lambda: L.Conv2DTranspose(3, 2)),
    "conv2d-transpose-output-padding": chain(IMAGE, lambda: L.Conv2DTranspose(6, 3, strides=2, padding="same", output_padding=1)),
    "conv2d-transpose-dilated": chain(IMAGE, lambda: L.Conv2DTranspose(4, 3, dilation_rate=2)),
    "conv2d-separable": chain(IMAGE, lambda: L.SeparableConv2D(6, 3, padding="same", activation="relu")),
    "conv2d-depthwise": chain(IMAGE, lambda: L.DepthwiseConv2D(3, depth_multiplier=2), lambda: L.DepthwiseConv2D(3, strides=2, padding="same")),
    "conv2d-depthwise-dilated": chain(IMAGE, lambda: L.DepthwiseConv2D(3, dilation_rate=2, padding="same")),
    "conv2d-batchnorm-relu6": chain(IMAGE, lambda: L.Conv2D(6, 3, use_bias=False), L.BatchNormalization, lambda: L.ReLU(6.0)),
    "conv2d-depthwise-batchnorm": chain(IMAGE, lambda: L.DepthwiseConv2D(3, padding="same"), L.BatchNormalization, lambda: L.Activation("hard_swish")),
    "conv3d": chain(BLOCK, lambda: L.Conv3D(4, 3, activation="relu"), lambda: L.Conv3D(3, 2, strides=2, padding="same")),
    "conv3d-dilated": chain(BLOCK, lambda: L.Conv3D(4, 2, dilation_rate=2)),
    "conv3d-transpose": chain(BLOCK, lambda: L.Conv3DTranspose(4, 3, strides=2, padding="same")),
    "pooling1d": chain(LINE, lambda: L.MaxPooling1D(2), lambda: L.AveragePooling1D(2, padding="same")),
    "pooling2d": chain(IMAGE, lambda: L.MaxPooling2D(2, padding="same"), lambda: L.AveragePooling2D(2)),
    "pooling2d-same-average": chain(IMAGE, lambda: L.AveragePooling2D(3, strides=2, padding="same"), lambda: L.MaxPooling2D(3, strides=1, padding="same")),
    "pooling3d": chain(BLOCK, lambda: L.MaxPooling3D(2), lambda: L.AveragePooling3D(2, padding="same")),
    "pooling-global1d": merged(lambda: lambda x: L.GlobalAveragePooling1D()(x[0]), lambda: lambda x: L.GlobalMaxPooling1D()(x[1])),
    "pooling-global2d": chain(IMAGE, lambda: L.GlobalAveragePooling2D(keepdims=True), L.GlobalMaxPooling2D),
    "pooling-global3d": chain(BLOCK, L.GlobalAveragePooling3D),
    "pooling-global3d-max": chain(BLOCK, L.GlobalMaxPooling3D),
    "pooling-adaptive": chain(IMAGE, lambda: L.AdaptiveAveragePooling2D((3, 5)), lambda: L.AdaptiveMaxPooling2D(2)),
    "pooling-adaptive1d": merged(lambda: lambda x: L.AdaptiveAveragePooling1D(4)(x[0]), lambda: lambda x: L.AdaptiveMaxPooling1D(2)(x[1])),
    "pooling-adaptive3d": chain(BLOCK, lambda: L.AdaptiveAveragePooling3D((3, 5, 8)), lambda: L.AdaptiveMaxPooling3D(2)),
    "normalization-batch": chain(IMAGE, L.BatchNormalization, lambda: L.BatchNormalization(axis=1)),
    "normalization-batch-unscaled": chain((6,), lambda: L.BatchNormalization(scale=False), lambda: L.BatchNormalization(center=False)),
    "normalization-layer": chain((5, 6), L.LayerNormalization, lambda: L.LayerNormalization(axis=[1, 2])),
    "normalization-group": chain(IMAGE, lambda: L.GroupNormalization(2), lambda: L.GroupNormalization(-1)),
    "normalization-rms": chain((5, 6), L.RMSNormalization),
    "normalization-unit": chain((5, 6), L.UnitNormalization),
    "normalization-spectral": chain(IMAGE, lambda: L.SpectralNormalization(L.Conv2D(4, 3))),
    "upsampling": chain(IMAGE, lambda: L.UpSampling2D((2, 3)), lambda: L.UpSampling2D(2, interpolation="bilinear")),
    "upsampling-bicubic": chain(IMAGE, lambda: L.UpSampling2D(2, interpolation="bicubic")),
    "upsampling1d": chain(LINE, lambda: L.UpSampling1D(3)),
    "upsampling3d": chain(BLOCK, lambda: L.UpSampling3D((1, 2, 2))),
    "padding-and-cropping1d": chain(LINE, lambda: L.ZeroPadding1D((1, 2)), lambda: L.Cropping1D((0, 1))),
    "padding-and-cropping2d": chain(IMAGE, lambda: L.ZeroPadding2D(((1, 0), (2, 3))), lambda: L.Cropping2D(((0, 1), (1, 1)))),
    "padding-and-cropping3d": chain(BLOCK, lambda: L.ZeroPadding3D(1), lambda: L.Cropping3D((1, 2, 0))),
    "reshape-permute-flatten": chain(LINE, lambda: L.Reshape((6, 8)), lambda: L.Permute((2, 1)), L.Flatten, lambda: L.RepeatVector(2)),
    "identity-and-regularisation": chain(
        (6,), lambda: L.Dropout(0.5), lambda: L.GaussianNoise(0.3), lambda: L.GaussianDropout(0.3), lambda: L.AlphaDropout(0.3),
        lambda: L.ActivityRegularization(0.1), L.Identity, lambda: L.Dense(2)
    ),
    "spatial-dropout": chain(IMAGE, lambda: L.SpatialDropout2D(0.5), lambda: L.Conv2D(2, 3)),
    "spatial-dropout1d": chain(LINE, lambda: L.SpatialDropout1D(0.5), lambda: L.Conv1D(2, 3)),
    "spatial-dropout3d": chain(BLOCK, lambda: L.SpatialDropout3D(0.5), lambda: L.Conv3D(2, 3)),
    "conv2d-channels-first": chain(
        (4, 9, 10), lambda: L.Conv2D(6, 3, data_format="channels_first"), lambda: L.MaxPooling2D(2, data_format="channels_first"),
        lambda: L.BatchNormalization(axis=1), lambda: L.GlobalAveragePooling2D(data_format="channels_first")
    ),
    "saved-model-inside": saved_model_inside,
    "merge": merged(L.Add, L.Subtract, L.Multiply, L.Average, L.Maximum, L.Minimum, lambda: L.Concatenate(1), lambda: L.Concatenate()),
    "merge-broadcast": merged(L.Add, L.Multiply, shapes=((5, 6), (1, 6))),
    "merge-dot": merged(lambda: L.Dot(2), lambda: L.Dot((2, 2), normalize=True)),
    "lambda-free-operations": merged(lambda: lambda x: keras.ops.mean(x[0] * x[1], axis=1), lambda: lambda x: keras.ops.top_k(x[0], 2)[0]),
}
