import { describe, expect, test } from "vitest";
import { appended, type Chain } from "../../../shared/ledger/chain.ts";
import type { Manifest } from "../../../shared/release/manifest.ts";
import { leftBy, planOf } from "../../../shared/rollout/plan.ts";
import { entry } from "../ledger/entries.ts";
import { digestOf, manifestOf } from "./releases.ts";

const CANARY = "{steps: [5, 50, 100]}";
const A = manifestOf({ name: "a", version: "1.0.0" });
const B = manifestOf({ name: "b", version: "2.0.0", rollout: CANARY, hasStaging: true });
const healthy = (digest: string) => entry({ event: "healthy", digest });
const HISTORY = appended([], [healthy(digestOf("a")), healthy(digestOf("b"))]);

function lines(
  challenger: Manifest | null,
  champion: Manifest | null,
  chain: Chain = HISTORY.slice(0, 1),
): readonly string[] {
  return planOf({ challenger, champion, chain })!.steps.map(
    ({ kind, before, after }) => `${kind}: ${before} → ${after}`,
  );
}

describe("the plan", () => {
  test("of a first release gives it all traffic at once", () => {
    expect(lines(A, null, []).slice(2)).toEqual([
      "deploy: null → churn 1.0.0 at 0 %",
      "shift: nothing → churn 1.0.0 at 100 %",
      "alias: null → churn 1.0.0",
    ]);
  });

  test("of a challenger goes step by step and parks the champion", () => {
    expect(lines(B, A).slice(1)).toEqual([
      "register: null → churn 2.0.0",
      "stage: null → churn 2.0.0, asked the golden requests",
      "deploy: null → churn 2.0.0 at 0 %",
      "shift: churn 1.0.0 at 100 % → churn 1.0.0 at 95 %, churn 2.0.0 at 5 %",
      "shift: churn 1.0.0 at 95 %, churn 2.0.0 at 5 % → churn 1.0.0 at 50 %, churn 2.0.0 at 50 %",
      "shift: churn 1.0.0 at 50 %, churn 2.0.0 at 50 % → churn 2.0.0 at 100 %",
      "alias: churn 1.0.0 → churn 2.0.0",
      "park: churn 1.0.0 → churn 1.0.0 at 0 %, for 24 hours",
    ]);
  });

  test("of a revert is one write to the endpoint", () => {
    expect(lines(A, B, HISTORY)).toEqual([
      "shift: churn 2.0.0 at 100 % → churn 1.0.0 at 100 %",
      "alias: churn 2.0.0 → churn 1.0.0",
      "park: churn 2.0.0 → churn 2.0.0 at 0 %, for 24 hours",
    ]);
  });

  test("of a revert whose ledger nobody can read is the whole way", () => {
    expect(planOf({ challenger: A, champion: B, chain: null })!.steps[0]).toMatchObject({ kind: "upload" });
  });

  test("of the same release under another version does nothing", () => {
    expect(lines({ ...A, model: { ...A.model, version: "1.0.1" } }, A)).toEqual([]);
  });

  test.each([
    ["holds the endpoint, unless the manifest says otherwise", "hold", ["hold: churn 1.0.0 → churn 1.0.0"]],
    [
      "stops serving where the manifest says so",
      "undeploy",
      ["shift: churn 1.0.0 at 100 % → nothing", "undeploy: churn 1.0.0 → null"],
    ],
  ] as const)("of a deleted manifest %s", (_, onDelete, expected) => {
    expect(lines(null, { ...A, rollback: { ...A.rollback, onDelete } })).toEqual(expected);
  });

  test("of a move to another endpoint leaves the old one as it is", () => {
    const moved = { ...B, target: { ...B.target!, endpoint: "99" } };
    const { steps, restore, hash } = planOf({ challenger: moved, champion: null, chain: [], left: leftBy(moved, A) })!;
    expect(steps.at(-1)).toEqual({
      kind: "hold",
      resource: A.target!.endpoint,
      before: "churn 1.0.0",
      after: "churn 1.0.0",
    });
    expect(restore).toBe("churn 1.0.0 stays served at 1, and git revert brings its manifest back there.");
    expect(hash).toBe(planOf({ challenger: moved, champion: null, chain: [] })!.hash);
    expect([leftBy(B, A), leftBy(B, null)]).toEqual([null, null]);
  });

  test.each([
    [
      "a challenger is one write, while the champion is parked",
      B,
      A,
      "git revert brings churn 1.0.0 back, in one traffic write for 24 hours and by deploying it again after.",
    ],
    [
      "a first release is none: the endpoint is held",
      A,
      null,
      "Nothing was served before: after a revert the endpoint is held as it is.",
    ],
    ["what does nothing is nothing", A, A, "git revert changes nothing at the endpoint either."],
    [
      "a deleted manifest whose endpoint is held is its manifest alone",
      null,
      A,
      "churn 1.0.0 stays served, and git revert brings only its manifest back.",
    ],
    [
      "a deleted manifest whose endpoint is emptied is the release",
      null,
      { ...A, rollback: { ...A.rollback, onDelete: "undeploy" } },
      "git revert brings churn 1.0.0 back.",
    ],
  ] as const)("the way back from %s", (_, challenger, champion, expected) => {
    expect(planOf({ challenger, champion, chain: HISTORY })!.restore).toBe(expected);
  });

  test("is none where nothing says where to serve", () => {
    const { target: _, ...nowhere } = A;
    expect(planOf({ challenger: nowhere, champion: null, chain: [] })).toBeNull();
  });
});

describe("the hash of a plan", () => {
  const hash = (challenger: Manifest, champion: Manifest | null = A, chain: Chain = HISTORY) =>
    planOf({ challenger, champion, chain })!.hash;

  test("is the same whatever is observed", () => {
    expect(hash(B)).toBe(hash(B, A, []));
  });

  test.each([
    ["the challenger's digest", { artifact: { ...B.artifact, digest: digestOf("x") } }],
    ["the steps", { rollout: { ...B.rollout, steps: [10, 100] } }],
    ["the target", { target: { ...B.target!, endpoint: "99" } }],
  ])("changes with %s", (_, changed) => {
    expect(hash({ ...B, ...changed })).not.toBe(hash(B));
  });

  test("changes with the champion, and with its policy", () => {
    expect(hash(B, { ...A, artifact: { ...A.artifact, digest: digestOf("x") } })).not.toBe(hash(B));
    expect(hash(B, { ...A, gates: { ...A.gates, soak: { level: "warn" } } })).not.toBe(hash(B));
  });

  test("does not change with what is only said of the challenger", () => {
    expect(hash({ ...B, model: { ...B.model, description: "another" } })).toBe(hash(B));
  });
});
