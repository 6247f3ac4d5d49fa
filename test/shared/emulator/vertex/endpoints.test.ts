import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeOf, created, deployed, PARENT, type Running, registered, running } from "../running.ts";

let at: Running;
let endpoint: string;

beforeAll(async () => {
  at = await running();
  const model = await registered(at, "churn");
  endpoint = await created(at, "shop");
  await deployed(at, endpoint, { id: "1", model, split: { 0: 100 } });
  await deployed(at, endpoint, { id: "2", model });
});
afterAll(() => at[Symbol.asyncDispose]());

const INVALID = 3;
const NOT_FOUND = 5;
const EXISTS = 6;
const PRECONDITION = 9;
const ABORTED = 10;

describe("CreateEndpoint", () => {
  test.each([
    ["a name that begins with a letter", { endpointId: "a-1" }, 0],
    ["a name of 63 characters", { endpointId: `a${"b".repeat(62)}` }, 0],
    ["a name of 64 characters", { endpointId: `a${"b".repeat(63)}` }, INVALID],
    ["9 digits", { endpointId: "123456789" }, 0],
    ["10 digits", { endpointId: "1234567890" }, INVALID],
    ["a leading zero", { endpointId: "012" }, INVALID],
    ["an uppercase letter", { endpointId: "Shop" }, INVALID],
    ["a name that ends with a dash", { endpointId: "shop-" }, INVALID],
    ["a name that is taken", { endpointId: "shop" }, EXISTS],
    ["no display name", { endpoint: {} }, INVALID],
    ["a display name of 128 characters", { endpoint: { displayName: "d".repeat(128) } }, 0],
    ["a display name of 129 characters", { endpoint: { displayName: "d".repeat(129) } }, INVALID],
    ["a label in lowercase", { endpoint: { displayName: "d", labels: { "a-b_1": "é" } } }, 0],
    ["a label in uppercase", { endpoint: { displayName: "d", labels: { Team: "a" } } }, INVALID],
    ["a parent that is no location", { parent: "projects/p" }, INVALID],
    ["a split over nothing", { endpoint: { displayName: "d", trafficSplit: { 1: 100 } } }, INVALID],
  ])("%s", async (_, wish, code) => {
    const call = at.endpoints.createEndpoint({ parent: PARENT, endpoint: { displayName: "d" }, ...wish });
    expect(await codeOf(call)).toBe(code);
  });

  test("an id is made where none is given, with more digits than a double holds", async () => {
    const [operation] = await at.endpoints.createEndpoint({ parent: PARENT, endpoint: { displayName: "own" } });
    const [{ name, etag, createTime }] = await operation.promise();
    expect(name).toMatch(/\/endpoints\/\d{19}$/);
    expect(etag).not.toBe("");
    expect(Number(createTime?.seconds)).toBeGreaterThan(1.7e9);
  });
});

