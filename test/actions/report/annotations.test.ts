import { describe, expect, test } from "vitest";
import { noticesOf, noticesOn } from "../../../actions/report/annotations.ts";
import { judge } from "../../../shared/gate/judge.ts";
import { readManifest } from "../../../shared/release/manifest.ts";
import type { GateId } from "../../../shared/schema/release.types.ts";
import { BROKEN } from "../../shared/gate/broken.ts";
import { baseManifest, evidence, policy } from "../../shared/gate/good.ts";
import { manifestWith } from "./world.ts";

const GATES_OF_TIME = "  latency: {p95Ms: 200}\n";
const source = readManifest(manifestWith({ more: GATES_OF_TIME }), "churn/release.yaml");

function noticesWhere(gate: Exclude<GateId, "rehearsal">) {
  const strict = {
    ...policy,
    isSigned: true,
    gates: { ...policy.gates, [gate]: { ...policy.gates[gate], level: "block" } },
  };
  const verdict = judge({ ...evidence, ...BROKEN[gate] }, strict as typeof policy);
  const { manifest } = source;
  const release = { path: "churn/release.yaml", manifest, champion: baseManifest, evidence, verdict, plan: null };
  return noticesOn({ ...release, approvals: [] }, source).filter(({ title }) => title.endsWith(`: ${gate}`));
}

describe("what a gate has against a release stands on the line that it is about", () => {
  test.each<[Exclude<GateId, "rehearsal">, number, string]>([
    ["lint", 1, "the file as a whole"],
    ["digest", 5, "artifact.digest"],
    ["signature", 4, "artifact, for it has no signedBy"],
    ["safety", 4, "artifact.uri"],
    ["size", 12, "gates, for it has no size"],
    ["load", 4, "artifact.uri"],
    ["contract", 7, "contract.inputs"],
    ["golden", 10, "golden"],
    ["parity", 10, "golden"],
    ["sanity", 8, "contract.outputs"],
    ["edge", 7, "contract.inputs"],
    ["quality", 14, "gates.quality.metrics.auc.maxLoss"],
    ["slices", 12, "gates, for it has no slices"],
    ["latency", 15, "gates.latency"],
    ["throughput", 12, "gates, for it has no throughput"],
    ["soak", 12, "gates, for it has no soak"],
  ])("%s on line %i: %s", (gate, line) => {
    const [notice] = noticesWhere(gate);
    expect(notice).toMatchObject({ level: "error", file: "churn/release.yaml", title: `churn 2.0.0: ${gate}` });
    expect(notice!.line).toBe(line);
  });
});

test("what only warns, and what passes, stands nowhere", () => {
  const verdict = judge({ ...evidence, ...BROKEN.soak }, policy);
  const { manifest } = source;
  const release = {
    path: "churn/release.yaml",
    manifest,
    champion: null,
    evidence,
    verdict,
    plan: null,
    approvals: [],
  };
  expect(noticesOn(release, source)).toEqual([]);
});

describe("what could not be judged", () => {
  const failure = { code: "manifest-invalid", message: "wrong", fix: "Mend it.", problems: [] } as const;
  const problem = { line: 7, column: 3, message: "no such key", fix: "Take it out." };

  test("stands on each line that is wrong", () => {
    const problems = [
      { ...problem, file: "a/release.yaml" },
      { ...problem, file: "a/release.yaml", line: 9 },
    ];
    const notices = noticesOf({ path: "a/release.yaml", failure: { ...failure, problems } });
    expect(notices.map(({ line, message, fix }) => [line, message, fix])).toEqual([
      [7, "no such key", "Take it out."],
      [9, "no such key", "Take it out."],
    ]);
  });

  test("for the base branch's own file says where that is wrong", () => {
    const problems = [{ ...problem, file: "a/release.yaml at 0123456789ab" }];
    const [notice] = noticesOf({ path: "a/release.yaml", failure: { ...failure, problems } });
    expect(notice).toMatchObject({ line: 1, message: "a/release.yaml at 0123456789ab:7:3: no such key" });
  });

  test("for want of evidence is no error of the manifest", () => {
    const [notice] = noticesOf({ path: "a/release.yaml", failure: { ...failure, code: "evidence-missing" } });
    expect(notice!.level).toBe("warning");
  });

  test("without a place stands on the manifest, or on no file at all", () => {
    expect(noticesOf({ path: "a/release.yaml", failure })).toEqual([
      { level: "error", title: "manifest-invalid", message: "wrong", fix: "Mend it.", file: "a/release.yaml" },
    ]);
    expect(noticesOf({ path: null, failure })[0]!.file).toBeNull();
  });
});
