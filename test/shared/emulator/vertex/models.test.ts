import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { codeOf, created, deployed, PARENT, type Running, registered, running } from "../running.ts";

let at: Running;
let model: string;
let count = 0;

beforeAll(async () => {
  at = await running();
});
afterAll(() => at[Symbol.asyncDispose]());

beforeEach(async () => {
  count += 1;
  model = await registered(at, `churn-${count}`);
});

const INVALID = 3;
const NOT_FOUND = 5;
const EXISTS = 6;
const PRECONDITION = 9;
const ABORTED = 10;

async function uploaded(wish: object): Promise<string> {
  const [operation] = await at.models.uploadModel({ parent: PARENT, parentModel: model, model: {}, ...wish });
  const [{ modelVersionId }] = await operation.promise();
  return modelVersionId!;
}

async function aliases(): Promise<Record<string, string[]>> {
  const [versions] = await at.models.listModelVersions({ name: model });
  return Object.fromEntries(versions.map(({ versionId, versionAliases }) => [versionId!, versionAliases!]));
}

describe("UploadModel", () => {
  test.each([
    ["a new name", { modelId: "new_model-1" }, 0],
    ["a name of 63 characters", { modelId: `m${"x".repeat(62)}` }, 0],
    ["a name of 64 characters", { modelId: `m${"x".repeat(63)}` }, INVALID],
    ["a name that begins with a digit", { modelId: "1m" }, INVALID],
    ["an uppercase letter", { modelId: "M" }, INVALID],
    ["a name that is taken", { modelId: "churn-1" }, EXISTS],
    ["no name", {}, 0],
    ["no display name", { model: {} }, INVALID],
    ["an alias that is a number", { model: { displayName: "m", versionAliases: ["1"] } }, INVALID],
    ["a parent model of another region", { parentModel: "projects/p/locations/us-central1/models/churn-1" }, INVALID],
    ["a parent model of another project", { parentModel: "projects/q/locations/europe-west4/models/churn-1" }, INVALID],
    ["a parent model that is not there", { parentModel: `${PARENT}/models/none` }, NOT_FOUND],
    ["a label in uppercase", { model: { displayName: "m", labels: { A: "b" } } }, INVALID],
  ])("%s", async (_, wish, code) => {
    const call = at.models.uploadModel({ parent: PARENT, model: { displayName: "m" }, ...wish });
    expect(await codeOf(call)).toBe(code);
  });

  test("the first version is the default, and a later one leaves it so", async () => {
    expect(await uploaded({})).toBe("2");
    expect(await aliases()).toEqual({ 1: ["default"], 2: [] });
    expect((await at.models.getModel({ name: model }))[0].versionId).toBe("1");
  });

  test("a later version may be asked to be the default", async () => {
    await uploaded({ model: { versionAliases: ["default", "candidate"] } });
    expect(await aliases()).toEqual({ 1: [], 2: ["default", "candidate"] });
  });

  test("an alias moves off the version that had it", async () => {
    await uploaded({ model: { versionAliases: ["candidate"] } });
    await uploaded({ model: { versionAliases: ["candidate"] } });
    expect(await aliases()).toEqual({ 1: ["default"], 2: [], 3: ["candidate"] });
  });

  test("a number never comes again", async () => {
    const second = await uploaded({});
    const [operation] = await at.models.deleteModelVersion({ name: `${model}@${second}` });
    await operation.promise();
    expect(await uploaded({})).toBe("3");
  });

  test("two at once are two versions", async () => {
    expect([await uploaded({}), await uploaded({})].toSorted()).toEqual(["2", "3"]);
  });
});

describe("GetModel", () => {
  test.each([
    ["the default without a version", "", "1"],
    ["a number", "@2", "2"],
    ["an alias", "@candidate", "2"],
  ])("by %s", async (_, suffix, versionId) => {
    await uploaded({ model: { versionAliases: ["candidate"], artifactUri: "gs://models/second" } });
    const [found] = await at.models.getModel({ name: model + suffix });
    expect(found).toMatchObject({ name: model, versionId, displayName: `churn-${count}` });
  });

  test.each([
    ["a version that is not there", "@2", NOT_FOUND],
    ["an alias that nobody has", "@none", NOT_FOUND],
    ["two versions", "@1@2", INVALID],
  ])("not by %s", async (_, suffix, code) => {
    expect(await codeOf(at.models.getModel({ name: model + suffix }))).toBe(code);
  });

  test("says where a version is deployed", async () => {
    const endpoint = await created(at, `says-${count}`);
    await deployed(at, endpoint, { id: "1", model });
    expect((await at.models.getModel({ name: model }))[0].deployedModels).toMatchObject([
      { endpoint, deployedModelId: "1" },
    ]);
  });
});

