import { describe, expect, test } from "vitest";
import { type ChampionQuestion, findChampion } from "../../../shared/release/champion.ts";
import type { CommitSpec, Content, History } from "../../contract/history.ts";
import { fakeRepository } from "../../fakes/repository.ts";

const manifest = (name: string, version: string, uri = "model", digit = "0"): string => `apiVersion: model-release/v1
model: {name: ${name}, version: ${version}, owner: a}
artifact: {uri: ${JSON.stringify(uri)}, digest: "sha256:${digit.repeat(64)}"}
contract:
  inputs: [{name: x, dtype: float32, shape: [-1, 1]}]
  outputs: [{name: y, dtype: float32, shape: [-1, 1]}]
gates: {quality: {level: off}, golden: {level: off}}
`;

type Files = Readonly<Record<string, Content>>;

/** `main` went on from `fork`, where the branch `work` was begun; HEAD is what GitHub merges of both, or the branch. */
function history(files: { fork: Files; main?: Files; work: Files }, changes: Partial<History> = {}): History {
  const { fork, main = fork, work } = files;
  const commits: readonly CommitSpec[] = [
    { name: "fork", files: fork },
    { name: "main", parents: ["fork"], files: main },
    { name: "work", parents: ["fork"], files: work },
    { name: "merge", parents: ["main", "work"], files: { ...main, ...work } },
  ];
  return { commits, head: "work", branches: { main: "main", work: "work" }, ...changes };
}

const ASKED: ChampionQuestion = { path: "a/release.yaml", model: "churn", base: "main", asked: null };

const find = (
  laid: History,
  asked: Partial<ChampionQuestion> = {},
  place: { isShallow?: boolean } = {},
): ReturnType<typeof findChampion> => findChampion({ ...ASKED, ...asked }, fakeRepository(laid, place).repository);

const one = { "a/release.yaml": manifest("churn", "1.0.0") };
const two = { "a/release.yaml": manifest("churn", "2.0.0") };
const three = { "a/release.yaml": manifest("churn", "3.0.0") };

describe("the champion is", () => {
  test("what the base branch names now, not when the work was begun", async () => {
    const laid = history({ fork: one, main: two, work: three });
    const { commits } = fakeRepository(laid);
    expect(await find(laid)).toMatchObject({
      kind: "committed",
      manifest: { model: { version: "2.0.0" } },
      place: { commit: commits.main, path: "a/release.yaml" },
      artifact: { commit: commits.main, path: "a/model" },
    });
  });

  test("of a merge commit, what its first parent names", async () => {
    const laid = history({ fork: one, main: two, work: three }, { head: "merge" });
    expect(await find(laid, { base: "HEAD^1" })).toMatchObject({ manifest: { model: { version: "2.0.0" } } });
  });

  test("what a branch of a usual name names, where nobody says which", async () => {
    const laid = history({ fork: one, main: two, work: three });
    expect(await find(laid, { base: null })).toMatchObject({ manifest: { model: { version: "2.0.0" } } });
  });

  test("what a person asked for, whatever the base", async () => {
    const laid = history({ fork: one, main: two, work: three }, { branches: { main: "main", old: "fork" } });
    expect(await find(laid, { asked: "old" })).toMatchObject({ manifest: { model: { version: "1.0.0" } } });
  });

  test("what the manifest was before it was renamed", async () => {
    const laid = history({ fork: one, main: two, work: { "b/release.yml": one["a/release.yaml"] } });
    expect(await find(laid, { path: "b/release.yml" })).toMatchObject({
      manifest: { model: { version: "2.0.0" } },
      place: { path: "a/release.yaml" },
      artifact: { path: "a/model" },
    });
  });

  test("the deleted manifest of the same model, where it was renamed and rewritten", async () => {
    const other = { "c/release.yaml": manifest("other", "1.0.0"), "d/release.yaml": "what is this" };
    const laid = history({ fork: { ...one, ...other }, work: { "b/release.yaml": manifest("churn", "9.9.9") } });
    expect(await find(laid, { path: "b/release.yaml" })).toMatchObject({ place: { path: "a/release.yaml" } });
  });

  test.each([
    ["beside the manifest", "./x/../model", "a/model"],
    ["above it", "../artifacts/a", "artifacts/a"],
    ["at the top, itself", "..", ""],
  ])("with its artifact %s", async (_, uri, path) => {
    const laid = history({ fork: { "a/release.yaml": manifest("churn", "1.0.0", uri) }, work: one });
    expect(await find(laid)).toMatchObject({ artifact: { path } });
  });

  test("with its artifact in a bucket", async () => {
    const laid = history({ fork: { "a/release.yaml": manifest("churn", "1.0.0", "gs://bucket/churn") }, work: one });
    expect(await find(laid)).toMatchObject({ kind: "committed", artifact: null });
  });
});

