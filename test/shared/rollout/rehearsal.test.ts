import { describe, expect, test } from "vitest";
import { markerOf } from "../../../shared/release/uploaded-artifact.ts";
import { type RehearsalPorts, rehearse } from "../../../shared/rollout/rehearsal.ts";
import { fakeBuckets } from "../../fakes/bucket.ts";
import type { CloudFaults } from "../../fakes/cloud/faults.ts";
import { virtualTime } from "../../fakes/cloud/ground.ts";
import { fakeCloud } from "../../fakes/cloud.ts";
import { memoryBranch } from "../../fakes/ledger-branch.ts";
import { silentLog } from "../../fakes/log.ts";
import { manifestOf } from "./releases.ts";

const A = manifestOf({ name: "a", version: "1.0.0" });
const B = manifestOf({
  name: "b",
  version: "2.0.0",
  rollout: "{steps: [5, 50, 100], bakeSeconds: 600, minSamples: 400}",
});

function stage(faults: CloudFaults = () => null): RehearsalPorts {
  const time = virtualTime();
  const buckets = fakeBuckets();
  const cloud = fakeCloud({ endpoints: ["1", "2"], time, faults });
  return {
    endpoint: cloud.endpoint("1"),
    staging: (id) => cloud.endpoint(id),
    registry: cloud.registry,
    bucket: buckets.bucket("models"),
    ledger: memoryBranch(),
    clock: { elapsedMs: () => time.nowMs() },
    log: silentLog,
    upload: async ({ model, artifact }) => {
      buckets.put("models", markerOf({ model: model.name, digest: artifact.digest }), '{"files": []}');
      return { kind: "done", value: null };
    },
    smoke: async () => ({ kind: "passed", requests: 1 }),
    sleep: (ms) => time.wait(ms),
    signal: new AbortController().signal,
  };
}

describe("a rehearsal", () => {
  test("of a challenger takes every step at once, and one write brings the champion back", async () => {
    const evidence = await rehearse({ challenger: B, champion: A }, stage());
    expect(evidence.promotion.writes.map(({ kind }) => kind)).toEqual([
      "upload",
      "register",
      "deploy",
      "share",
      "share",
      "share",
      "alias",
    ]);
    expect(evidence.return!.writes.map(({ kind }) => kind)).toEqual(["share", "alias"]);
    expect([evidence.promotion.isDone, evidence.return!.isDone]).toEqual([true, true]);
  });

  test("of a first release has nothing to come back to", async () => {
    const evidence = await rehearse({ challenger: A, champion: null }, stage());
    expect(evidence.return).toBeNull();
    expect(evidence.promotion).toMatchObject({ isDone: true, writes: { length: 5 } });
  });

  test("that cannot deploy the challenger says why", async () => {
    let deployments = 0;
    const faults: CloudFaults = ({ method }) => {
      if (method !== "endpoint.deploy") return null;
      deployments += 1;
      return deployments === 2 ? { kind: "refuse", reason: "artifact" } : null;
    };
    const evidence = await rehearse({ challenger: B, champion: A }, stage(faults));
    expect(evidence.promotion).toMatchObject({ isDone: false, reason: expect.stringContaining("artifact") });
  });

  test("that cannot even serve the champion says that", async () => {
    const evidence = await rehearse(
      { challenger: B, champion: A },
      stage(({ method }) => (method === "registry.upload" ? { kind: "refuse", reason: "artifact" } : null)),
    );
    expect(evidence.promotion).toMatchObject({ isDone: false, reason: expect.stringMatching(/^the champion: /) });
  });
});
