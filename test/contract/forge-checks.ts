import { describe, expect, test } from "vitest";
import type { CheckAnnotation, CheckReport } from "../../shared/ports/forge.ts";
import { BASE, HEAD } from "../fakes/forge/state.ts";
import type { ForgeWorlds } from "./forge-world.ts";

export const REPORT: CheckReport = {
  name: "model-release",
  commit: HEAD,
  conclusion: "success",
  title: "Passes",
  summary: "Every gate passes.",
  externalId: "run 1",
  annotations: [],
};

export function annotations(count: number): readonly CheckAnnotation[] {
  return Array.from({ length: count }, (_, index) => ({
    path: "release.yaml",
    startLine: index + 1,
    endLine: index + 1,
    level: "failure" as const,
    title: "latency",
    message: `p95Ms ${index}`,
  }));
}

/** What is said about a commit. */
export function checksContract(title: string, world: ForgeWorlds): void {
  describe(`${title}: checks`, () => {
    test("one that goes on is created, then completed", async () => {
      const { forge, state } = await world();
      const begun = await forge.checks.create({
        ...REPORT,
        conclusion: null,
        text: "details",
        detailsUrl: "https://x.test/",
      });
      expect(begun).toMatchObject({ name: "model-release", commit: HEAD, status: "inProgress", conclusion: null });
      const done = await forge.checks.update(begun!.id, REPORT);
      expect(done).toMatchObject({ id: begun!.id, status: "completed", conclusion: "success", title: "Passes" });
      expect(await forge.checks.list(HEAD, "model-release")).toEqual([done]);
      expect(state.checkRuns).toMatchObject([{ detailsUrl: "https://x.test/", externalId: "run 1" }]);
    });

    test.each(["success", "failure", "neutral", "cancelled", "skipped", "timed_out", "action_required"] as const)(
      "a conclusion may be %s",
      async (conclusion) => {
        expect(await (await world()).forge.checks.create({ ...REPORT, conclusion })).toMatchObject({ conclusion });
      },
    );

    test.each([0, 1, 49, 50, 51, 100, 120])("%i annotations are shown once each", async (count) => {
      const { forge, state } = await world();
      const created = await forge.checks.create({ ...REPORT, annotations: annotations(count) });
      expect(state.checkRuns[0]!.annotations).toEqual(annotations(count));
      await forge.checks.update(created!.id, { ...REPORT, annotations: annotations(60) });
      expect(state.checkRuns[0]!.annotations).toEqual([...annotations(count), ...annotations(60)]);
    });

    test("past 1,000 annotations the others are left out", async () => {
      const { forge, state } = await world();
      await forge.checks.create({ ...REPORT, annotations: annotations(1001) });
      expect(state.checkRuns[0]!.annotations).toEqual(annotations(1000));
    });

    test("of each app the newest run of the name is told, the newest first", async () => {
      const { forge, state } = await world();
      await forge.checks.create({ ...REPORT, title: "old" });
      await forge.checks.create({ ...REPORT, name: "another" });
      await forge.checks.create({ ...REPORT, title: "new" });
      state.checkRuns.push({ ...state.checkRuns[0]!, id: 5000, title: "forged", app: { id: 1, slug: "someone" } });
      const found = await forge.checks.list(HEAD, "model-release");
      expect(found?.map(({ title: each, app }) => [each, app?.slug])).toEqual([
        ["forged", "someone"],
        ["new", "github-actions"],
      ]);
      expect(await forge.checks.list(BASE, "model-release")).toEqual([]);
    });

    test("65,535 characters of summary are taken, one more is refused", async () => {
      const { forge } = await world();
      expect(await forge.checks.create({ ...REPORT, summary: "x".repeat(65_535) })).not.toBeNull();
      const tooLong = forge.checks.create({ ...REPORT, summary: "x".repeat(65_536) });
      await expect(tooLong).rejects.toMatchObject({ code: "forge-refused" });
    });

    test("one that is not there cannot be changed", async () => {
      const { forge } = await world();
      await expect(forge.checks.update(5, REPORT)).rejects.toMatchObject({ code: "forge-missing" });
    });

    test("a forge without checks says so, and has the status", async () => {
      const { forge, state } = await world({ knows: { checks: false, hiding: false }, self: { login: "ci", id: 4 } });
      expect(await forge.checks.list(HEAD, "model-release")).toBeNull();
      expect(await forge.checks.create(REPORT)).toBeNull();
      expect(await forge.checks.update(1, REPORT)).toBeNull();
      const { id } = await forge.comments.create(7, "mark");
      expect((await forge.comments.own(7, "mark")).map((each) => each.id)).toEqual([id]);
      expect(await forge.comments.hide(id)).toBe(false);
      expect((await forge.pullRequests.withHead(HEAD)).map(({ number }) => number)).toEqual([7]);
      const status = { context: "model-release", state: "success", description: "Passes", targetUrl: null } as const;
      await forge.statuses.create(HEAD, status);
      expect(await forge.statuses.list(HEAD, "model-release")).toEqual([{ ...status, author: state.self }]);
    });
  });
}
