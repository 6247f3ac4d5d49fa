import { describe, expect, test } from "vitest";
import type { ContractEvidence, Evidence, LintEvidence } from "../../../../shared/evidence/evidence.ts";
import { type Policy, policyOf } from "../../../../shared/gate/policy.ts";
import type { ContractChange } from "../../../../shared/release/contract-diff.ts";
import type { Manifest } from "../../../../shared/release/manifest.ts";
import type { GateId } from "../../../../shared/schema/release.types.ts";
import { baseManifest, evidence, findings, gate, manifest, policy } from "../good.ts";

const { lint } = evidence;
const change = (effect: ContractChange["effect"]): ContractChange => ({
  kind: "dtype",
  path: "inputs.x.dtype",
  before: "float32",
  after: "int64",
  effect,
  reason: "callers do not fit",
});
const contract = (changes: Partial<ContractEvidence>): Partial<Evidence> => ({
  contract: { mismatches: [], changes: [], brokenConsumers: [], ...changes },
});

describe("lint", () => {
  const incomplete = { named: 6, of: 7, missing: ["model.intendedUse"] };
  const file = { rule: "secret", file: "a", message: "m", fix: "f" } as const;
  const servable = { rule: "variables", where: "", message: "m", fix: "f" };

  test.each<[string, Partial<LintEvidence>, Partial<Policy>, readonly string[]]>([
    ["nothing odd passes", {}, {}, ["lint pass"]],
    ["a secret fails", { findings: [{ ...file, level: "fail" }] }, {}, ["secret fail"]],
    [
      "a person's path warns",
      { findings: [{ ...file, rule: "personal-path", level: "warn" }] },
      {},
      ["personal-path warn"],
    ],
    ["a file that is missing fails", { missing: ["a"] }, {}, ["missing-file fail"]],
    ["a field that says TODO fails", { placeholders: ["model.owner"] }, {}, ["placeholder fail"]],
    ["what TensorFlow would refuse warns", { servable: [servable] }, {}, ["variables warn"]],
    ["an incomplete manifest warns", { completeness: incomplete }, {}, ["completeness warn"]],
    [
      "an incomplete manifest of high risk fails",
      { completeness: incomplete },
      { risk: "high" },
      ["completeness fail"],
    ],
    ["a remark warns", { warnings: ["w"] }, {}, ["remark warn"]],
  ])("%s", (_, changes, held, found) => {
    expect(findings(gate("lint", { lint: { ...lint, ...changes } }, held))).toEqual(found);
  });

  test.each([
    [["model.owner"], "model.owner still says TODO"],
    [["model.owner", "model.runbook"], "model.owner, model.runbook still say TODO"],
  ])("names the fields of %j", (placeholders, message) => {
    expect(gate("lint", { lint: { ...lint, placeholders } }).reasons).toMatchObject([{ message }]);
  });

  test.each<[string, Partial<Evidence>, Partial<Policy>, readonly string[]]>([
    ["without approval is red", contract({ changes: [change("breaking")] }), {}, ["unapproved fail"]],
    [
      "with approval is not its matter",
      contract({ changes: [change("breaking")] }),
      { isApproved: true },
      ["lint pass"],
    ],
    ["that breaks nothing is not its matter", contract({ changes: [change("compatible")] }), {}, ["lint pass"]],
  ])("a declared break %s", (_, changes, held, found) => {
    expect(findings(gate("lint", changes, { evolution: "breaking", ...held }))).toEqual(found);
  });

  test("a break that is not declared is the contract's matter", () => {
    expect(findings(gate("lint", contract({ changes: [change("breaking")] })))).toEqual(["lint pass"]);
  });
});

describe("contract", () => {
  const breaking = { changes: [change("breaking")] };
  const mismatch = { path: "inputs.x", declared: "x", actual: "absent", message: "m" };

  test.each<[string, Partial<ContractEvidence>, Partial<Policy>, readonly string[]]>([
    ["the declared signature passes", {}, {}, ["contract pass"]],
    ["a compatible change passes", { changes: [change("compatible")] }, {}, ["contract pass"]],
    ["another signature fails", { mismatches: [mismatch] }, {}, ["inputs.x fail"]],
    [
      "another signature fails, whatever is approved",
      { mismatches: [mismatch] },
      { evolution: "breaking", isApproved: true },
      ["inputs.x fail"],
    ],
    ["a break fails", breaking, {}, ["inputs.x.dtype fail"]],
    ["a break fails, whatever is approved", breaking, { isApproved: true }, ["inputs.x.dtype fail"]],
    ["a declared break is inconclusive", breaking, { evolution: "breaking" }, ["inputs.x.dtype inconclusive"]],
    [
      "a declared and approved break warns",
      breaking,
      { evolution: "breaking", isApproved: true },
      ["inputs.x.dtype warn"],
    ],
    [
      "and names who reads what breaks",
      { ...breaking, brokenConsumers: [{ consumer: "billing", output: "y" }] },
      { evolution: "breaking", isApproved: true },
      ["inputs.x.dtype warn", "consumers warn"],
    ],
  ])("%s", (_, changes, held, found) => expect(findings(gate("contract", contract(changes), held))).toEqual(found));
});

