import { describe, expect, test } from "vitest";
import { Failure } from "../../../../shared/failure.ts";
import { storyWords } from "../../../../shared/report/story.ts";
import { storyteller } from "../../../../shared/rollout/storyteller/storyteller.ts";
import { OCTOCAT } from "../../../fakes/forge/state.ts";
import { type FakeForge, fakeForge } from "../../../fakes/forge.ts";
import { recordedLog } from "../../../fakes/log.ts";
import { DIGEST, entry } from "../../ledger/entries.ts";

import { forever, NEW, OLD, PROMOTION, shown, tell, two } from "./told-lines.ts";

describe("the story as it goes", () => {
  test("a promotion has one deployment, one comment that follows it, and one for its outcome", async () => {
    const forge = fakeForge();
    expect(await tell(PROMOTION, forge)).toEqual([]);
    const { comments, deployments, issues } = shown(forge);
    expect(deployments).toMatchObject([
      { environment: "1234567890", commit: "b".repeat(40), description: "churn 2.0.0", isProduction: true },
    ]);
    expect(deployments[0]!.statuses.map(({ state }) => state)).toEqual([
      "inProgress",
      "inProgress",
      "inProgress",
      "success",
    ]);
    expect(comments.map(({ body }) => body.split("\n").slice(0, 2))).toEqual([
      [expect.stringContaining("model-release:progress"), expect.stringContaining("**healthy, with all traffic**")],
      [expect.stringContaining("model-release:outcome"), expect.stringContaining("`churn 2.0.0` is healthy")],
    ]);
    expect(issues).toEqual([]);
  });

  test("the deployment names the line of the ledger that it began with", async () => {
    const forge = fakeForge();
    await tell(PROMOTION, forge);
    expect(JSON.parse(forge.state.deployments[0]!.payload)).toMatchObject({
      schema: "model-release/deployment/v1",
      ledger: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      digest: DIGEST.two,
    });
  });

  test("what another run tells again changes nothing", async () => {
    const forge = fakeForge();
    await tell(PROMOTION, forge);
    const before = shown(forge);
    await tell(PROMOTION, forge);
    await tell(PROMOTION.slice(3), forge, PROMOTION.slice(0, 3));
    await tell(PROMOTION, forge, PROMOTION);
    expect(shown(forge)).toEqual(before);
  });

  test("the deployment that served before is inactive, what failed stays as it is", async () => {
    const forge = fakeForge();
    const bad = two({ digest: DIGEST.three, commit: "c".repeat(40), event: "bad", reason: "slow" });
    await tell([entry({ event: "intent" }), entry({ event: "healthy", after: OLD }), bad, ...PROMOTION], forge);
    expect(forge.state.deployments.map(({ statuses }) => statuses.at(-1)!.state)).toEqual([
      "inactive",
      "failure",
      "success",
    ]);
    await tell([entry({ event: "healthy", after: OLD })], forge);
    expect(forge.state.deployments.at(-1)!.statuses.at(-1)!.state).toBe("success");
    expect(forge.state.deployments[0]!.statuses.filter(({ state }) => state === "inactive")).toHaveLength(1);
  });

  test("a deployment that somebody else wrote is not ours", async () => {
    const forge = fakeForge();
    await tell(PROMOTION, forge);
    const [ours] = forge.state.deployments;
    const other = fakeForge({ deployments: [{ ...ours!, author: OCTOCAT, statuses: [] }] });
    await tell(PROMOTION, other);
    expect(other.state.deployments).toHaveLength(2);
    expect(other.state.deployments[0]!.statuses).toEqual([]);
  });

  test("a release without a pull request is not commented on", async () => {
    const forge = fakeForge();
    await tell(
      PROMOTION.map((line) => ({ ...line, pullRequest: null })),
      forge,
    );
    expect(forge.state.comments).toEqual([]);
  });

  test("one that the platform failed twice has one comment for that", async () => {
    const forge = fakeForge();
    const aborted = (reason: string) => two({ event: "aborted", reason });
    await tell([PROMOTION[0]!, aborted("no machine"), PROMOTION[0]!, aborted("still none")], forge);
    const outcomes = forge.state.comments.filter(({ body }) => body.includes("model-release:outcome"));
    expect(outcomes.map(({ body }) => body)).toEqual([expect.stringContaining("still none")]);
  });

  test("a forge without deployments is told the rest", async () => {
    const forge = fakeForge({ knows: { checks: false, hiding: false } });
    expect(await tell(PROMOTION, forge)).toEqual([]);
    expect(forge.state.comments).toHaveLength(2);
  });
});

