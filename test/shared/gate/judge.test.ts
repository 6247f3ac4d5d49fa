import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Evidence } from "../../../shared/evidence/evidence.ts";
import { evidenceDigest, judge } from "../../../shared/gate/judge.ts";
import type { Policy } from "../../../shared/gate/policy.ts";
import type { GateId, GateLevel } from "../../../shared/schema/release.types.ts";
import { BROKEN } from "./broken.ts";
import { evidence, gate, policy } from "./good.ts";

type Judged = keyof typeof BROKEN;

const GATE_IDS = Object.keys(BROKEN) as readonly Judged[];
/** The one gate that waits for the manifest to ask for it. */
const signed = { isSigned: true };
const signature = { status: "verified", method: "key", signer: "release.pub", covered: 4, leftOut: [] } as const;
const good = { ...evidence, signature };

function withLevel(id: GateId, level: GateLevel): Partial<Policy> {
  return { ...signed, gates: { ...policy.gates, [id]: { ...policy.gates[id], level } } };
}

describe("the verdict", () => {
  test("passes where every gate does, and names every gate once", () => {
    const { gates, ...verdict } = judge(evidence, policy);
    const { release, champion } = evidence;
    const evidenceDigest = expect.stringMatching(/^sha256:[0-9a-f]{64}$/);
    const schema = "model-release/verdict/v1";
    expect(verdict).toEqual({ schema, status: "pass", release, champion, planHash: null, evidenceDigest });
    expect(gates.map((one) => one.gate).toSorted()).toEqual(GATE_IDS.toSorted());
  });

  test.each(GATE_IDS)("%s alone can fail it", (id) => {
    const asked: Policy = { ...policy, ...withLevel(id, "block") };
    expect(judge(good, asked).status).toBe("pass");
    const { status, gates } = judge({ ...good, ...BROKEN[id] }, asked);
    expect(status).toBe("fail");
    expect(gates.filter((one) => one.status === "fail").map((one) => one.gate)).toEqual([id]);
  });

  test.each(GATE_IDS)("%s at level warn says that it fails, and passes", (id) => {
    const verdict = judge({ ...good, ...BROKEN[id] }, { ...policy, ...withLevel(id, "warn") });
    expect(verdict.status).toBe("pass");
    expect(verdict.gates).toContainEqual(expect.objectContaining({ gate: id, level: "warn", status: "fail" }));
  });

  test.each(GATE_IDS)("%s switched off is skipped, and says so", (id) => {
    const verdict = judge({ ...good, ...BROKEN[id] }, { ...policy, ...withLevel(id, "off") });
    expect(verdict.status).toBe("pass");
    const reasons = [expect.objectContaining({ message: "the manifest switches this gate off" })];
    expect(verdict.gates).toContainEqual({ gate: id, level: "off", status: "skipped", reasons });
  });

  test.each(GATE_IDS.filter((id) => id !== "digest" && id !== "safety"))(
    "%s waived passes, and keeps its reasons",
    (id) => {
      const waivers = [{ gate: id, reason: "known", approver: "octocat", expires: "2026-12-31" }];
      const held = { ...withLevel(id, "block"), waivers };
      const judged = gate(id, { ...good, ...BROKEN[id] }, held);
      expect(judged.status).toBe("waived");
      expect(judged.reasons.map(({ status }) => status).slice(0, 2)).toEqual(["warn", "fail"]);
      expect(judge({ ...good, ...BROKEN[id] }, { ...policy, ...held }).status).toBe("pass");
    },
  );

  test("a waiver changes nothing where its gate passes", () => {
    const waivers = [{ gate: "golden", reason: "known", approver: "octocat", expires: "2026-12-31" }] as const;
    expect(gate("golden", {}, { waivers })).toEqual(gate("golden"));
  });

  test("fails before it is inconclusive", () => {
    const both = { ...BROKEN.golden, ...unmeasured("edge", "notPossible") };
    expect(judge({ ...evidence, ...both }, policy).status).toBe("fail");
    expect(judge({ ...evidence, ...unmeasured("edge", "notPossible") }, policy).status).toBe("inconclusive");
  });
});

