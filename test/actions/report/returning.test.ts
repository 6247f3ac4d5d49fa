import { describe, expect, test } from "vitest";
import { withoutModel } from "../../../shared/evidence/collect/without-model.ts";
import type { Evidence } from "../../../shared/evidence/evidence.ts";
import { appended, chainText } from "../../../shared/ledger/chain.ts";
import type { LedgerEntry } from "../../../shared/ledger/line.ts";
import { entry } from "../../shared/ledger/entries.ts";
import { evidenceOf, manifestWith, releaseOf, reportIn } from "./world.ts";

const SERVED = `serving: {image: "europe-docker.pkg.dev/vertex-ai/prediction/tf2-cpu.2-15:latest", machineType: n1-standard-2, replicas: {min: 1, max: 1}}
target: {kind: vertex, project: p, region: europe-west4, endpoint: "42", bucket: models}
`;
const [ONE, TWO] = ["a", "c"].map((digit) => `sha256:${digit.repeat(64)}`) as [string, string];
const BEFORE = manifestWith({ version: "1.0.0", digest: "a", more: SERVED });
const NOW = manifestWith({ version: "2.0.0", digest: "c", more: SERVED });

const returning = (shortcut: Evidence["shortcut"]): string =>
  evidenceOf({
    ...releaseOf("1.0.0", "a"),
    champion: { model: "churn", version: "2.0.0", digest: TWO },
    ...withoutModel("this very release served before"),
    shortcut,
  });

function ledgerOf(entries: readonly Partial<LedgerEntry>[], commit: string): string {
  const told = entries.map((each) => entry({ endpoint: "42", commit, ...each }));
  return chainText(appended([], told));
}

/** A pull request that reverts 2.0.0, and the ledger of what was served. */
function revert(
  entries: readonly Partial<LedgerEntry>[],
  { shortcut = { healthy: 1 } as Evidence["shortcut"], manifest = BEFORE } = {},
) {
  return reportIn({
    base: { "churn/release.yaml": NOW },
    head: { "churn/release.yaml": manifest },
    handedOver: { "churn/evidence.json": returning(shortcut) },
    forge: (commits) => ({ files: { "model-release-ledger": { "42.jsonl": ledgerOf(entries, commits.head) } } }),
  });
}

const share = (digest: string, percent: number) => ({ deployedModelId: "1", version: null, digest, percent });
const HEALTHY = { event: "healthy", digest: ONE, after: [share(ONE, 100)] } as const;
const REPLACED = { event: "healthy", digest: TWO, before: [share(ONE, 100)], after: [share(TWO, 100)] } as const;

describe("a revert to what served before", () => {
  test("is green though nothing was measured, and says why, with a plan of one write", async () => {
    const { step, check, forge } = await revert([HEALTHY, REPLACED]);
    expect(step).toMatchObject({ verdict: "pass", exitCode: 0 });
    expect(check!.conclusion).toBe("success");
    const [comment] = forge.state.comments;
    expect(comment!.body).toContain("may come back");
    expect(comment!.body).toContain("one traffic write");
  });

  test.each<[string, readonly Partial<LedgerEntry>[], Evidence["shortcut"]]>([
    ["a line that is not the one", [HEALTHY, REPLACED], { healthy: 2 }],
    ["a ledger that does not know it", [REPLACED], { healthy: 1 }],
    ["a release that turned out bad", [HEALTHY, { event: "bad", digest: ONE }, REPLACED], { healthy: 1 }],
    [
      "a release that was taken back",
      [HEALTHY, { event: "rolledBack", digest: TWO, before: [share(ONE, 100)] }],
      { healthy: 1 },
    ],
    ["no line at all", [HEALTHY, REPLACED], null],
  ])("is not decided on %s", async (_, entries, shortcut) => {
    const { step } = await revert(entries, { shortcut });
    expect(step).toMatchObject({ verdict: "inconclusive", exitCode: 3 });
  });

  test("that also loosens a limit is no revert", async () => {
    const loosened = manifestWith({ version: "1.0.0", digest: "a", min: 0.1, more: SERVED });
    const ledger = [{ ...HEALTHY, commit: "f".repeat(40) }, REPLACED];
    const { step, forge } = await revert(ledger, { manifest: loosened });
    expect(step).toMatchObject({ verdict: "fail", exitCode: 1 });
    expect(forge.state.comments[0]!.body).toContain("is loosened");
  });
});

describe("a pull request to what failed", () => {
  const BAD = { event: "bad", digest: TWO, version: "2.0.0", after: [share(ONE, 100)] } as const;
  const proposed = (entries: readonly Partial<LedgerEntry>[]) =>
    reportIn({
      base: { "churn/release.yaml": NOW },
      head: { "churn/release.yaml": manifestWith({ version: "3.0.0", digest: "d", more: SERVED }) },
      handedOver: {
        "churn/evidence.json": evidenceOf({
          ...releaseOf("3.0.0", "d"),
          champion: { model: "churn", version: "2.0.0", digest: TWO },
        }),
      },
      forge: ({ head }) => ({ files: { "model-release-ledger": { "42.jsonl": ledgerOf(entries, head) } } }),
    });

  test("is told that its merge would change nothing, and what to merge first", async () => {
    const { step, forge } = await proposed([{ ...HEALTHY, version: "1.0.0" }, BAD]);
    expect(step.verdict).toBe("pass");
    expect(forge.state.comments[0]!.body).toContain(
      "**On merge**: nothing. churn 2.0.0, which it is compared with, failed, and 1.0.0 is served: merge the revert to that first.",
    );
  });

  test.each<[string, readonly Partial<LedgerEntry>[]]>([
    ["it is served", [HEALTHY, REPLACED]],
    ["it is on its way", [HEALTHY, { event: "intent", digest: TWO, after: [share(ONE, 100)] }]],
    ["nobody is served", []],
  ])("is told of its plan as long as %s", async (_, entries) => {
    const { forge } = await proposed(entries);
    expect(forge.state.comments[0]!.body).toContain("**On merge**: deployed beside the champion");
  });
});
