import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { laidStory, type Story } from "./story.ts";

const SLOW = { timeout: 180_000 };

describe("on the emulator, with a real repository", () => {
  test("main is followed there, and back again", SLOW, async () => {
    const story = await laidStory();

    // A first release, which nobody may promote before it was validated.
    await story.merge("1.0.0");
    story.writes();
    expect(kinds((await story.plan()).steps)).toEqual(["upload", "register", "stage", "deploy", "shift", "alias"]);
    expect(await story.promote()).toMatchObject({ outcome: "refused", exitCode: 1, calls: [] });
    expect(story.writes()).toEqual([]);
    expect(await story.promote("--evidence", "out")).toMatchObject({ outcome: "healthy", exitCode: 0 });
    expect(await story.served()).toEqual({ "sums 1.0.0": 100 });
    expect(writesInProduction(story)).toEqual(["DeployModel", "UpdateEndpoint"]);

    // A second one: what was planned is what is done.
    await story.merge("1.1.0");
    const planned = await story.plan();
    expect(story.writes()).toEqual([]);
    const second = await story.promote("--evidence", "out");
    expect(second).toMatchObject({ outcome: "healthy", exitCode: 0 });
    expect(await story.served()).toEqual({ "sums 1.1.0": 100 });
    expect(inProduction(second.calls)).toEqual(inProduction(planned.steps));

    // Its revert is one write.
    story.git("revert", "--no-edit", "HEAD");
    story.push();
    story.writes();
    expect(kinds((await story.plan()).steps)).toEqual(["shift", "alias", "park"]);
    const back = await story.promote();
    expect(back).toMatchObject({ outcome: "healthy", exitCode: 0, events: ["intent", "rolledBack"] });
    expect(fromLeaseToReadBackMs(story)).toBeLessThan(2_000);
    expect(writesInProduction(story)).toEqual(["UpdateEndpoint"]);
    expect(await story.served()).toEqual({ "sums 1.0.0": 100 });
    expect(incidentPage(story, back.incident, "README.md")).toContain("Incident: `sums 1.1.0`");
    expect(await story.promote()).toMatchObject({ outcome: "noop", calls: [], incident: null });

    // One that answers otherwise than recorded never gets traffic, and its revert is proposed.
    const golden = readFileSync(join(story.folder, "golden.jsonl"), "utf8");
    writeFileSync(join(story.folder, "golden.jsonl"), golden.replace(/"predictions":\[\[/, '"predictions":[[9'));
    await story.merge("1.1.1");
    const bad = await story.promote("--evidence", "out");
    expect(bad).toMatchObject({
      outcome: "bad",
      exitCode: 1,
      reason: expect.stringContaining("golden case on line 1"),
    });
    expect(inProduction(bad.calls)).toEqual([]);
    expect(story.git("ls-remote", "--heads", "origin", "model-release/*")).toContain("revert-sums-");
    expect(readdirSync(join(story.folder, bad.incident!))).toHaveLength(5);
    expect(incidentPage(story, bad.incident, "README.md")).toContain(
      "The revert: the branch `model-release/revert-sums-",
    );
    expect(incidentPage(story, bad.incident, "post-mortem.md")).toContain("golden case on line 1");
    expect(story.git("status", "--porcelain")).toBe("");
    expect(await story.served()).toEqual({ "sums 1.0.0": 100 });
    story.git("revert", "--no-edit", "HEAD");
    story.push();

    // What was compared with another champion changes nothing, and nor does the manifest's end.
    await story.merge("1.2.0");
    await story.merge("1.3.0");
    story.writes();
    expect(await story.promote("--evidence", "out")).toMatchObject({ outcome: "stale", exitCode: 3, calls: [] });
    story.git("rm", "--quiet", "release.yaml");
    story.git("commit", "--quiet", "--message", "no more");
    story.push();
    expect(kinds((await story.plan()).steps)).toEqual(["hold"]);
    expect(story.writes()).toEqual([]);
    expect(await story.promote()).toMatchObject({ outcome: "noop", release: null });
    expect(await story.served()).toEqual({ "sums 1.0.0": 100 });
  });
});

function incidentPage({ folder }: Story, incident: string | null, page: string): string {
  return readFileSync(join(folder, incident!, page), "utf8");
}

interface Step {
  readonly kind: string;
  readonly resource: string;
}

function kinds(steps: readonly Step[]): readonly string[] {
  return steps.map(({ kind }) => kind);
}

function inProduction(steps: readonly Step[]): readonly Step[] {
  return steps
    .filter(({ kind, resource }) => resource === "123456789" && (kind === "deploy" || kind === "shift"))
    .map(({ kind, resource }) => ({ kind, resource }));
}

function writesInProduction({ writes }: Story): readonly string[] {
  return writes().flatMap(({ method, resource }) => (resource.endsWith("/endpoints/123456789") ? [method] : []));
}

/** From the lease, which is the first write, to the first look at the endpoint after its own. */
function fromLeaseToReadBackMs({ emulator, sinceLast }: Story): number {
  const entries = emulator.requests().slice(sinceLast());
  const lease = entries.find(({ method }) => method === "storage.objects.insert")!;
  const write = entries.findIndex(({ method }) => method === "UpdateEndpoint");
  const readBack = entries.slice(write).find(({ method }) => method === "GetEndpoint")!;
  return Date.parse(readBack.time) - Date.parse(lease.time);
}