describe("a frozen endpoint", () => {
  const healthy = entry({ event: "healthy", after: OLD });
  const frozen = two({ event: "frozen", before: NEW, after: NEW, reason: "the endpoint serves 2.0.0 at 100 %" });

  test("has one issue, with who answers, who should, and the two commands", async () => {
    const forge = fakeForge();
    await tell([healthy, frozen, frozen], forge);
    expect(forge.state.issues).toMatchObject([{ title: "Frozen: endpoint 1234567890", isOpen: true }]);
    const { body } = forge.state.issues[0]!;
    expect(body).toContain("The ledger says: `1.0.0` at 100 %.");
    expect(body).toContain("model-release adopt");
    expect(body).toContain("model-release heal");
  });

  test.each(["thawed", "adopted", "healed", "healthy", "rolledBack"] as const)("is %s: it is closed", async (event) => {
    const forge = fakeForge();
    await tell([healthy, frozen, two({ event })], forge);
    expect(forge.state.issues.map(({ isOpen }) => isOpen)).toEqual([false]);
  });

  test("another endpoint's issue stays open", async () => {
    const forge = fakeForge();
    await tell([healthy, frozen, two({ event: "thawed", endpoint: "99" })], forge);
    expect(forge.state.issues.map(({ isOpen }) => isOpen)).toEqual([true]);
  });
});

const CALLS = [
  "forge.identity",
  "deployments.list",
  "deployments.create",
  "deployments.tell",
  "deployments.statuses",
  "comments.own",
  "comments.create",
  "comments.update",
  "issues.own",
  "issues.create",
  "issues.close",
] as const;
const CODES = ["forge-denied", "forge-missing", "forge-locked", "forge-limited", "forge-unreachable"] as const;
const WHOLE = [...PROMOTION, two({ event: "frozen" }), two({ event: "thawed" })];

describe("a forge in trouble", () => {
  test.each(CALLS.flatMap((call) => CODES.map((code) => [call, code] as const)))(
    "%s ends with %s: it is logged, and nothing is thrown",
    async (call, code) => {
      const forge = fakeForge();
      forge.failing.set(call, new Failure(code, "no", { fix: "Wait." }));
      const infos = await tell(WHOLE, forge);
      expect(infos.length).toBeGreaterThan(0);
      expect(infos.length).toBeLessThanOrEqual(9);
      expect(infos[0]).toContain("could not be told: no (Wait.)");
    },
  );

  test.each(CALLS)("%s failed once: told again, it is as if it never had", async (call) => {
    const [troubled, well] = [fakeForge(), fakeForge()];
    troubled.failing.set(call, new Failure("forge-unreachable", "no", { fix: "Wait." }));
    await tell(WHOLE.slice(0, 4), troubled);
    troubled.failing.clear();
    await tell(WHOLE, troubled);
    await tell(WHOLE, well);
    expect(states(troubled)).toEqual(states(well));
  });

  test("one that never answers keeps nobody waiting", async () => {
    const { log, infos } = recordedLog();
    const forge = {
      ...fakeForge(),
      deployments: { ...fakeForge().deployments, list: () => new Promise<null>(() => {}) },
    };
    const teller = storyteller([], { forge, log, sleep: async () => {}, words: storyWords(null) });
    for (const line of PROMOTION) await teller.tell(line);
    await teller.finish(1_000);
    expect(infos).toEqual(["4 lines of the ledger were not told in time; the next run goes on."]);
  });

  test("a defect in the words is no end of a promotion", async () => {
    const { log, infos } = recordedLog();
    const words = {
      ...storyWords(null),
      progress: () => {
        throw new TypeError("no such word");
      },
    };
    const teller = storyteller([], { forge: fakeForge(), log, sleep: forever, words });
    await teller.tell(PROMOTION[0]!);
    await teller.finish(1);
    expect(infos).toHaveLength(1);
  });
});

/** What a person would see in the end, however often it was told. */
function states({ state }: FakeForge) {
  return {
    comments: state.comments.map(({ body }) => body).toSorted(),
    deployments: state.deployments.map(({ statuses }) => [...new Set(statuses.map((each) => each.state))].toSorted()),
    issues: state.issues.map(({ isOpen }) => isOpen),
  };
}
