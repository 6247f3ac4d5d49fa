import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { changeManifest } from "./release-change.ts";

const OFF = { level: "off" };

/**
 * All that is changed of an example's manifest: how fast a busy machine answers is not what it is about, nobody can wait
 * here for ten minutes, and only Google gives numbers of ten digits to endpoints.
 */
const GATES_HERE = { latency: OFF, throughput: OFF, soak: OFF };
const ROLLOUT_HERE = { bakeSeconds: 0, minSamples: 0 };
export const TARGET_HERE = { endpoint: "123456789", stagingEndpoint: "234567890" };

/** All that is changed of a workflow: there is no GPU, and no run that asks for one takes the CPU instead. */
const WORKFLOWS_HERE = [{ written: "with: { device: gpu }", here: "with: { device: cpu }" }];

/** Makes an example one that can be run here. */
export function bringHere(folder: string): void {
  const isDelivered = /^target:/m.test(readFileSync(join(folder, "spend/release.yaml"), "utf8"));
  changeManifest(folder, {
    gates: GATES_HERE,
    ...(isDelivered && { rollout: ROLLOUT_HERE, target: TARGET_HERE }),
  });
  const workflows = join(folder, ".github/workflows");
  for (const name of readdirSync(workflows)) {
    const path = join(workflows, name);
    const text = WORKFLOWS_HERE.reduce(
      (all, { written, here }) => all.replace(written, here),
      readFileSync(path, "utf8"),
    );
    writeFileSync(path, text);
  }
}
