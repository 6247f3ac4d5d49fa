import { describe, expect, test } from "vitest";
import { passOf } from "../../../actions/promote/pass.ts";
import { evidenceText } from "../../../shared/evidence/document.ts";
import { Failure } from "../../../shared/failure.ts";
import { appended, type Chain } from "../../../shared/ledger/chain.ts";
import type { LedgerEntry } from "../../../shared/ledger/line.ts";
import type { Manifest } from "../../../shared/release/manifest.ts";
import { type JudgedRelease, passRecordText } from "../../../shared/report/pass-record.ts";
import type { MainlineView } from "../../../shared/rollout/delivery/desire.ts";
import { commitOf, HEAD, keptPullRequest, OCTOCAT } from "../../fakes/forge/state.ts";
import { type FakeForge, fakeForge } from "../../fakes/forge.ts";
import { recordedLog } from "../../fakes/log.ts";
import { baseManifest, evidence, manifest } from "../../shared/gate/good.ts";
import { entry } from "../../shared/ledger/entries.ts";

const CHANGE = commitOf("merge");
const PATH = "churn/release.yaml";
const RELEASE = { model: "churn", version: manifest.model.version, digest: manifest.artifact.digest };
const CHAMPION = baseManifest.artifact.digest;
const healthy = (digest: string) => entry({ event: "healthy", digest });
const PROMOTED = appended([], [healthy(CHAMPION)]);
const JUDGED: JudgedRelease = {
  manifest: PATH,
  status: "pass",
  ...RELEASE,
  champion: CHAMPION,
  evidenceDigest: `sha256:${"e".repeat(64)}`,
  planHash: `sha256:${"f".repeat(64)}`,
};

interface Asked {
  readonly chain?: Chain;
  readonly judged?: Partial<JudgedRelease>;
  readonly app?: { readonly id: number; readonly slug: string };
  readonly forge?: (forge: FakeForge) => void;
  readonly challenger?: Manifest;
  readonly approvedAt?: string;
  readonly evidence?: object;
  readonly countsEvidence?: boolean;
  readonly isApproved?: boolean;
}

async function ask(asked: Asked) {
  const { chain = PROMOTED, app = { id: 15368, slug: "github-actions" }, challenger = manifest } = asked;
  const review = { by: OCTOCAT, state: "approved", commit: asked.approvedAt ?? null } as const;
  const merged = {
    state: "merged",
    mergedAs: CHANGE,
    reviews: asked.approvedAt === undefined ? [] : [review],
  } as const;
  const forge = fakeForge({ app, pullRequests: [keptPullRequest(7, merged)] });
  const record = passRecordText({ schema: "model-release/pass/v1", releases: [{ ...JUDGED, ...asked.judged }] });
  const report = { name: "model-release", commit: HEAD, conclusion: "success", title: "t", annotations: [] } as const;
  await forge.checks.create({ ...report, summary: `what people read\n${record}` });
  asked.forge?.(forge);
  const tip = { commit: CHANGE, manifest: challenger, isFrozen: false, changes: [CHANGE] };
  const view: MainlineView = {
    desire: () => Promise.reject(new Error("nobody asks")),
    tip: async () => tip,
    pullRequest: async () => null,
    champion: async () => (chain.length === 0 ? null : baseManifest),
  };
  const { log, infos } = recordedLog();
  const handedOver = evidenceText({ ...evidence, ...asked.evidence } as typeof evidence);
  const found = await passOf(
    RELEASE,
    {
      known: { chain, view },
      wish: {
        path: PATH,
        evidence: asked.evidence === undefined ? null : "out",
        isApproved: asked.isApproved ?? false,
      },
    },
    {
      forge: async () => forge,
      files: {
        kind: async () => "file",
        read: async () => new TextEncoder().encode(handedOver),
      } as unknown as Parameters<typeof passOf>[2]["files"],
      resolve: (path) => path,
      today: () => "2026-07-01",
      log,
      countsEvidence: asked.countsEvidence ?? true,
    },
  );
  return { ...found, infos, calls: forge.calls };
}

/** What is of high risk has to name all that a complete release names. */
const risky: Manifest = {
  ...manifest,
  model: { ...manifest.model, risk: "high", intendedUse: "to call customers before they leave" },
  preprocessing: { embedded: true },
  provenance: {
    codeRevision: "1".repeat(40),
    trainingWindow: { from: "2026-01-01", to: "2026-06-30" },
    trainingData: { rows: 4000 },
    framework: { tensorflow: "2.15.1" },
    dependencies: "requirements.lock",
  },
};

