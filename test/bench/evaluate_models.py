"""Makes the larger model of `npm run bench -- evaluate`: python evaluate_models.py FOLDER"""

import os
import sys

os.environ["CUDA_VISIBLE_DEVICES"] = ""
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras  # noqa: E402
from keras import layers  # noqa: E402

keras.utils.set_random_seed(1)
hidden = [layers.Dense(512, "relu") for _ in range(3)]
keras.Sequential([keras.Input((3,), name="x"), *hidden, layers.Dense(1, "sigmoid")]).export(sys.argv[1])