type Part = Exclude<Judged, "lint" | "digest" | "safety" | "size">;

const PARTS = GATE_IDS.filter((id): id is Part => !["lint", "digest", "safety", "size", "slices"].includes(id));

function unmeasured(part: Part, why: "notApplicable" | "notPossible"): Partial<Evidence> {
  return { [part]: { unmeasured: why, reason: "the disk is full", fix: "Free the disk." } };
}

describe("what was not measured", () => {
  test.each(PARTS)("%s that could not be measured is inconclusive, with the way out", (id) => {
    const { status, reasons } = gate(id, { ...good, ...unmeasured(id, "notPossible") }, withLevel(id, "block"));
    expect(status).toBe("inconclusive");
    expect(reasons[0]).toMatchObject({ rule: "measured", message: "the disk is full", fix: "Free the disk." });
  });

  test.each(PARTS.filter((id) => id !== "parity"))("%s cannot excuse itself", (id) => {
    const excused = { ...good, ...unmeasured(id, "notApplicable") };
    expect(gate(id, excused, withLevel(id, "block")).status).toBe("inconclusive");
  });

  test.each<[string, Judged, Partial<Evidence>, Partial<Policy>]>([
    ["parity with one runtime", "parity", unmeasured("parity", "notApplicable"), {}],
    ["a signature that nobody asks for", "signature", {}, {}],
    ["golden without cases", "golden", unmeasured("golden", "notApplicable"), { golden: null }],
    ["sanity without data", "sanity", unmeasured("sanity", "notApplicable"), { evaluation: null }],
    ["slices without slices", "slices", {}, { evaluation: { ...policy.evaluation!, slices: [] } }],
    ["slices without data", "slices", {}, { evaluation: null }],
    [
      "a rehearsal of what is served nowhere",
      "rehearsal",
      unmeasured("rehearsal", "notApplicable"),
      { isServed: false },
    ],
    ["slices without a champion", "slices", { champion: null }, { champion: null }],
  ])("%s is skipped", (_, id, changes, held) => {
    expect(gate(id, changes, held).status).toBe("skipped");
  });

  test("a list of fifty is whole", () => {
    const warnings = Array.from({ length: 50 }, (_, index) => `remark ${index}`);
    expect(gate("lint", { lint: { ...evidence.lint, warnings } }).reasons).toHaveLength(50);
  });

  test("a long list is cut and counted, the worst first, and the status is that of all", () => {
    const findings = Array.from({ length: 80 }, (_, index) => ({
      rule: "data-file" as const,
      level: index === 79 ? ("fail" as const) : ("warn" as const),
      file: "f",
      message: `file ${index}`,
      fix: "Take it out.",
    }));
    const { status, reasons } = gate("lint", { lint: { ...evidence.lint, findings } });
    expect(status).toBe("fail");
    expect(reasons).toHaveLength(51);
    expect(reasons[0]).toMatchObject({ status: "fail", message: "file 79" });
    expect(reasons.at(-1)).toMatchObject({ status: "warn", message: "and 30 more" });
  });
});

describe("the evidence's digest", () => {
  test("does not depend on how the evidence was put together", () => {
    const reversed = Object.fromEntries(Object.entries(evidence).toReversed()) as unknown as Evidence;
    expect(evidenceDigest(reversed)).toBe(evidenceDigest(evidence));
  });

  test("is another for other evidence", () => {
    expect(evidenceDigest({ ...evidence, size: { bytes: 1, files: 4 } })).not.toBe(evidenceDigest(evidence));
  });
});

test("the docs have a row for each gate", () => {
  const docs = readFileSync(join(import.meta.dirname, "../../../.github/docs/gates.md"), "utf8");
  const rows = [...docs.matchAll(/^\| `(\w+)` \|/gm)].map(([, id]) => id);
  expect(rows).toEqual(judge(evidence, policy).gates.map((one) => one.gate));
});
