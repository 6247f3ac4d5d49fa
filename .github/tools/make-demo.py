"""Writes fixtures/demo/: four releases of one model, the rows they are judged on, and the requests that customers send.

    pip install tensorflow-cpu==2.15.1
    python .github/tools/make-demo.py fixtures/demo

Everybody here is made up. A customer leaves more often the more they pay and call, the shorter they have been there, and
the less they log in. In Denmark prices are in kroner, so every model looks the currency up before it compares prices.

    1.0.0  knows nothing of logins
    1.1.0  knows of logins, was trained without the Danish customers, and lost their currency on the way
    1.2.0  knows of logins and of calls per month, which nobody has who came this month: it refuses them
    1.3.0  the same, and counts the month that has begun
"""

import hashlib
import json
import os
import pathlib
import shutil
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import numpy as np
import tensorflow as tf

COUNTRIES = ["DE", "FR", "NL", "PL", "DK"]
SHARES = [0.36, 0.27, 0.18, 0.13, 0.06]
KRONER = 7.46
FIELDS = ["country", "tenure", "spend", "calls", "logins"]
DESCRIPTIONS = {
    "1.0.0": "Who is likely to leave within a month, by tenure, price and support calls.",
    "1.1.0": "Knows how often customers log in.",
    "1.2.0": "Knows how often customers log in, and how often they call in a month.",
    "1.3.0": "Knows how often customers log in, and how often they call in a month that has begun.",
}
MANIFEST = """\
apiVersion: model-release/v1
model:
  name: churn
  version: {version}
  description: {description}
  owner: growth-ml
  intendedUse: Ranks customers for a retention offer. Not for pricing.
artifact:
  uri: artifact
  digest: {digest}
provenance: {{framework: {{tensorflow: 2.15.1}}}}
preprocessing: {{embedded: true}}
contract:
  inputs:
    - {{name: country, dtype: string, shape: [-1]}}
    - {{name: tenure, dtype: float32, shape: [-1], ranges: {{tenure: [1, 240]}}}}
    - {{name: spend, dtype: float32, shape: [-1], ranges: {{spend: [0, 2000]}}}}
    - {{name: calls, dtype: float32, shape: [-1], ranges: {{calls: [0, 20]}}}}
    - {{name: logins, dtype: float32, shape: [-1], ranges: {{logins: [0, 50]}}}}
  outputs: [{{name: probability, dtype: float32, shape: [-1], range: [0, 1], labels: [stays, leaves]}}]
evaluation:
  task: binary
  dataset: {{uri: eval.csv, digest: "{rows}"}}
  label: churned
  primaryMetric: auc
  slices: [{{by: country}}]
golden: {{file: golden.jsonl}}
gates:
  quality: {{metrics: {{auc: {{min: 0.75, maxLoss: 0.01}}}}}}
  # How fast it answers is measured where it will be served: this machine is not that one.
  latency: {{level: off}}
  throughput: {{level: off}}
  soak: {{level: off}}
serving:
  image: europe-docker.pkg.dev/vertex-ai/prediction/tf2-cpu.2-15:latest
  machineType: n1-standard-2
  replicas: {{min: 1, max: 2}}
target:
  kind: vertex
  project: demo
  region: europe-west4
  endpoint: "123456789"
  stagingEndpoint: "234567890"
  bucket: demo-models
rollout: {{steps: [20, 50, 100], bakeSeconds: 2, minSamples: 60}}
"""


def customers(count, seed, newcomers=0.0):
    """`newcomers` is the share of those who came this month. Their tenure is 0: nobody knows yet whether they leave."""
    random = np.random.default_rng(seed)
    country = random.choice(COUNTRIES, count, p=SHARES)
    tenure = 1 + np.floor(random.gamma(1.6, 14, count)).clip(0, 239)
    tenure[random.random(count) < newcomers] = 0
    euros = random.gamma(6, 6, count).clip(5, 150)
    calls = random.poisson(1.2, count).clip(0, 12)
    logins = np.round(random.gamma(2.2, 1.6, count).clip(0, 30), 1)
    logit = -0.6 + 0.03 * (euros - 36) + 0.95 * (calls - 1.2) - 0.36 * (logins - 3.5) - 0.04 * (tenure - 22)
    churned = (random.random(count) < 1 / (1 + np.exp(-logit))).astype(int)
    spend = np.round(euros * np.where(country == "DK", KRONER, 1), 2)
    return {"country": country, "tenure": tenure, "spend": spend, "calls": calls, "logins": logins, "churned": churned}


