import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Failure, type FailureCode } from "../../../shared/failure.ts";
import { CHALLENGER, evidenceOf, manifestWith, reportIn, type World } from "./world.ts";

const PASSING: World = { head: { "churn/release.yaml": CHALLENGER } };
const FAILING: World = { head: { "churn/release.yaml": manifestWith({ min: 0.9 }) } };
const UNDECIDED: World = { ...PASSING, handedOver: { "evidence.json": evidenceOf({ champion: null }) } };

const failure = (code: FailureCode): Failure => new Failure(code, `it is ${code}`, { fix: `Mend ${code}.` });

const SINKS: readonly (readonly [string, string])[] = [
  ["checks.create", "the check"],
  ["comments.own", "the comment"],
  ["comments.create", "the comment"],
];

describe.each<[string, World, number]>([
  ["pass", PASSING, 0],
  ["fail", FAILING, 1],
  ["inconclusive", UNDECIDED, 3],
])("%s is the verdict", (verdict, world, exitCode) => {
  test.each(SINKS)("though %s ends as nobody wants", async (call, what) => {
    const { step, summary, notices, infos } = await reportIn({
      ...world,
      failing: { [call]: failure("forge-denied") },
    });
    expect(step).toMatchObject({ verdict, exitCode });
    expect(summary).toMatch(`${what} could not be written`);
    expect(infos).toContain(`${what} could not be written: it is forge-denied`);
    expect(notices).toContainEqual({
      level: "warning",
      title: `${what} could not be written`,
      message: "it is forge-denied",
      fix: "Mend forge-denied.",
      file: null,
    });
  });

  test("though nobody can be told anywhere", async () => {
    const failing = { "checks.create": failure("forge-denied"), "comments.own": failure("forge-denied") };
    const summarize = async () => {
      throw new Error("no page");
    };
    const makeFolder = async () => {
      throw failure("out-of-space");
    };
    const { step, infos, notices } = await reportIn({ ...world, failing, ports: { summarize, makeFolder } });
    expect(step).toMatchObject({ verdict, exitCode, commentId: "", reportPath: "" });
    expect(infos).toContain(`"churn/release.yaml": ${verdict}`);
    const missing = notices.filter(({ file }) => file === null).map(({ title }) => title.replace(/ could not.*/, ""));
    expect(missing).toEqual(["the page", "the check", "the comment", "the summary"]);
  });
});

test.each<FailureCode>([
  "forge-missing",
  "forge-locked",
  "forge-refused",
  "forge-limited",
  "forge-unreachable",
  "internal",
])("a check and a comment that end as %s change no verdict", async (code) => {
  const failing = { "checks.create": failure(code), "comments.create": failure(code) };
  const { step, summary } = await reportIn({ ...FAILING, failing });
  expect(step).toMatchObject({ verdict: "fail", exitCode: 1, commentId: "" });
  expect(summary.match(/could not be written/g)).toHaveLength(2);
});

describe("what remains to be told is told elsewhere", () => {
  test("the annotations of a check that could not be written go to the job", async () => {
    const { notices } = await reportIn({ ...FAILING, failing: { "checks.create": failure("forge-denied") } });
    expect(notices[0]).toMatchObject({ level: "error", file: "churn/release.yaml", line: 14 });
  });

  test("the annotations of a check that was written stay there", async () => {
    expect((await reportIn(FAILING)).notices).toEqual([]);
  });

  test("a forge without checks has them in the job", async () => {
    const forge = () => ({ knows: { checks: false, hiding: false } });
    const { step, notices } = await reportIn({ ...FAILING, forge });
    expect([step.exitCode, notices[0]?.level]).toEqual([1, "error"]);
  });

  test("a forge without checks has the pass on record as a status that names a file beside the ledger", async () => {
    const forge = () => ({ knows: { checks: false, hiding: false } });
    const { ledger, ...told } = await reportIn({ ...PASSING, forge });
    const [name] = ledger.files.keys();
    expect(told.forge.state.statuses).toMatchObject([
      {
        commit: told.commits.head,
        context: "model-release",
        state: "success",
        description: expect.stringContaining(name!),
      },
    ]);
    expect(JSON.parse(new TextDecoder().decode(ledger.files.get(name!)))).toMatchObject({
      releases: [{ manifest: "churn/release.yaml", status: "pass" }],
    });
  });

  test("a ledger that cannot be written leaves verdict and comment as they are", async () => {
    const forge = () => ({ knows: { checks: false, hiding: false } });
    const ledger = async () => {
      throw failure("ledger-unreachable");
    };
    const { step, infos, ...told } = await reportIn({ ...PASSING, forge, ports: { ledger } });
    expect([step.exitCode, told.forge.state.comments.length, told.forge.state.statuses]).toEqual([0, 1, []]);
    expect(infos).toContain("the status could not be written: it is ledger-unreachable");
  });

  test("a check that could not be written is not told as a status", async () => {
    const { forge } = await reportIn({ ...PASSING, failing: { "checks.create": failure("forge-denied") } });
    expect(forge.state.statuses).toEqual([]);
  });

  test("a disk that is full leaves check and comment as they are", async () => {
    const makeFolder = async () => {
      throw failure("out-of-space");
    };
    const { step, check, forge } = await reportIn({ ...PASSING, ports: { makeFolder } });
    expect(step).toMatchObject({ exitCode: 0, reportPath: "", commentId: "1001" });
    expect([check!.conclusion, forge.state.comments.length]).toEqual(["success", 1]);
  });
});