describe("UpdateEndpoint", () => {
  test.each([
    ["the whole split to another", { trafficSplit: { 2: 100 } }, ["traffic_split"], 0],
    ["a split in two", { trafficSplit: { 1: 95, 2: 5 } }, ["traffic_split"], 0],
    ["a split of 99", { trafficSplit: { 1: 94, 2: 5 } }, ["traffic_split"], INVALID],
    ["a split of 101", { trafficSplit: { 1: 96, 2: 5 } }, ["traffic_split"], INVALID],
    ["a negative percentage", { trafficSplit: { 1: 101, 2: -1 } }, ["traffic_split"], INVALID],
    ["a split to what is not deployed", { trafficSplit: { 3: 100 } }, ["traffic_split"], INVALID],
    ["no traffic for anyone", {}, ["traffic_split"], 0],
    ["no mask", { trafficSplit: { 1: 100 } }, null, INVALID],
    ["an empty mask", { trafficSplit: { 1: 100 } }, [], INVALID],
    ["what other methods make", { deployedModels: [] }, ["deployed_models"], INVALID],
    ["its name", { displayName: "d" }, ["name"], INVALID],
    ["a display name", { displayName: "renamed" }, ["display_name"], 0],
    ["no display name", {}, ["display_name"], INVALID],
    ["everything that may change, by a star", { displayName: "all", trafficSplit: { 1: 100 } }, ["*"], 0],
  ])("%s", async (_, change, paths, code) => {
    const updateMask = paths === null ? null : { paths };
    expect(await codeOf(at.endpoints.updateEndpoint({ endpoint: { name: endpoint, ...change }, updateMask }))).toBe(
      code,
    );
  });

  test("a change under the current etag is made, and leaves another etag", async () => {
    const [{ etag }] = await at.endpoints.getEndpoint({ name: endpoint });
    const change = { endpoint: { name: endpoint, etag: etag!, labels: { a: "b" } }, updateMask: { paths: ["labels"] } };
    const [after] = await at.endpoints.updateEndpoint(change);
    expect(after.etag).not.toBe(etag);
    expect(after.labels).toEqual({ a: "b" });
    expect(await codeOf(at.endpoints.updateEndpoint(change))).toBe(ABORTED);
  });

  test("a blind change is made", async () => {
    const change = { endpoint: { name: endpoint, etag: "", description: "x" }, updateMask: { paths: ["description"] } };
    expect((await at.endpoints.updateEndpoint(change))[0].description).toBe("x");
  });

  test("what the mask does not name stays", async () => {
    const [before] = await at.endpoints.getEndpoint({ name: endpoint });
    const change = { name: endpoint, displayName: "new", trafficSplit: { 2: 100 } };
    const [after] = await at.endpoints.updateEndpoint({ endpoint: change, updateMask: { paths: ["display_name"] } });
    expect(after.trafficSplit).toEqual(before.trafficSplit);
    expect(after.displayName).toBe("new");
  });
});

describe("GetEndpoint and DeleteEndpoint", () => {
  test.each([
    ["one that is not there", `${PARENT}/endpoints/404`, NOT_FOUND],
    ["one of another region", "projects/p/locations/us-central1/endpoints/shop", NOT_FOUND],
    ["one of another project", "projects/q/locations/europe-west4/endpoints/shop", NOT_FOUND],
    ["a name of something else", `${PARENT}/models/churn`, INVALID],
    ["no name", "", INVALID],
  ])("%s", async (_, name, code) => {
    expect(await codeOf(at.endpoints.getEndpoint({ name }))).toBe(code);
    expect(await codeOf(at.endpoints.deleteEndpoint({ name }))).toBe(code);
  });

  test("one with deployed models stays", async () => {
    expect(await codeOf(at.endpoints.deleteEndpoint({ name: endpoint }))).toBe(PRECONDITION);
  });

  test("an empty one goes", async () => {
    const name = await created(at, "goes");
    const [operation] = await at.endpoints.deleteEndpoint({ name });
    await operation.promise();
    expect(await codeOf(at.endpoints.getEndpoint({ name }))).toBe(NOT_FOUND);
  });
});

