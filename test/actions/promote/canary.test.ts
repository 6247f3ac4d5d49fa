import { describe, expect, test } from "vitest";
import { liveTraffic } from "./live-traffic.ts";
import { laidStory, type Story } from "./story.ts";

const SLOW = { timeout: 180_000 };
const HOUR_MS = 3_600_000;
const AT_ONCE = { steps: [100], bakeSeconds: 0, minSamples: 0 };
/** A step of 10 % sees about 40 answers in its bake. */
const RATE = 200;
const CANARY = { steps: [10, 50, 100], bakeSeconds: 2, minSamples: 30, telemetry: "cloudMonitoring" };
const PROBED = { ...CANARY, bakeSeconds: 1, telemetry: "probes" };
const MODEL = { name: "sums", owner: "tests", approvers: ["octocat"] };

/** 1.0.0 has all the traffic. */
async function served(...given: Parameters<typeof laidStory>): Promise<Story> {
  const story = await laidStory(...given);
  await story.merge("1.0.0", { changes: { model: { ...MODEL, version: "1.0.0" }, rollout: AT_ONCE } });
  expect(await story.promote("--evidence", "out")).toMatchObject({ outcome: "healthy" });
  story.writes();
  return story;
}

/** What production was told about its traffic, and what was deployed there or taken away. */
function writesInProduction({ writes }: Story): readonly string[] {
  return writes().flatMap(({ method, resource }) => (resource.endsWith("/endpoints/123456789") ? [method] : []));
}

function proposals({ git }: Story): readonly string[] {
  return git("ls-remote", "--heads", "origin", "model-release/*").trim().split("\n").filter(Boolean);
}

async function lastLine(story: Story): Promise<{ readonly event: string; readonly sequence: number }> {
  const { printed } = await story.run("history", "--json");
  return JSON.parse(printed).at(-1);
}

describe("a canary that is judged by the traffic that people send", () => {
  test("goes to all traffic with a model that is well", SLOW, async () => {
    const story = await served();
    await liveTraffic(story, RATE);
    await story.merge("1.1.0", { changes: { rollout: CANARY } });
    expect(await story.promote("--evidence", "out")).toMatchObject({ outcome: "healthy", exitCode: 0 });
    expect(await story.served()).toEqual({ "sums 1.1.0": 100 });
    expect(writesInProduction(story)).toEqual(["DeployModel", "UpdateEndpoint", "UpdateEndpoint", "UpdateEndpoint"]);
    expect(story.infos.filter((info) => /^(10|50) %: none of \d+ answers was an error/.test(info))).not.toEqual([]);
  });

  test(
    "gives the traffic back in one write where a model errs for some inputs, and comes back only by a waiver",
    SLOW,
    async () => {
      const story = await served();
      const people = await liveTraffic(story, RATE);
      const errs = { mood: "errs for some inputs", changes: { rollout: CANARY } } as const;
      await story.merge("1.1.0", errs);
      const bad = await story.promote("--evidence", "out");
      expect(bad).toMatchObject({
        outcome: "bad",
        exitCode: 1,
        reason: expect.stringMatching(/canary at 10 %: .* were errors/),
      });
      expect(await story.served()).toEqual({ "sums 1.0.0": 100 });
      expect(writesInProduction(story)).toEqual(["DeployModel", "UpdateEndpoint", "UpdateEndpoint", "UndeployModel"]);
      const failure = await lastLine(story);
      expect(failure.event).toBe("bad");

      // Asked again it is refused, and nothing is proposed twice.
      expect(await story.promote("--evidence", "out")).toMatchObject({ outcome: "refused", exitCode: 1, calls: [] });
      const [proposal, ...others] = proposals(story);
      expect(others).toEqual([]);

      // Its revert changes nothing that is served; the revert of that is a new release of what has failed.
      story.git("pull", "--quiet", "--no-rebase", "--no-edit", "origin", proposal!.split("\t")[1]!);
      story.push();
      expect(await story.promote()).toMatchObject({ outcome: "noop", exitCode: 0, calls: [] });
      story.git("revert", "--no-edit", "HEAD");
      story.push();
      expect(await story.promote()).toMatchObject({ outcome: "refused", calls: [] });
      expect(await story.promote("--evidence", "out")).toMatchObject({ outcome: "refused", calls: [] });
      story.git("revert", "--no-edit", "HEAD");
      story.push();
      const waiver = {
        gate: "soak",
        reason: `the client was wrong: ledger ${failure.sequence}`,
        approver: "octocat",
        expires: "2099-12-31",
      };
      await story.merge("1.1.0", {
        ...errs,
        changes: { ...errs.changes, model: { ...MODEL, version: "1.1.0" }, waivers: [waiver] },
      });
      expect(await story.promote("--evidence", "out")).toMatchObject({ outcome: "refused", calls: [] });
      people.stop();
      const again = await story.run("promote", "release.yaml", "--evidence", "out", "--approve", "--json");
      expect(JSON.parse(again.printed)).toMatchObject({
        outcome: "inProgress",
        events: expect.arrayContaining(["shifted"]),
      });
      expect(proposals(story)).toEqual([proposal]);
    },
  );

  test("holds where too few people ask, and ends at its deadline", SLOW, async () => {
    let aheadMs = 0;
    const story = await served({}, () => Date.now() + aheadMs);
    await story.merge("1.1.0", { changes: { rollout: CANARY } });
    const held = JSON.parse((await story.run("promote", "release.yaml", "--evidence", "out", "--json")).printed);
    expect(held).toMatchObject({
      outcome: "inProgress",
      reason: expect.stringContaining("counted nothing since the step began"),
    });
    expect(await story.served()).toEqual({ "sums 1.0.0": 90, "sums 1.1.0": 10 });
    aheadMs = 25 * HOUR_MS;
    story.writes();
    const ended = await story.promote("--evidence", "out");
    expect(ended).toMatchObject({ outcome: "aborted", exitCode: 4, reason: expect.stringContaining("24 hours") });
    expect(writesInProduction(story)).toEqual(["UpdateEndpoint", "UndeployModel"]);
    expect(await story.served()).toEqual({ "sums 1.0.0": 100 });
    expect(proposals(story)).toEqual([]);
  });
});

