"""TensorFlow's side of `npm run bench -- embedded`, as `embedded-child.ts` is ours: python embedded_peer.py MODEL"""

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
    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)
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
        [output] = signature(**inputs).values()
        return {"output": base64.b64encode(output.numpy().tobytes()).decode()}
    began = time.process_time()
    calls, spent = 0, 0.0
    while spent * 1000 < milliseconds:
        signature(**inputs)
        calls += 1
        spent = time.process_time() - began
    return {"seconds": spent / calls}


def rows(given, batch):
    values = np.array(given["data"], object if given["dtype"] == "string" else given["dtype"])
    return tf.constant(values.reshape(given["shape"])[:batch], given["dtype"])


main(sys.argv[1])