describe("ListModels and ListModelVersions", () => {
  test.each([
    ["labels.digest=abc", ["2"]],
    ["labels:digest", ["2", "3"]],
    ["NOT labels:digest", ["1"]],
    ["", ["1", "2", "3"]],
  ])("versions by %s", async (filter, expected) => {
    await uploaded({ model: { labels: { digest: "abc" } } });
    await uploaded({ model: { labels: { digest: "def" } } });
    const [found] = await at.models.listModelVersions({ name: model, filter });
    expect(found.map(({ versionId }) => versionId)).toEqual(expected);
  });

  test("models by id and display name, each by its default version", async () => {
    await uploaded({});
    const filter = `model=churn-${count} AND display_name=churn-${count}`;
    const [found] = await at.models.listModels({ parent: PARENT, filter });
    expect(found.map(({ name, versionId }) => [name, versionId])).toEqual([[model, "1"]]);
    expect(await codeOf(at.models.listModels({ parent: PARENT, filter: "artifact_uri=x" }))).toBe(INVALID);
    expect(await codeOf(at.models.listModelVersions({ name: `${PARENT}/models/none` }))).toBe(NOT_FOUND);
  });
});

describe("MergeVersionAliases", () => {
  test.each([
    ["an alias is set", "@2", ["golden"], { 1: ["default"], 2: ["golden"] }],
    ["the default moves", "@2", ["default"], { 1: [], 2: ["default"] }],
    ["an alias is taken off by a dash", "@1", ["golden", "-golden"], { 1: ["default"], 2: [] }],
    ["what is set already stays", "@1", ["default"], { 1: ["default"], 2: [] }],
  ])("%s", async (_, version, versionAliases, expected) => {
    await uploaded({});
    await at.models.mergeVersionAliases({ name: model + version, versionAliases });
    expect(await aliases()).toEqual(expected);
  });

  test.each([
    ["a name without a version", "", ["golden"], INVALID],
    ["an alias in place of the number", "@default", ["golden"], INVALID],
    ["no alias", "@1", [], INVALID],
    ["an uppercase letter first", "@1", ["Golden"], INVALID],
    ["a single letter", "@1", ["g"], INVALID],
    ["two letters", "@1", ["go"], 0],
    ["128 characters", "@1", [`g${"o".repeat(127)}`], 0],
    ["129 characters", "@1", [`g${"o".repeat(128)}`], INVALID],
    ["the default taken off", "@1", ["-default"], INVALID],
    ["a version that is not there", "@2", ["golden"], NOT_FOUND],
  ])("%s", async (_, version, versionAliases, code) => {
    expect(await codeOf(at.models.mergeVersionAliases({ name: model + version, versionAliases }))).toBe(code);
  });
});

describe("UpdateModel", () => {
  test.each([
    ["a display name", "", { displayName: "renamed" }, ["display_name"], 0],
    ["a display name by @-", "@-", { displayName: "renamed" }, ["display_name"], 0],
    ["a version's description", "@1", { versionDescription: "first" }, ["version_description"], 0],
    [
      "a version's description without a version",
      "",
      { versionDescription: "x" },
      ["version_description"],
      PRECONDITION,
    ],
    ["a display name of one version", "@1", { displayName: "x" }, ["display_name"], PRECONDITION],
    ["what cannot be changed", "", { artifactUri: "gs://b/c" }, ["artifact_uri"], INVALID],
    ["no mask", "", { displayName: "x" }, [], INVALID],
    ["no display name", "", {}, ["display_name"], INVALID],
    ["a stale etag", "", { displayName: "x", etag: "old" }, ["display_name"], ABORTED],
  ])("%s", async (_, suffix, change, paths, code) => {
    const call = at.models.updateModel({ model: { name: model + suffix, ...change }, updateMask: { paths } });
    expect(await codeOf(call)).toBe(code);
  });

  test("the current etag is taken, and changes", async () => {
    const [{ etag }] = await at.models.getModel({ name: model });
    const change = { model: { name: model, etag: etag!, labels: { a: "b" } }, updateMask: { paths: ["labels"] } };
    const [after] = await at.models.updateModel(change);
    expect(after.labels).toEqual({ a: "b" });
    expect(await codeOf(at.models.updateModel(change))).toBe(ABORTED);
  });
});

describe("DeleteModel and DeleteModelVersion", () => {
  test.each([
    ["the only version", "@1", PRECONDITION],
    ["a name without a version", "", INVALID],
    ["a version that is not there", "@9", NOT_FOUND],
  ])("%s stays", async (_, suffix, code) => {
    expect(await codeOf(at.models.deleteModelVersion({ name: model + suffix }))).toBe(code);
  });

  test("the default stays, another version goes", async () => {
    await uploaded({});
    expect(await codeOf(at.models.deleteModelVersion({ name: `${model}@1` }))).toBe(PRECONDITION);
    const [operation] = await at.models.deleteModelVersion({ name: `${model}@2` });
    await operation.promise();
    expect(await aliases()).toEqual({ 1: ["default"] });
  });

  test("what is deployed stays, until it is no more", async () => {
    const endpoint = await created(at, `keeps-${count}`);
    await deployed(at, endpoint, { id: "1", model });
    expect(await codeOf(at.models.deleteModel({ name: model }))).toBe(PRECONDITION);
    const [undeploying] = await at.endpoints.undeployModel({ endpoint, deployedModelId: "1" });
    await undeploying.promise();
    const [operation] = await at.models.deleteModel({ name: model });
    await operation.promise();
    expect(await codeOf(at.models.getModel({ name: model }))).toBe(NOT_FOUND);
  });
});