describe("ListEndpoints", () => {
  const parent = "projects/listing/locations/us-east1";
  const ids = async (request: object): Promise<string[]> => {
    const [found] = await at.endpoints.listEndpoints({ parent, ...request });
    return found.map(({ name }) => name!.slice(name!.lastIndexOf("/") + 1));
  };

  beforeAll(async () => {
    const wishes = [
      { endpointId: "c", endpoint: { displayName: "one", labels: { team: "red" } } },
      { endpointId: "a", endpoint: { displayName: "two", labels: { team: "blue", "tier-1": "yes" } } },
      { endpointId: "b", endpoint: { displayName: "one", labels: {} } },
    ];
    for (const wish of wishes) {
      const [operation] = await at.endpoints.createEndpoint({ parent, ...wish });
      await operation.promise();
    }
  });

  test.each([
    ["none: everything of the location and nothing else", "", ["c", "a", "b"]],
    ["the id", "endpoint=a", ["a"]],
    ["not the id", "endpoint!=a", ["c", "b"]],
    ["the display name", 'display_name="one"', ["c", "b"]],
    ["the display name in camelCase", 'displayName="two"', ["a"]],
    ["a label", "labels.team=red", ["c"]],
    ["another label", 'labels.team!="red"', ["a", "b"]],
    ["whether there is a label", "labels.team:*", ["c", "a"]],
    ["whether there is a label, in short", "labels:team", ["c", "a"]],
    ["a label that is quoted", 'labels."tier-1"=yes', ["a"]],
    ["both", 'display_name="one" AND labels:team', ["c"]],
    ["both, without a word between them", 'display_name="one" labels:team', ["c"]],
    ["either", "endpoint=a OR endpoint=b", ["a", "b"]],
    ["OR before AND", "endpoint=c AND endpoint=a OR endpoint=c", ["c"]],
    ["not", "NOT labels:team", ["b"]],
    ["a dash for not", "-labels:team", ["b"]],
    ["parentheses", "(endpoint=a OR endpoint=b) AND -labels:team", ["b"]],
  ])("by %s", async (_, filter, expected) => {
    expect(await ids({ filter })).toEqual(expected);
  });

  test.each([
    ["a field that there is not", "colour=red"],
    ["a comparator that the field has not", "display_name>one"],
    ["a word alone", "one"],
    ["a parenthesis that stays open", "(endpoint=a"],
    ["one that closes nothing", "endpoint=a)"],
    ["51 of them", `${"(".repeat(51)}endpoint=a${")".repeat(51)}`],
    ["no value", "endpoint="],
    ["a quote that stays open", 'display_name="one'],
    ["more than 10,000 characters", `endpoint=${"a".repeat(10_000)}`],
  ])("refuses %s", async (_, filter) => {
    expect(await codeOf(at.endpoints.listEndpoints({ parent, filter }))).toBe(INVALID);
  });

  test.each([
    ["by display name, then the latest", "display_name, create_time desc", ["b", "c", "a"]],
    ["by time", "create_time", ["c", "a", "b"]],
    ["by display name, downwards", "display_name desc", ["a", "c", "b"]],
  ])("orders %s", async (_, orderBy, expected) => {
    expect(await ids({ orderBy })).toEqual(expected);
  });

  test("refuses an order that there is not", async () => {
    expect(await codeOf(at.endpoints.listEndpoints({ parent, orderBy: "colour" }))).toBe(INVALID);
  });

  test("comes in pages, whose token is of this question alone", async () => {
    const ask = { parent, pageSize: 2, orderBy: "create_time" };
    const [first, , { nextPageToken = "" }] = await at.endpoints.listEndpoints(ask, { autoPaginate: false });
    expect(first).toHaveLength(2);
    const [rest, , last] = await at.endpoints.listEndpoints(
      { ...ask, pageToken: nextPageToken! },
      { autoPaginate: false },
    );
    expect(rest).toHaveLength(1);
    expect(last.nextPageToken).toBe("");
    const other = { ...ask, orderBy: "display_name", pageToken: nextPageToken! };
    expect(await codeOf(at.endpoints.listEndpoints(other, { autoPaginate: false }))).toBe(INVALID);
    expect(await codeOf(at.endpoints.listEndpoints({ ...ask, pageToken: "x" }, { autoPaginate: false }))).toBe(INVALID);
    expect(await codeOf(at.endpoints.listEndpoints({ ...ask, pageSize: -1 }, { autoPaginate: false }))).toBe(INVALID);
  });

  test("shows what a read mask names", async () => {
    const [[found]] = await at.endpoints.listEndpoints({ parent, filter: "endpoint=a", readMask: { paths: ["etag"] } });
    expect(found!.etag).not.toBe("");
    expect(found!.displayName).toBe("");
  });
});