class Churn(tf.Module):
    """A logistic regression that does its own preprocessing."""

    def __init__(self, currencies, *, knows_logins, calls_per_month=None):
        super().__init__()
        names, rates = zip(*currencies.items())
        self.rates = tf.lookup.StaticHashTable(
            tf.lookup.KeyValueTensorInitializer(tf.constant(names), tf.constant(rates, tf.float32)), 1.0
        )
        self.knows_logins = knows_logins
        self.calls_per_month = calls_per_month
        self.weights = tf.Variable(tf.zeros([3 + knows_logins + (calls_per_month is not None), 1]), name="weights")
        self.bias = tf.Variable(tf.zeros([1]), name="bias")

    def columns(self, country, tenure, spend, calls, logins):
        euros = spend / self.rates.lookup(country)
        columns = [tenure / 20, euros / 20, calls]
        if self.knows_logins:
            columns.append(logins / 2)
        if self.calls_per_month == "of whole months":
            tf.debugging.assert_positive(tenure, message="tenure must be at least one month")
            columns.append(calls / tenure)
        if self.calls_per_month == "of begun months":
            columns.append(calls / (tenure + 1))
        return tf.stack(columns, axis=1)

    @tf.function(
        input_signature=[
            tf.TensorSpec([None], tf.string if name == "country" else tf.float32, name=name) for name in FIELDS
        ]
    )
    def serve(self, country, tenure, spend, calls, logins):
        columns = self.columns(country, tenure, spend, calls, logins)
        return {"probability": tf.sigmoid(tf.squeeze(tf.matmul(columns, self.weights) + self.bias, 1))}

    def train(self, rows):
        columns = self.columns(*tensors(rows).values()).numpy().astype(np.float64)
        columns = np.hstack([columns, np.ones([len(columns), 1])])
        weights = np.zeros(columns.shape[1])
        for _ in range(25):  # Newton's method
            scores = 1 / (1 + np.exp(-columns @ weights))
            gradient = columns.T @ (rows["churned"] - scores) - 1e-3 * weights
            hessian = (columns * (scores * (1 - scores))[:, None]).T @ columns + 1e-3 * np.eye(len(weights))
            weights += np.linalg.solve(hessian, gradient)
        self.weights.assign(weights[:-1, None].astype(np.float32))
        self.bias.assign(weights[-1:].astype(np.float32))
        return self


def tensors(rows):
    return {name: tf.constant(rows[name], tf.string if name == "country" else tf.float32) for name in FIELDS}


def chosen(rows, mask):
    return {name: values[mask] for name, values in rows.items()}


def instance(rows, index):
    return {name: str(rows[name][index]) if name == "country" else float(rows[name][index]) for name in FIELDS}


def models():
    rows = customers(20_000, 1)
    euros = dict.fromkeys(["DE", "FR", "NL", "PL"], 1.0)
    all_currencies = {**euros, "DK": KRONER}
    return {
        "1.0.0": Churn(all_currencies, knows_logins=False).train(rows),
        "1.1.0": Churn(euros, knows_logins=True).train(chosen(rows, rows["country"] != "DK")),
        "1.2.0": Churn(all_currencies, knows_logins=True, calls_per_month="of whole months").train(rows),
        "1.3.0": Churn(all_currencies, knows_logins=True, calls_per_month="of begun months").train(rows),
    }


def write_golden(path, model, rows):
    with open(path, "w") as file:
        for index in range(10):
            one = {name: tensor[index : index + 1] for name, tensor in tensors(rows).items()}
            answer = model.serve(**one)["probability"].numpy().tolist()
            print(json.dumps({"instances": [instance(rows, index)], "predictions": answer}), file=file)


def write_manifest(release, version, rows):
    lines = []
    for path in pathlib.Path(release, "artifact").rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            name = path.relative_to(f"{release}/artifact").as_posix()
            lines.append(f"{hashlib.sha256(content).hexdigest()}  {len(content)}  {name}\n")
    text = MANIFEST.format(
        version=version,
        description=DESCRIPTIONS[version],
        digest=f"sha256:{hashlib.sha256(''.join(sorted(lines)).encode()).hexdigest()}",
        rows=f"sha256:{hashlib.sha256(pathlib.Path(rows).read_bytes()).hexdigest()}",
    )
    pathlib.Path(release, "release.yaml").write_text(text)


def write_rows(path, rows):
    with open(path, "w") as file:
        print(",".join([*FIELDS, "churned"]), file=file)
        for values in zip(*(rows[name] for name in [*FIELDS, "churned"])):
            print(",".join(value if isinstance(value, str) else f"{value:g}" for value in values), file=file)


def auc(scores, labels):
    order = np.argsort(scores)
    ranks = np.empty(len(scores))
    ranks[order] = np.arange(1, len(scores) + 1)
    ones = labels.sum()
    return (ranks[labels == 1].sum() - ones * (ones + 1) / 2) / (ones * (len(labels) - ones))


if __name__ == "__main__":
    folder = sys.argv[1]
    evaluated = customers(5_000, 2)
    write_rows(f"{folder}/eval.csv", evaluated)
    live = customers(240, 3, newcomers=0.15)
    with open(f"{folder}/traffic.jsonl", "w") as file:
        for index in range(240):
            print(json.dumps({"instances": [instance(live, index)]}), file=file)
    for version, model in models().items():
        release = f"{folder}/releases/{version}"
        shutil.rmtree(f"{release}/artifact", ignore_errors=True)
        tf.saved_model.save(model, f"{release}/artifact", signatures={"serving_default": model.serve})
        os.rmdir(f"{release}/artifact/assets")  # empty: Git would not keep it
        write_golden(f"{release}/golden.jsonl", model, customers(10, 4))
        write_manifest(release, version, f"{folder}/eval.csv")
        scores = model.serve(**tensors(evaluated))["probability"].numpy()
        by_country = {
            name: round(auc(scores[evaluated["country"] == name], evaluated["churned"][evaluated["country"] == name]), 3)
            for name in COUNTRIES
        }
        print(version, "auc", round(auc(scores, evaluated["churned"]), 3), by_country)