describe("digest", () => {
  const other = `sha256:${"e".repeat(64)}`;
  const { digest, release, champion } = evidence;

  test.each<[string, Partial<Evidence>, readonly string[]]>([
    ["of the pinned artifact passes", {}, ["digest pass"]],
    ["of another artifact fails", { digest: { ...digest, actual: other } }, ["digest fail"]],
    [
      "in evidence of another release fails",
      { release: { ...release, digest: other } },
      ["release fail", "digest pass"],
    ],
    [
      "in evidence of another version fails",
      { release: { ...release, version: "2.0.1" } },
      ["release fail", "digest pass"],
    ],
    [
      "declared otherwise than in the manifest fails",
      { digest: { declared: other, actual: other } },
      ["release fail", "digest pass"],
    ],
    [
      "beside another champion is inconclusive",
      { champion: { ...champion!, digest: other } },
      ["champion inconclusive", "digest pass"],
    ],
    [
      "beside no champion, where there is one, is inconclusive",
      { champion: null },
      ["champion inconclusive", "digest pass"],
    ],
  ])("%s", (_, changes, found) => expect(findings(gate("digest", changes))).toEqual(found));
});

describe("signature", () => {
  const verified = { status: "verified", method: "key", signer: "release.pub", covered: 4, leftOut: [] } as const;
  const failed = { status: "failed", reason: "not covered: a", fix: "Sign it again.", where: "model.sig" } as const;

  test.each<[string, Evidence["signature"], readonly string[]]>([
    ["that verifies passes", verified, ["signature pass"]],
    ["that does not fails", failed, ["signature fail"]],
    ["over no file is inconclusive", { ...verified, covered: 0 }, ["signature inconclusive"]],
  ])("%s", (_, signature, found) => {
    expect(findings(gate("signature", { signature }, { isSigned: true }))).toEqual(found);
  });
});

describe("safety", () => {
  const finding = {
    operator: "ReadFile",
    node: "read",
    file: null,
    path: ["serving_default", "f"],
    reason: "reads files",
    fix: "Don't.",
  };

  test("names the way to what is unsafe", () => {
    const { status, reasons } = gate("safety", { safety: { findings: [finding] } });
    expect(status).toBe("fail");
    expect(reasons[0]).toMatchObject({ rule: "ReadFile", message: "serving_default → f → read: reads files" });
  });

  test("names the file that is unsafe", () => {
    const findings = [{ ...finding, operator: null, node: null, path: [], file: "assets/run.sh" }];
    expect(gate("safety", { safety: { findings } }).reasons[0]).toMatchObject({
      rule: "file",
      message: "assets/run.sh: reads files",
    });
  });
});

describe("size", () => {
  test.each<[string, number, Policy["gates"]["size"], readonly string[]]>([
    ["500 MB pass", 500e6, undefined, ["maxBytes pass"]],
    ["a byte more warns", 500e6 + 1, undefined, ["warnBytes warn"]],
    ["2 GiB warn", 2147483648, undefined, ["warnBytes warn"]],
    ["a byte more fails", 2147483649, undefined, ["maxBytes fail"]],
    ["at its own limit passes", 1000, { maxBytes: 1000 }, ["maxBytes pass"]],
    ["beyond its own limit fails", 1001, { maxBytes: 1000 }, ["maxBytes fail"]],
    ["an unknown size is inconclusive", Number.NaN, undefined, ["maxBytes inconclusive"]],
  ])("%s", (_, bytes, size, found) => {
    const gates = size === undefined ? policy.gates : { ...policy.gates, size };
    expect(findings(gate("size", { size: { bytes, files: 1 } }, { gates }))).toEqual(found);
  });
});

describe("evidence that leaves out what the manifests tell", () => {
  const [output] = manifest.contract.outputs;
  const renamed = { ...manifest, contract: { ...manifest.contract, outputs: [{ ...output!, name: "chance" }] } };
  const breaking = { ...renamed, contract: { ...renamed.contract, evolution: "breaking" as const } };
  const consumers = [{ name: "billing", reads: ["score"] }];
  const base = { ...baseManifest, contract: { ...baseManifest.contract, consumers } };
  const said = (id: GateId, challenger: Manifest, approvals: readonly string[] = []) =>
    findings(gate(id, {}, policyOf({ challenger, base, approvals, today: "2026-07-01" })));

  test("hides no breaking contract", () => {
    expect(said("contract", renamed)).toEqual(["outputs.chance fail", "consumers warn"]);
  });

  test("hides none that is declared and that nobody has approved", () => {
    expect(said("contract", breaking)).toEqual(["outputs.chance inconclusive", "consumers warn"]);
    expect(said("lint", breaking)).toContain("unapproved fail");
    expect(said("lint", breaking, ["octocat"])).not.toContain("unapproved fail");
  });

  test("hides nothing that a model of high risk lacks", () => {
    const { model } = manifest;
    expect(said("lint", { ...manifest, model: { ...model, risk: "high" } })).toContain("completeness fail");
    expect(said("lint", manifest)).not.toContain("completeness fail");
  });
});
