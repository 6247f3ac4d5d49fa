import { describe, expect, test } from "vitest";
import { annotations, REPORT } from "../../../contract/forge-checks.ts";
import { refused, type Trouble, tooFast, usedUp } from "../../../fakes/forge/http/trouble.ts";
import { failureOf, times, world } from "./world.ts";

const READ = "GET /repos/{owner}/{repo}/pulls/{pull_number}";
const COMMENT = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
const CHECK = "POST /repos/{owner}/{repo}/check-runs";
const ADD = "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}";
/** From which the limits below count. */
const LOADED_AT = Date.now();
const bad = refused(502, "Bad Gateway");
const page = { status: 200, body: "<html>", headers: { "content-type": "text/html" } };

describe("what is read", () => {
  test.each<[string, Trouble["before"]]>([
    ["an answer of 500", refused(500, "Server Error")],
    ["an answer of 502", bad],
    ["an answer of 503", refused(503, "Service Unavailable")],
    ["a connection that is reset", "reset"],
    ["an answer that is cut off", "cut"],
    ["a page where JSON should be", page],
  ])("is read again after %s, three times", async (_, before) => {
    const trouble = { on: READ, before: before! };
    await using here = await world({ troubles: times(3, trouble) });
    expect(await here.forge.pullRequests.find(7)).toMatchObject({ number: 7 });
    expect(here.server.requests).toEqual(times(4, READ));
    here.server.troubles.push(...times(4, trouble));
    expect(await failureOf(here.forge.pullRequests.find(7))).toMatchObject({ code: "forge-unreachable" });
    expect(here.server.requests).toHaveLength(8);
  });

  test.each<[string, Trouble["before"], RegExp]>([
    ["502", bad, /: it answered 502: Bad Gateway$/],
    ["a page", page, /: the answer is no JSON$/],
    ["a reset", "reset", /: (other side closed|read ECONNRESET|socket hang up)$/],
  ])("names %s as the cause", async (_, before, said) => {
    await using here = await world({ troubles: times(4, { on: READ, before: before! }) });
    const { message } = await failureOf(here.forge.pullRequests.find(7));
    expect(message).toMatch(said);
    expect(message).toMatch(/^could not read pull request #7: /);
  });

  test("is asked for again where no answer comes", async () => {
    await using here = await world({ attemptMs: 1_000 });
    await here.forge.pullRequests.find(7);
    here.server.troubles.push({ on: READ, before: "silence" });
    expect(await here.forge.pullRequests.find(7)).toMatchObject({ number: 7 });
    expect(here.server.requests).toEqual(times(3, READ));
  });

  test("is given up at the deadline, whatever is waited for", async () => {
    await using here = await world({
      troubles: times(9, { on: READ, before: "silence" }),
      deadlineMs: 150,
      attemptMs: 9_000,
    });
    const begun = performance.now();
    const failure = await failureOf(here.forge.pullRequests.find(7));
    expect(failure).toMatchObject({ code: "forge-unreachable", message: expect.stringContaining("0.15 seconds") });
    expect(performance.now() - begun).toBeLessThan(1_500);
  });

  test.each<[string, unknown]>([
    ["nothing that it should hold", {}],
    ["a list where there is one", []],
    ["null", null],
    ["a number", 5],
  ])("is a failure where the answer holds %s", async (_, body) => {
    const headers = { "content-type": "application/json" };
    await using here = await world({ troubles: [{ on: READ, before: { status: 200, body, headers } }] });
    const failure = await failureOf(here.forge.pullRequests.find(7));
    expect(failure).toMatchObject({ code: "forge-unreachable", exitCode: 4 });
    expect(failure.message).toContain("its answer makes no sense");
  });

  test("goes to no other host with the token", async () => {
    await using elsewhere = await world();
    const link = `<${elsewhere.server.apiUrl}/repos/acme/models/pulls/7/reviews?page=2>; rel="next"`;
    const on = "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews";
    const headers = { "content-type": "application/json", link };
    await using here = await world({ troubles: [{ on, before: { status: 200, body: [], headers } }] });
    const failure = await failureOf(here.forge.pullRequests.approvals(7));
    expect(failure.message).toContain("which is not the host that was named");
    expect(elsewhere.server.requests).toEqual([]);
  });
});

describe("what is created", () => {
  test.each<[string, Trouble]>([
    ["it was not done and 502 came", { on: COMMENT, before: bad }],
    ["it was not done and the connection was reset", { on: COMMENT, before: "reset" }],
    ["it was done and 502 came", { on: COMMENT, after: bad }],
    ["it was done and the connection was reset", { on: COMMENT, after: "reset" }],
    ["it was done and the answer was cut off", { on: COMMENT, after: "cut" }],
    ["it was done and no answer came", { on: COMMENT, after: "silence" }],
  ])("is there once, where %s", async (_, trouble) => {
    await using here = await world({ troubles: [trouble], attemptMs: 1_000 });
    const comment = await here.forge.comments.create(7, "one\r\ntwo \n");
    expect(here.state.comments).toMatchObject([{ id: comment.id, body: "one\r\ntwo \n" }]);
  });

  test("is there once, where the answer of the second attempt is lost as well", async () => {
    const lost = [
      { on: COMMENT, before: bad },
      { on: COMMENT, after: bad },
    ];
    await using here = await world({ troubles: lost });
    const { id } = await here.forge.comments.create(7, "one");
    expect(here.state.comments).toMatchObject([{ id }]);
  });

  test("is a failure after the second attempt, and nothing is there", async () => {
    await using here = await world({ troubles: times(2, { on: COMMENT, before: bad }) });
    expect(await failureOf(here.forge.comments.create(7, "one"))).toMatchObject({ code: "forge-unreachable" });
    expect(here.state.comments).toEqual([]);
    expect(here.server.requests.filter((each) => each === COMMENT)).toHaveLength(2);
  });

  test.each<[string, Trouble]>([
    ["the check run's answer", { on: CHECK, after: bad }],
    ["the check run's request", { on: CHECK, before: "reset" }],
    ["the answer to more annotations", { on: ADD, after: "reset" }],
    ["the request with more annotations", { on: ADD, before: bad }],
  ])("has each annotation once, where %s is lost", async (_, trouble) => {
    await using here = await world({ troubles: [trouble] });
    const run = await here.forge.checks.create({ ...REPORT, annotations: annotations(120) });
    expect(here.state.checkRuns).toMatchObject([{ id: run?.id, annotations: annotations(120) }]);
    here.server.troubles.push({ on: ADD, after: bad });
    await here.forge.checks.update(run!.id, { ...REPORT, title: "Fails", annotations: annotations(60) });
    expect(here.state.checkRuns[0]!.annotations).toEqual([...annotations(120), ...annotations(60)]);
    expect(here.server.violations).toEqual([]);
  });
});

describe("too many requests", () => {
  test.each<[string, Trouble["before"]]>([
    ["the hour's are used up", usedUp(403, 5)],
    ["the hour's are used up, with 429", usedUp(429, 5)],
    ["they come too fast", tooFast(403, 20)],
    ["they come too fast, with 429", tooFast(429, 20)],
    ["they come too fast and nothing says for how long", refused(403, "You have exceeded a secondary rate limit.")],
  ])("are waited for, where %s", async (_, before) => {
    await using here = await world({ troubles: [READ, COMMENT].flatMap((on) => times(2, { on, before: before! })) });
    expect(await here.forge.pullRequests.find(7)).toMatchObject({ number: 7 });
    expect(await here.forge.comments.create(7, "x")).toMatchObject({ body: "x" });
    expect(here.state.comments).toHaveLength(1);
    expect(here.server.requests).toEqual([...times(3, READ), ...times(3, COMMENT)]);
  });

  test.each<[string, Trouble["before"], number]>([
    ["the hour's are used up", usedUp(403, 36_000), 36_000],
    ["they come too fast", tooFast(429, 36_000), 36_000],
    [
      "they come too fast and nothing says for how long",
      refused(403, "You have triggered an abuse detection mechanism."),
      60,
    ],
  ])("are not waited for past the deadline, where %s", async (_, before, seconds) => {
    await using here = await world({ troubles: [{ on: READ, before: before! }], deadlineMs: 20_000 });
    const failure = await failureOf(here.forge.pullRequests.find(7));
    expect(failure).toMatchObject({ code: "forge-limited", exitCode: 4, fix: "Run it again after that time." });
    const [, time = ""] = /there is room again at (\S+Z)$/.exec(failure.message) ?? [];
    expect(Date.parse(time)).toBeGreaterThanOrEqual(LOADED_AT + seconds * 1000 - 1_000);
    expect(Date.parse(time)).toBeLessThanOrEqual(Date.now() + seconds * 1000 + 1_000);
    expect(here.server.requests).toEqual([READ]);
  });

  test("are waited for three times, no more", async () => {
    await using here = await world({ troubles: times(9, { on: READ, before: tooFast(429, 1) }) });
    expect(await failureOf(here.forge.pullRequests.find(7))).toMatchObject({ code: "forge-limited" });
    expect(here.server.requests).toHaveLength(4);
  });

  test("are told by GraphQL in an answer of 200", async () => {
    const errors = [{ type: "RATE_LIMITED", message: "API rate limit exceeded" }];
    const headers = {
      "content-type": "application/json",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": "2000000000",
    };
    await using here = await world({
      troubles: [{ on: "POST /graphql", before: { status: 200, body: { errors }, headers } }],
    });
    expect(await failureOf(here.forge.identity())).toMatchObject({
      code: "forge-limited",
      message: "could not find out whose the token is: too many requests; there is room again at 2033-05-18T03:33:20Z",
    });
    expect(await here.forge.identity()).toMatchObject({ login: "github-actions[bot]" });
  });
});