describe("a canary that asks golden requests itself, where nobody else does", () => {
  const gates = {
    quality: { level: "off" },
    slices: { level: "off" },
    latency: { level: "off" },
    throughput: { level: "off" },
  };
  const target = { kind: "vertex", project: "p", region: "europe-west4", endpoint: "123456789", bucket: "models" };

  test("goes to all traffic with a model that is well", SLOW, async () => {
    const story = await served();
    await story.merge("1.1.0", { changes: { rollout: PROBED, gates } });
    expect(await story.promote("--evidence", "out")).toMatchObject({ outcome: "healthy", exitCode: 0 });
    expect(await story.served()).toEqual({ "sums 1.1.0": 100 });
  });

  test("gives the traffic back in one write where a model answers everything alike", SLOW, async () => {
    const story = await served();
    await story.merge("1.1.0", { mood: "answers all alike", changes: { rollout: PROBED, gates, target } });
    const bad = await story.promote("--evidence", "out");
    expect(bad).toMatchObject({ outcome: "bad", exitCode: 1, reason: expect.stringContaining("scores were 0") });
    expect(writesInProduction(story)).toEqual(["DeployModel", "UpdateEndpoint", "UpdateEndpoint", "UndeployModel"]);
    expect(await story.served()).toEqual({ "sums 1.0.0": 100 });
    expect(proposals(story)).toHaveLength(1);
  });
});

test("a platform that has no machine left keeps a release back, and the next run brings it", SLOW, async () => {
  const stockOut = {
    fault: "failLate",
    method: "DeployModel",
    resource: "*/endpoints/123456789",
    calls: [2],
    status: "RESOURCE_EXHAUSTED",
  } as const;
  const story = await served({
    faults: [{ ...stockOut, message: "The zone does not have enough resources available." }],
  });
  await story.merge("1.1.0", { changes: { rollout: AT_ONCE } });
  expect(await story.promote("--evidence", "out")).toMatchObject({ outcome: "aborted", exitCode: 4 });
  expect(await story.served()).toEqual({ "sums 1.0.0": 100 });
  expect(proposals(story)).toEqual([]);
  expect(await story.promote("--evidence", "out")).toMatchObject({ outcome: "healthy", exitCode: 0 });
  expect(await story.served()).toEqual({ "sums 1.1.0": 100 });
});
