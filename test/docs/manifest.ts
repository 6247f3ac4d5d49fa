/** The manifest of the pages' model: gates that take no time, and a canary that needs no traffic. */
export function manifestText(version: string, digest: string): string {
  return `apiVersion: model-release/v1
model:
  name: churn
  version: ${version}
  owner: growth-ml
  approvers: [octocat]
artifact:
  uri: ../artifacts/churn
  digest: ${digest}
contract:
  inputs: [{name: x, dtype: float32, shape: [-1, 3], features: [visits, basket, tenure]}]
  outputs: [{name: output_0, dtype: float32, shape: [-1, 1]}]
evaluation: {task: regression, dataset: {uri: eval.csv}, label: spend, slices: [{by: country}]}
golden: {file: golden.jsonl}
gates:
  quality: {metrics: {rmse: {max: 0.2, maxLossRatio: 0.1}}}
  slices: {minRows: 50}
  latency: {level: "off"}
  throughput: {level: "off"}
  soak: {level: "off"}
  rehearsal: {level: "off"}
serving:
  image: europe-docker.pkg.dev/vertex-ai/prediction/tf2-cpu.2-21:latest
  machineType: n1-standard-2
  replicas: {min: 1, max: 1}
target: {kind: vertex, project: my-project, region: europe-west4, endpoint: "123456789", stagingEndpoint: "234567890", bucket: my-models}
rollout: {steps: [50, 100], bakeSeconds: 0, minSamples: 0}
`;
}