describe("of what is merged already, the champion is", () => {
  const first = { "a/release.yaml": manifest("churn", "1.0.0", "model", "1") };
  const second = { "a/release.yaml": manifest("churn", "2.0.0", "model", "2") };
  const digest = `sha256:${"2".repeat(64)}`;
  const merged = (...files: readonly Files[]): History => ({
    commits: files.map((each, index) => ({
      name: `c${index}`,
      ...(index === 0 ? {} : { parents: [`c${index - 1}`] }),
      files: each,
    })),
    head: "main",
    branches: { main: `c${files.length - 1}` },
  });

  test.each<[string, History, string]>([
    ["what it took the place of", merged(first, second), "1.0.0"],
    [
      "the same, however much was merged since",
      merged(first, second, { ...second, b: "b" }, { ...second, c: "c" }),
      "1.0.0",
    ],
  ])("%s", async (_, laid, version) => {
    expect(await find(laid, { digest })).toMatchObject({ kind: "committed", manifest: { model: { version } } });
  });

  test("none, where nothing was there before", async () => {
    const laid = merged({ "README.md": "models" }, second, { ...second, b: "b" });
    expect(await find(laid, { digest })).toMatchObject({
      kind: "none",
      reason: expect.stringContaining("first release"),
    });
  });

  test("itself, for whoever has another artifact and has not committed it", async () => {
    const laid = merged(first, second);
    expect(await find(laid, { digest: `sha256:${"3".repeat(64)}` })).toMatchObject({
      manifest: { model: { version: "2.0.0" } },
    });
  });
});

describe("there is none, and it is said why:", () => {
  test.each<[string, History, Partial<ChampionQuestion>, RegExp]>([
    ["a first release", history({ fork: {}, work: one }), {}, /a\/release.yaml is a first release/],
    [
      "a manifest beside another that is still there",
      history({
        fork: { "b/release.yaml": manifest("churn", "1.0.0") },
        work: { ...one, "b/release.yaml": manifest("churn", "1.0.0") },
      }),
      {},
      /first release/,
    ],
    [
      "a manifest of another model in the place of one that is gone",
      history({
        fork: { "b/release.yaml": manifest("other", "1.0.0") },
        work: { "a/release.yaml": manifest("churn", "1.0.0") },
      }),
      {},
      /first release/,
    ],
    ["no base branch", history({ fork: one, work: two }, { branches: {} }), { base: null }, /has no base branch/],
    ["no commit yet", { commits: [], head: "main" }, { base: null }, /has no base branch/],
  ])("%s", async (_, laid, asked, reason) => {
    expect(await find(laid, asked)).toEqual({ kind: "none", reason: expect.stringMatching(reason) });
  });

  test("no repository", async () => {
    expect(await findChampion(ASKED, undefined)).toEqual({
      kind: "none",
      reason: expect.stringMatching(/no Git repository/),
    });
  });
});

describe("what cannot be told is a Failure", () => {
  const laid = history({ fork: one, main: two, work: three });
  const orphan: History = {
    commits: [
      { name: "main", files: {} },
      { name: "work", files: one },
    ],
    head: "work",
    branches: { main: "main" },
  };
  const DEEPEN = "Set fetch-depth: 0 for actions/checkout, or run git fetch --unshallow.";

  test.each<[string, History, Partial<ChampionQuestion>, boolean, RegExp, string]>([
    [
      "a base that is not there",
      laid,
      { base: "develop" },
      false,
      /no commit "develop"/,
      "Name a commit, a branch or a tag of it.",
    ],
    ["a remote's", laid, { base: "origin/release/1" }, false, /no commit/, "Run git fetch origin release/1."],
    ["a base that a shallow clone lacks", laid, { base: "HEAD^2" }, true, /which is shallow/, DEEPEN],
    [
      "a base that nobody names, in a shallow clone",
      history({ fork: one, work: two }, { branches: {} }),
      { base: null },
      true,
      /the base branch is not in this clone, which is shallow/,
      DEEPEN,
    ],
    ["a branch of which a shallow clone lacks the beginning", orphan, {}, true, /this clone is shallow/, DEEPEN],
    ["a branch of another history", orphan, {}, false, /no commit in common/, "Start the branch from the base branch."],
  ])("%s", async (_, found, asked, isShallow, message, fix) => {
    await expect(find(found, asked, { isShallow })).rejects.toMatchObject({
      code: "commit-missing",
      message: expect.stringMatching(message),
      fix,
    });
  });

  test("a commit that was asked for and holds no such manifest", async () => {
    const first = history({ fork: {}, work: one });
    await expect(find(first, { asked: "main" })).rejects.toMatchObject({
      code: "manifest-missing",
      message: '"main" holds no a/release.yaml, nor what it was renamed from',
    });
  });

  test("a file that is none, without a repository", async () => {
    await expect(findChampion({ ...ASKED, asked: "v1" }, undefined)).rejects.toMatchObject({ code: "usage" });
  });

  test("a champion whose manifest cannot be read, by its place in Git", async () => {
    const broken = history({ fork: { "a/release.yaml": "model: 1\n" }, work: one });
    await expect(find(broken)).rejects.toMatchObject({
      code: "manifest-invalid",
      problems: expect.arrayContaining([
        expect.objectContaining({ file: expect.stringMatching(/^a\/release.yaml at [0-9a-f]{12}$/) }),
      ]),
    });
  });

  test("a champion whose artifact lies outside", async () => {
    const outside = history({ fork: { "a/release.yaml": manifest("churn", "1.0.0", "../../x") }, work: one });
    await expect(find(outside)).rejects.toMatchObject({ code: "manifest-invalid" });
  });

  test("a champion that is a link", async () => {
    const link = history({ fork: { "a/release.yaml": { link: "/etc/passwd" } }, work: one });
    await expect(find(link)).rejects.toMatchObject({ code: "file-refused" });
  });
});
