import type { Task } from "../../shared/schema/release.types.ts";

export function manifestText(task: Task, version: string): string {
  const metric = {
    binary: "auc: {min: 0.7, maxLoss: 0.01}, logLoss: {maxLossRatio: 0.05}, recall: {min: 0.99}",
    multiclass: "accuracy: {min: 0.5, maxLoss: 0.01}",
    regression: "rmse: {max: 2.5}",
  }[task];
  const labels = {
    binary: "labels: [stays, leaves]",
    multiclass: "labels: [billing, outage, praise, other]",
    regression: "range: [0, 200]",
  }[task];
  return `
apiVersion: model-release/v1
model:
  name: churn
  version: ${version}
  owner: growth-ml
  approvers: [octocat, hubot]
  runbook: docs/churn.md
  description: |
    Says how likely a customer is to leave within the next quarter.

    Trained weekly on the last two years of contracts; scores go to billing and to the call centre.
  intendedUse: Ranking customers for an offer. Not for prices, and not for refusing service.
  limitations: ["Customers of less than three months are scored too low.", "Business contracts were not in the training data."]
artifact: {uri: model, digest: "sha256:${"c".repeat(64)}"}
provenance:
  codeRevision: 4f2a9c1e8b7d6a5f4e3d2c1b0a9f8e7d6c5b4a39
  trainingWindow: {from: 2026-01-01, to: 2026-06-30}
  framework: {tensorflow: 2.15.1, keras: 2.15.0}
contract:
  inputs: [{name: features, dtype: float32, shape: [-1, 2], features: [age, tenure]}]
  outputs: [{name: score, dtype: float32, shape: [-1, ${task === "multiclass" ? 4 : 1}], ${labels}}]
evaluation: {task: ${task}, dataset: {uri: eval.csv}, label: churned, slices: ["vip"]}
golden: {file: golden.jsonl}
gates:
  quality: {metrics: {${metric}}}
  latency: {p95Ms: 12, maxRatio: 1.1}
`;
}