describe("a pull request that is", () => {
  test("closed is told all the same", async () => {
    const { step, forge } = await reportIn({ ...PASSING, pullRequest: () => ({ state: "closed" }) });
    expect([step.exitCode, forge.state.comments.length]).toEqual([0, 1]);
  });

  test("merged keeps the check that it was merged with", async () => {
    const { step, forge } = await reportIn({
      ...PASSING,
      inputs: { "pull-request": "7" },
      pullRequest: () => ({ state: "merged" }),
    });
    expect(step).toEqual({ verdict: "", result: "", commentId: "", reportPath: "", exitCode: 0 });
    expect(forge.calls).toEqual(["pullRequests.find"]);
  });

  test("locked has a check, and no comment", async () => {
    const { step, check, summary } = await reportIn({ ...PASSING, pullRequest: () => ({ isLocked: true }) });
    expect([step.exitCode, step.commentId, check!.conclusion]).toEqual([0, "", "success"]);
    expect(summary).toMatch(/pull request .*7 is locked/);
  });
});

test("a fork's own run is told who may write, not which permission it lacks", async () => {
  const repo = (full_name: string) => ({ full_name });
  const event = ({ base, head }: { base: string; head: string }) => ({
    name: "pull_request",
    payload: {
      pull_request: {
        number: 7,
        head: { sha: head, repo: repo("fork/models") },
        base: { ref: "main", sha: base, repo: repo("acme/models") },
      },
    },
  });
  const failing = { "checks.create": failure("forge-denied"), "comments.create": failure("forge-limited") };
  const { step, notices } = await reportIn({ ...PASSING, event, failing });
  expect(step).toMatchObject({ verdict: "pass", exitCode: 0 });
  expect(notices.map(({ fix }) => fix)).toEqual([
    "Let a workflow on workflow_run tell: the token of a fork's own run may only read.",
    "Mend forge-limited.",
  ]);
});

describe("what cannot be found out", () => {
  test("reviews: none counts, and why is said", async () => {
    const loosened = { head: { "churn/release.yaml": manifestWith({ min: 0.1 }) } };
    const { step, infos } = await reportIn({
      ...loosened,
      pullRequest: ({ head }) => ({ reviews: [{ by: { login: "octocat", id: 1 }, state: "approved", commit: head }] }),
      failing: { "pullRequests.approvals": failure("forge-denied") },
    });
    expect(step.verdict).toBe("fail");
    expect(infos).toContain("Reviews could not be read, so none counts: it is forge-denied (fix: Mend forge-denied.)");
  });

  test.each<[FailureCode, number]>([
    ["forge-denied", 2],
    ["forge-unreachable", 4],
    ["forge-limited", 4],
  ])("what is proposed, for it is %s: nobody could judge, exit %i", async (code, exitCode) => {
    const failing = { "pullRequests.changes": failure(code) };
    const { step, check, forge } = await reportIn({ ...PASSING, checkout: null, failing });
    expect(step).toMatchObject({ verdict: "inconclusive", exitCode });
    expect(check).toMatchObject({ conclusion: "action_required", title: "Not judged", annotations: [] });
    expect(forge.state.comments[0]!.body).toMatch(/it is forge/);
  });

  test.each<[FailureCode, number]>([
    ["forge-denied", 3],
    ["forge-unreachable", 4],
  ])("the evidence of another run, for it is %s: exit %i", async (code, exitCode) => {
    const failing = { "artifacts.runs": failure(code) };
    const { step, check } = await reportIn({ ...PASSING, handedOver: null, failing });
    expect(step).toMatchObject({ verdict: "inconclusive", exitCode });
    expect(check!.annotations[0]!.message).toMatch(`fix: Mend ${code}.`);
  });

  test("whose head it is ends the walk: there is nobody to tell", async () => {
    const event = () => ({ name: "workflow_run", payload: { workflow_run: { id: 1, head_sha: "a".repeat(40) } } });
    const failing = { "pullRequests.withHead": failure("forge-unreachable") };
    await expect(reportIn({ ...PASSING, event, failing })).rejects.toMatchObject({ code: "forge-unreachable" });
  });
});

test("a head that has moved on is left to its own run", async () => {
  const event = () => ({ name: "workflow_run", payload: { workflow_run: { id: 1, head_sha: "a".repeat(40) } } });
  const { step, forge, folder } = await reportIn({ ...PASSING, event, handedOver: null });
  expect(step).toEqual({ verdict: "", result: "", commentId: "", reportPath: "", exitCode: 0 });
  expect(forge.calls).toEqual(["pullRequests.withHead"]);
  expect(existsSync(join(folder, "model-release-evidence"))).toBe(false);
});

test("what looks like a secret is told nowhere, and this job's token least of all", async () => {
  const secret = `ghp_${"aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0zA1bC2"}`;
  const findings = [
    {
      rule: "secret" as const,
      level: "fail" as const,
      file: "f",
      message: `it says ${secret}`,
      fix: `Take ${secret} out.`,
    },
  ];
  const lint = {
    findings,
    missing: ["the-token-of-this-job"],
    placeholders: [],
    servable: [],
    completeness: { named: 7, of: 7, missing: [] },
    warnings: [],
  };
  const handedOver = { "evidence.json": evidenceOf({ lint }) };
  const { step, forge, check, summary, infos } = await reportIn({ ...PASSING, handedOver });
  expect(step.verdict).toBe("fail");
  const told = JSON.stringify([step, forge.state.comments, check, summary, infos]);
  expect([told.includes(secret), told.includes("the-token-of-this-job")]).toEqual([false, false]);
});
