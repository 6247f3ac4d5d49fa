"""Layers that change pictures: what they do when a model serves, which for most augmentations is nothing."""

import keras
from keras import layers as L

from .inputs import chain
from .preprocessing import PICTURES

GROUP = "Preprocessing"
SIZE = (12, 14, 3)
RANGE = {"value_range": (0, 255)}


def pictures(*layers):
    return chain(SIZE, *layers, values=PICTURES)


class Inside(L.Layer):
    """A layer that may answer its input itself, which no functional model takes for a layer's output."""

    def __init__(self, layer):
        super().__init__()
        self.layer = layer

    def call(self, x):
        return self.layer(x) + 0


def imagenet():
    """The three ways in which the families of keras.applications want their pixels."""
    entry = keras.Input(SIZE)
    preprocess = keras.applications.imagenet_utils.preprocess_input
    return keras.Model(entry, {mode: preprocess(entry, mode=mode) for mode in ("caffe", "tf", "torch")}), PICTURES, PICTURES[:1]


MODELS = {
    "augmentation-geometry": pictures(
        lambda: L.RandomShear(0.2, 0.2), lambda: L.RandomPerspective(0.5), L.RandomElasticTransform, lambda: L.RandomErasing(0.5),
    ),
    "augmentation-colour": pictures(
        lambda: L.RandomColorDegeneration(0.5), lambda: L.RandomHue(0.2, **RANGE), lambda: L.RandomSaturation(0.3),
        lambda: L.RandomColorJitter((0, 255), 0.2, 0.2, 0.2, 0.2), lambda: L.RandomGrayscale(0.5), lambda: L.RandomInvert(0.5),
    ),
    "augmentation-texture": pictures(
        lambda: L.RandomPosterization(4), lambda: L.RandomSharpness(0.5), L.RandomGaussianBlur,
    ),
    "augmentation-mixtures": pictures(L.AugMix, L.CutMix, L.MixUp, L.RandAugment),
    "auto-contrast": pictures(L.AutoContrast),
    "equalization": pictures(lambda: Inside(L.Equalization())),
    "equalization-contrast-limited": pictures(lambda: L.ContrastLimitedAdaptiveHistogramEqualization((0, 255), tile_grid_size=(3, 2))),
    "solarization": pictures(lambda: L.Solarization(0.5, 0.4, value_range=(0, 255))),
    "bounding-boxes-limit": pictures(lambda: L.MaxNumBoundingBoxes(3)),
    "pipeline": pictures(lambda: L.Pipeline([L.Resizing(8, 8), L.Rescaling(1 / 255), L.RandomFlip()])),
    "resizing-pad": pictures(lambda: L.Resizing(9, 9, pad_to_aspect_ratio=True)),
    "resizing-lanczos3": pictures(lambda: L.Resizing(17, 9, interpolation="lanczos3")),
    "resizing-lanczos5": pictures(lambda: L.Resizing(7, 20, interpolation="lanczos5", antialias=True)),
    "imagenet-preprocessing": imagenet,
}
