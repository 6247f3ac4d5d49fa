import { describe, expect, test } from "vitest";
import { deployedTitle } from "../../../../shared/adapters/vertex/deployed-title.ts";
import { endpointState } from "../../../../shared/adapters/vertex/endpoint-state.ts";
import { modelVersion } from "../../../../shared/adapters/vertex/model-version.ts";

const PLACE = { project: "p-1", region: "europe-west4" };
const IN = "locations/europe-west4";
const DIGEST = `sha256:${"ab".repeat(32)}`;

function state(model: object, name = `projects/p-1/${IN}/endpoints/1`) {
  return endpointState({ name, etag: "e", deployedModels: [{ id: "101", ...model }] }, PLACE).deployed[0]!;
}

describe("a project is called by its id, as it was asked for", () => {
  test.each([
    ["its own id", `projects/p-1/${IN}/endpoints/1`, `projects/p-1/${IN}/models/m`, "p-1"],
    ["its own number", `projects/42/${IN}/endpoints/1`, `projects/42/${IN}/models/m`, "p-1"],
    ["another's number", `projects/42/${IN}/endpoints/1`, `projects/43/${IN}/models/m`, "43"],
    ["another's id", `projects/42/${IN}/endpoints/1`, `projects/q/${IN}/models/m`, "q"],
  ])("where Vertex AI says %s", (_, endpoint, model, project) => {
    const { version } = state({ model, modelVersionId: "3" }, endpoint);
    expect(version).toEqual({ model: `projects/${project}/${IN}/models/m`, version: "3" });
  });

  test("in the registry all are its own", () => {
    const { reference } = modelVersion({ name: `projects/42/${IN}/models/m@champion`, versionId: "3" }, PLACE);
    expect(reference).toEqual({ model: `projects/p-1/${IN}/models/m`, version: "3" });
  });
});

describe("a digest is read", () => {
  test.each<[string, string, string | null]>([
    ["where we deployed it", deployedTitle("churn 2.3.0", DIGEST), DIGEST],
    ["however long the title", deployedTitle(`churn ${"9".repeat(200)}`, DIGEST), DIGEST],
    ["but none where others did", "churn", null],
    ["and no part of one", `churn ${DIGEST.slice(0, -1)}`, null],
    ["nor more than one", `churn ${DIGEST}0`, null],
  ])("%s", (_, displayName, digest) => {
    expect(displayName.length).toBeLessThanOrEqual(128);
    expect(state({ displayName }).digest).toBe(digest);
  });

  test.each<[string, string | null]>([
    [`gs://models/churn/sha256/${"ab".repeat(32)}/`, DIGEST],
    [`gs://models/churn/sha256/${"ab".repeat(32)}`, DIGEST],
    [`gs://models/churn/sha256/${"ab".repeat(31)}/`, null],
    ["gs://models/churn/", null],
  ])("from where an artifact lies: %s", (artifactUri, digest) => {
    expect(modelVersion({ artifactUri }, PLACE).digest).toBe(digest);
  });
});

test("zero percent is nothing", () => {
  const told = { trafficSplit: { 101: 100, 102: 0 } };
  expect(endpointState(told, PLACE).split).toEqual({ 101: 100 });
});

describe("a machine", () => {
  const machine = (machineSpec: object, replicas: object) =>
    state({ dedicatedResources: { machineSpec, ...replicas } }).machine;
  test.each([
    [
      "with a GPU",
      { machineType: "n1", acceleratorType: "NVIDIA_TESLA_T4", acceleratorCount: 2 },
      { minReplicaCount: 1, maxReplicaCount: 3 },
      { machineType: "n1", accelerator: { type: "NVIDIA_TESLA_T4", count: 2 }, replicas: { min: 1, max: 3 } },
    ],
    [
      "without one has type and count of zero",
      { machineType: "n1", acceleratorType: "ACCELERATOR_TYPE_UNSPECIFIED", acceleratorCount: 0 },
      { minReplicaCount: 2, maxReplicaCount: 0 },
      { machineType: "n1", accelerator: null, replicas: { min: 2, max: 2 } },
    ],
    ["that nobody chose", {}, {}, null],
  ])("%s", (_, spec, replicas, expected) => expect(machine(spec, replicas)).toEqual(expected));
});

test.each([
  [{ seconds: "1767225600", nanos: 500_000_000 }, "2026-01-01T00:00:00.500Z"],
  [{ seconds: "9".repeat(30) }, "1970-01-01T00:00:00.000Z"],
  [undefined, "1970-01-01T00:00:00.000Z"],
])("the time %j is %s", (createTime, time) => expect(state({ createTime }).deployedAt).toBe(time));
