import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { RunArtifact, WorkflowRun } from "../../shared/ports/run-artifact.ts";
import { BASE, HEAD } from "../fakes/forge/state.ts";
import type { ForgeWorlds } from "./forge-world.ts";

/** What is read of a commit, and what runs left behind. */
export function filesContract(title: string, world: ForgeWorlds): void {
  const scratch = mkdtempSync(join(tmpdir(), "forge-"));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  describe(`${title}: files`, () => {
    const files = { main: { "a/release.yaml": "a: ü\n", a: null, empty: "", large: "x".repeat(1_500_000) } };
    const read = async (path: string, maxBytes = 2_000_000) => {
      const bytes = await (await world({ files })).forge.readFile({ ref: "main", path }, maxBytes);
      return bytes && Buffer.from(bytes).toString();
    };
    test.each(["a/release.yaml", "empty", "large"] as const)("%s is read as it is", async (path) => {
      expect(await read(path)).toBe(files.main[path]);
    });

    test("what is not there is undefined", async () => {
      expect(await read("b/release.yaml")).toBeUndefined();
      expect(await (await world({ files })).forge.readFile({ ref: "other", path: "a" }, 10)).toBeUndefined();
    });

    test("a folder is refused, and so is what is larger than asked for", async () => {
      await expect(read("a")).rejects.toMatchObject({ code: "file-refused" });
      expect(await read("a/release.yaml", 6)).toBe("a: ü\n");
      await expect(read("a/release.yaml", 5)).rejects.toMatchObject({ code: "limit-exceeded" });
      await expect(read("large", 1_499_999)).rejects.toMatchObject({ code: "limit-exceeded" });
    });
  });

  describe(`${title}: what runs left behind`, () => {
    const run: WorkflowRun = {
      id: 30,
      url: "https://github.com/acme/models/actions/runs/30",
      commit: HEAD,
      event: "pull_request",
      workflow: ".github/workflows/release.yml",
      headRepository: "someone/models",
      status: "completed",
    };
    const artifact: RunArtifact = {
      id: 1,
      name: "evidence",
      sizeBytes: 3,
      isExpired: false,
      digest: `sha256:${"0".repeat(64)}`,
      run: 30,
    };
    const archive = Buffer.from("PK\u0003");
    const laid = {
      runs: [run, { ...run, id: 31, headRepository: null }, { ...run, id: 32, commit: BASE }],
      artifacts: [
        { ...artifact, archive },
        { ...artifact, id: 2, isExpired: true, archive },
      ],
    };

    test("a run is found by its number and by its commit", async () => {
      const { artifacts } = (await world(laid)).forge;
      expect(await artifacts.run(30)).toEqual(run);
      expect(await artifacts.run(29)).toBeUndefined();
      expect((await artifacts.runs(HEAD)).map(({ id }) => id)).toEqual([31, 30]);
    });

    test("its artifacts are listed, the newest first", async () => {
      const { artifacts } = (await world(laid)).forge;
      expect(await artifacts.list(30)).toEqual([{ ...artifact, id: 2, isExpired: true }, artifact]);
      expect(await artifacts.list(31)).toEqual([]);
    });

    test("one is written to a file, and nothing where that is too large", async () => {
      const { artifacts } = (await world(laid)).forge;
      const path = join(mkdtempSync(join(scratch, "a-")), "evidence.zip");
      const tooLarge = artifacts.download(1, { path, maxBytes: 2 });
      await expect(tooLarge).rejects.toMatchObject({ code: "limit-exceeded" });
      await artifacts.download(1, { path, maxBytes: 3 });
      expect(readFileSync(path)).toEqual(archive);
    });

    test.each([2, 3])("one that is gone is a failure (%i)", async (id) => {
      const { artifacts } = (await world(laid)).forge;
      const gone: Promise<unknown> = artifacts.download(id, { path: join(scratch, `gone-${id}`), maxBytes: 3 });
      await expect(gone).rejects.toMatchObject({ code: "forge-missing" });
    });
  });
}