describe("the pass on record", () => {
  test("is the check of the head that was merged", async () => {
    expect(await ask({})).toMatchObject({
      kind: "passed",
      champion: CHAMPION,
      planHash: JUDGED.planHash,
      isApproved: true,
      isFailureWaived: false,
    });
  });

  test("is the ledger's word where the release was healthy, and then nobody else is asked", async () => {
    const found = await ask({ chain: appended([], [healthy(RELEASE.digest)]) });
    expect(found).toMatchObject({ kind: "passed", planHash: null });
    expect(found.calls).toEqual(["checks.create"]);
  });

  test.each<[string, Asked, string]>([
    ["of another digest", { judged: { digest: `sha256:${"9".repeat(64)}` } }, "another release"],
    ["of another manifest", { judged: { manifest: "other/release.yaml" } }, "another release"],
    ["that fails", { judged: { status: "fail" } }, "the check says fail"],
    ["that nobody could decide", { judged: { status: "inconclusive" } }, "the check says inconclusive"],
    ["that somebody else's app wrote", { app: { id: 1, slug: "stranger" } }, "no check"],
    ["of a pull request that was not merged", { forge: ({ state }) => state.pullRequests.pop() }, "no pull request"],
    ["that was written over", { forge: rewritten }, "no check"],
  ])("is no check %s", async (_, asked, reason) => {
    expect(await ask(asked)).toMatchObject({ kind: "none", reason: expect.stringContaining(reason) });
  });

  test("is not known where the forge does not answer: an outage is no refusal", async () => {
    const failure = new Failure("forge-unreachable", "no answer", { fix: "Wait." });
    await expect(ask({ forge: ({ failing }) => failing.set("checks.list", failure) })).rejects.toBe(failure);
    const denied = new Failure("forge-denied", "not allowed", { fix: "Add checks: read." });
    const found = await ask({ forge: ({ failing }) => failing.set("checks.list", denied) });
    expect(found).toMatchObject({ kind: "none", fix: "Add checks: read." });
  });
});

describe("a high risk", () => {
  test.each<[string, Asked, boolean]>([
    ["that nobody looked at is not approved", { challenger: risky }, false],
    ["that an approver approved at the head is", { challenger: risky, approvedAt: HEAD }, true],
    ["that an approver approved before is not", { challenger: risky, approvedAt: commitOf("before") }, false],
    ["is approved by whoever says so at a keyboard", { challenger: risky, evidence: {}, isApproved: true }, true],
    ["is not approved by evidence alone", { challenger: risky, evidence: {} }, false],
  ])("%s", async (_, asked, isApproved) => {
    expect(await ask(asked)).toMatchObject({ kind: "passed", isApproved });
  });
});

describe("what failed before", () => {
  const failed: LedgerEntry = entry({ event: "bad", digest: RELEASE.digest, reason: "slow" });
  const chain = appended(PROMOTED, [failed]);
  const waiver = (reason: string) => ({ gate: "latency", approver: "octocat", expires: "2026-12-31", reason }) as const;
  test.each<[string, string, boolean]>([
    ["by its line, is waived", "we know: ledger 2 was the client", true],
    ["in capitals, is waived", "Ledger 2", true],
    ["by another line, is not", "ledger 1", false],
    ["by a line that begins alike, is not", "ledger 21", false],
    ["not at all, is not", "the client was slow", false],
  ])("named %s", async (_, reason, isFailureWaived) => {
    const challenger = { ...manifest, waivers: [waiver(reason)] };
    const found = await ask({ chain, challenger, approvedAt: HEAD });
    expect(found).toMatchObject({ kind: "passed", isFailureWaived });
    expect(found.infos.some((info) => info.includes('"ledger 2"'))).toBe(!isFailureWaived);
  });

  test("is not waived until an approver has looked", async () => {
    const challenger = { ...manifest, waivers: [waiver("ledger 2")] };
    expect(await ask({ chain, challenger })).toMatchObject({ kind: "passed", isFailureWaived: false });
  });
});

describe("evidence that a person hands over", () => {
  test("passes when it is judged again, and is bound to the digest alone", async () => {
    expect(await ask({ evidence: {} })).toMatchObject({ kind: "passed", champion: CHAMPION, planHash: null });
  });

  test.each<[string, object, string]>([
    ["of another digest", { release: { ...RELEASE, digest: `sha256:${"9".repeat(64)}` } }, "another release"],
    ["of another version", { release: { ...RELEASE, version: "9.9.9" } }, "another release"],
    ["that fails a gate", { safety: { findings: [finding()] } }, "fail by safety"],
  ])("%s does not", async (_, changes, reason) => {
    expect(await ask({ evidence: changes })).toMatchObject({ kind: "none", reason: expect.stringContaining(reason) });
  });

  test("that was compared with another champion says so", async () => {
    const champion = { ...RELEASE, digest: `sha256:${"9".repeat(64)}` };
    expect(await ask({ evidence: { champion } })).toMatchObject({ kind: "passed", champion: champion.digest });
  });

  test("does not count in a job: there the check does", async () => {
    const found = await ask({ evidence: {}, countsEvidence: false, judged: { status: "fail" } });
    expect(found).toMatchObject({ kind: "none", reason: "the check says fail" });
    expect(found.infos).toEqual([expect.stringContaining("left alone")]);
  });
});

/** By whoever may edit checks: the record no longer stands at the end. */
function rewritten({ state }: FakeForge): void {
  state.checkRuns[0] = { ...state.checkRuns[0]!, summary: `${state.checkRuns[0]!.summary}\nand more` };
}

function finding() {
  return {
    operator: "ReadFile",
    node: "n",
    file: null,
    path: ["serving_default"],
    reason: "reads files",
    fix: "Take it out.",
  };
}
