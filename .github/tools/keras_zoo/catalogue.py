"""The public layers of this Keras, and which of them a model holds."""

import importlib.metadata

import keras
import tensorflow as tf

# What cannot be held by a model that TensorFlow's backend exports, and why.
ELSEWHERE = {"FlaxLayer": "needs JAX", "JaxLayer": "needs JAX", "TorchModuleWrapper": "needs PyTorch as the backend"}
# What computes nothing itself.
ABSTRACT = {"InputLayer", "Layer", "Wrapper"}


def catalogue():
    layers = {
        name: {"family": layer.__module__.split(".")[3].removesuffix("_layer"), "elsewhere": ELSEWHERE.get(name)}
        for name, layer in public().items()
    }
    return {"tensorflow": tf.__version__, "keras": keras.__version__, "keras2": keras2_version(), "layers": layers}


def layers_of(built):
    if not isinstance(built, keras.Model):
        return []
    return sorted({type(layer).__name__ for layer in built._flatten_layers()} & public().keys())


def public():
    """By name, without the second names that some have."""
    found = {name: getattr(keras.layers, name) for name in dir(keras.layers) if name not in ABSTRACT}
    return {
        name: layer
        for name, layer in found.items()
        if isinstance(layer, type) and issubclass(layer, keras.layers.Layer) and layer.__name__ == name
    }


def keras2_version():
    try:
        return importlib.metadata.version("tf_keras")
    except importlib.metadata.PackageNotFoundError:
        return None
