import { describe, expect, test } from "vitest";
import type { EndpointStatus } from "../../../../shared/rollout/by-hand/status.ts";
import { git } from "../../../contract/git-repository.ts";
import { DIGEST } from "../../../shared/ledger/entries.ts";
import { manifestText, servedRepository } from "../served-repository.ts";

const MANIFEST = "churn/release.yaml";

describe("status", () => {
  test("exits 0 where all that answers is what the default branch wants, with all digits", async () => {
    const { json, run, folder } = await servedRepository();
    const commit = git(folder, ["rev-parse", "HEAD"]).trim();
    expect(await json<EndpointStatus>("status")).toEqual({
      schema: "model-release/status/v1",
      endpoint: "1234567890",
      manifest: MANIFEST,
      desired: { version: "2.0.0", digest: DIGEST.two, commit },
      live: [{ deployedModelId: "2", version: "2.0.0", digest: DIGEST.two, percent: 100 }],
      inSync: true,
      state: "idle",
      freeze: null,
      exitCode: 0,
    });
    expect((await run("status", MANIFEST)).printed.split("\n")).toEqual([
      "endpoint 1234567890 (churn/release.yaml): in sync",
      "  desired  2.0.0           sha256:222222222222…",
      "  live     2.0.0 at 100 %  sha256:222222222222…",
      "  state    idle",
    ]);
  });

  test("exits 1 where the default branch wants another release", async () => {
    const { json, commit } = await servedRepository();
    commit(MANIFEST, manifestText("3.0.0", DIGEST.three));
    expect(await json<EndpointStatus>("status")).toMatchObject({
      exitCode: 1,
      desired: { version: "3.0.0" },
      inSync: false,
      state: "idle",
    });
  });

  test("says what others made of the traffic, and who answers", async () => {
    const { json, move } = await servedRepository();
    move({ 1: 5, 2: 95 });
    expect(await json<EndpointStatus>("status")).toMatchObject({
      exitCode: 1,
      live: [{ percent: 95 }, { version: "1.0.0", digest: DIGEST.one, percent: 5 }],
      state: "drifted: the ledger says 2.0.0 at 100 %",
    });
  });

  test("names the file that stops promotions", async () => {
    const { json, commit } = await servedRepository();
    commit("model-release.freeze", "until Monday\n");
    expect(await json<EndpointStatus>("status")).toMatchObject({
      exitCode: 0,
      freeze: "the file model-release.freeze is on the default branch",
    });
  });

  test("reads the default branch at origin, whatever is checked out", async () => {
    const { json, folder } = await servedRepository();
    git(folder, ["checkout", "--quiet", "-b", "work", "HEAD~1"]);
    expect(await json<EndpointStatus>("status")).toMatchObject({ exitCode: 0, desired: { version: "2.0.0" } });
  });

  test("prints an array where several endpoints are asked for", async () => {
    const { run, commit } = await servedRepository();
    commit(
      "other/release.yaml",
      manifestText("1.0.0", DIGEST.one).replace("1234567890", "5").replace("churn", "other"),
    );
    await expect(run("status", "other", "--json")).rejects.toMatchObject({ code: "endpoint-unreachable", exitCode: 4 });
    const { exitCode, printed } = await run("status", "--json");
    expect([exitCode, (JSON.parse(printed) as EndpointStatus[]).map(({ endpoint }) => endpoint)]).toEqual([
      1,
      ["1234567890"],
    ]);
    expect((await run("status")).printed).toContain("endpoint 5 cannot be read");
  });

  test("exits 4 with the Failure where no endpoint can be reached", async () => {
    const { run, cloud } = await servedRepository();
    delete cloud.state.endpoints[Object.keys(cloud.state.endpoints)[0]!];
    await expect(run("status")).rejects.toMatchObject({ code: "endpoint-unreachable", exitCode: 4 });
  });

  test("is kind to a folder without a release", async () => {
    const { run, commit } = await servedRepository();
    commit("docs/readme.md", "words");
    const text = "The default branch has no release.yaml here: nothing is to be served.";
    expect(await run("status", "docs")).toEqual({ exitCode: 0, printed: text });
    expect(await run("status", "docs", "--json")).toEqual({ exitCode: 0, printed: "[]" });
  });
});
