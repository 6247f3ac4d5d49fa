"""The families of keras.applications at a small size, with random weights and statistics from data."""

from keras import applications as A

from .inputs import batch, normal

GROUP = "keras.applications"
SIZES = {
    "MobileNet": 64, "MobileNetV2": 64, "MobileNetV3Small": 64, "MobileNetV3Large": 64, "EfficientNetB0": 64,
    "EfficientNetV2B0": 64, "ResNet50": 64, "ResNet50V2": 64, "DenseNet121": 64, "InceptionV3": 96, "Xception": 96,
    "VGG16": 32, "VGG19": 32, "NASNetMobile": 64, "ConvNeXtTiny": 64, "InceptionResNetV2": 96,
}


def application(name, size):
    def build():
        options = {"include_preprocessing": False} if "V3" in name and "Mobile" in name else {}
        model = getattr(A, name)(weights=None, input_shape=(size, size, 3), classes=10, classifier_activation=None, **options)
        if name.startswith("VGG"):
            # Nothing normalises between its layers: without He's scale the signal dies out.
            for weight in model.trainable_weights:
                if "kernel" in weight.name:
                    fan_in = weight.shape[0] if len(weight.shape) == 2 else weight.shape[0] * weight.shape[1] * weight.shape[2]
                    weight.assign(normal(weight.shape) * (2 / fan_in) ** 0.5)
        for layer in model.layers:
            if hasattr(layer, "adapt_mean"):
                layer.adapt_mean.assign([0.1, -0.2, 0.3])
                layer.adapt_variance.assign([0.5, 2.0, 1.5])
                layer.finalize_state()
        # Statistics that come from 8 pictures, not from the two that are asked about, keep the outputs apart.
        return model, batch(8, size, size, 3) * 1.5, batch(2, size, size, 3, seed=21)

    return build


MODELS = {f"app-{name.lower()}": application(name, size) for name, size in SIZES.items()}
