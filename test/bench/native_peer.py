"""TensorFlow's side of `npm run bench -- native`, as `native-child.ts` is ours: python native_peer.py MODEL"""

import base64
import json
import os
import pathlib
import sys
import time

os.environ["CUDA_VISIBLE_DEVICES"] = ""
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402


def main(folder):
    tf.config.threading.set_intra_op_parallelism_threads(int(os.environ["TF_NUM_INTRAOP_THREADS"]))
    tf.config.threading.set_inter_op_parallelism_threads(int(os.environ["TF_NUM_INTEROP_THREADS"]))
    began = time.perf_counter()
    model = tf.saved_model.load(folder)
    print(json.dumps({"loadSeconds": time.perf_counter() - began}), flush=True)
    case = json.loads((pathlib.Path(folder) / "case.json").read_text())
    for line in sys.stdin:
        request = json.loads(line)
        inputs = {name: rows(given, request["batch"]) for name, given in case["inputs"].items()}
        print(json.dumps(answer(model.signatures["serving_default"], inputs, request["milliseconds"])), flush=True)


def answer(signature, inputs, milliseconds):
    if milliseconds == 0:
        return {"output": base64.b64encode(call(signature, inputs).tobytes()).decode()}
    calls = []
    end = time.perf_counter() + milliseconds / 1000
    while time.perf_counter() < end or len(calls) < 3:
        began = time.perf_counter()
        call(signature, inputs)
        calls.append(time.perf_counter() - began)
    return {"seconds": sorted(calls)[len(calls) // 10]}


def call(signature, inputs):
    """From arrays to arrays, as ours."""
    [output] = signature(**{name: tf.constant(given) for name, given in inputs.items()}).values()
    return output.numpy()


def rows(given, batch):
    values = np.array(given["data"], object if given["dtype"] == "string" else given["dtype"])
    return values.reshape(given["shape"])[:batch]


main(sys.argv[1])
