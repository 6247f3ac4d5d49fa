import { describe, expect, test } from "vitest";
import type { FailureCode } from "../../../../shared/failure.ts";
import { REPORT } from "../../../contract/forge-checks.ts";
import { TOKEN } from "../../../fakes/forge/http/github.ts";
import { lacking, refused, type Trouble } from "../../../fakes/forge/http/trouble.ts";
import { HEAD } from "../../../fakes/forge/state.ts";
import { failureOf, world } from "./world.ts";

const COMMENT = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
const LINE =
  "Add `pull-requests: write` to the permissions of this job, which a run for a fork's pull request is never given.";

describe("a comment that is refused", () => {
  test.each<[string, Trouble["before"], FailureCode, string, string]>([
    [
      "the permission is missing",
      lacking("issues=write; pull_requests=write"),
      "forge-denied",
      "Resource not accessible by integration",
      LINE,
    ],
    [
      "the forge does not tell which",
      refused(403, "Resource not accessible by integration"),
      "forge-denied",
      "not accessible",
      LINE,
    ],
    [
      "another permission is missing",
      lacking("contents=write,workflows=write"),
      "forge-denied",
      "not accessible",
      "Add `contents: write` and `workflows: write` to the permissions of this job, which a run for a fork's pull request is never given.",
    ],
    [
      "a private repository is not shown",
      refused(404, "Not Found", { "x-accepted-github-permissions": "pull_requests=write" }),
      "forge-missing",
      "it is not there, or the token may not see it",
      "Check the number and the repository, and add `pull-requests: write` to the permissions of this job, which a run for a fork's pull request is never given.",
    ],
    [
      "single sign-on is asked for",
      refused(403, "Resource protected by organization SAML enforcement.", {
        "x-github-sso": "required; url=https://github.com/orgs/acme/sso?authorization_request=A",
      }),
      "forge-denied",
      "SAML enforcement",
      "Authorize the token for the organization's single sign-on.",
    ],
    [
      "the conversation is locked",
      refused(403, "Unable to create comment because issue is locked."),
      "forge-locked",
      "issue is locked",
      "Unlock the conversation, or read the job's summary.",
    ],
    [
      "the token is not known",
      refused(401, "Bad credentials"),
      "forge-denied",
      "Bad credentials",
      "Hand the action a token that is valid, such as github.token.",
    ],
    [
      "issues are turned off",
      refused(410, "Issues are disabled for this repo"),
      "forge-missing",
      "it is gone: Issues are disabled",
      "Look whether it was deleted or turned off.",
    ],
    [
      "the repository is blocked",
      refused(451, "Repository access blocked"),
      "forge-denied",
      "access blocked",
      "Ask whoever runs the forge why the repository is blocked.",
    ],
    [
      "the request is too large",
      refused(413, "Request Entity Too Large"),
      "forge-refused",
      "Too Large",
      "Correct what is asked for, or report it as a defect.",
    ],
    [
      "it is not valid",
      refused(422, "Validation Failed"),
      "forge-refused",
      "Validation Failed",
      "Correct what is asked for, or report it as a defect.",
    ],
  ])("where %s", async (_, before, code, said, fix) => {
    await using here = await world({ troubles: [{ on: COMMENT, before: before! }] });
    const failure = await failureOf(here.forge.comments.create(7, "x"));
    expect(failure).toMatchObject({ code, fix });
    expect(failure.message).toContain("could not comment on pull request #7: ");
    expect(failure.message).toContain(said);
    expect(here.server.requests).toEqual([COMMENT]);
    expect(here.state.comments).toEqual([]);
  });
});

test.each([
  ["checks: write", "POST /repos/{owner}/{repo}/check-runs"],
  ["statuses: write", "POST /repos/{owner}/{repo}/statuses/{sha}"],
  ["contents: read", "GET /repos/{owner}/{repo}/contents/{path}"],
  ["actions: read", "GET /repos/{owner}/{repo}/actions/runs/{run_id}"],
  ["pull-requests: read", "GET /repos/{owner}/{repo}/pulls/{pull_number}"],
])("what lacks %s names it", async (line, on) => {
  await using here = await world({
    troubles: [{ on, before: refused(403, "Resource not accessible by integration") }],
  });
  const { forge } = here;
  const status = { context: "x", state: "success", description: "", targetUrl: null } as const;
  const acts = [
    () => forge.checks.create(REPORT),
    () => forge.statuses.create(HEAD, status),
    () => forge.readFile({ ref: "main", path: "a" }, 10),
    () => forge.artifacts.run(1),
    () => forge.pullRequests.find(7),
  ];
  const fixes: string[] = [];
  for (const act of acts) await act().catch((failure) => fixes.push(failure.fix));
  expect(fixes).toEqual([expect.stringContaining(`\`${line}\``)]);
});

test("no token is in a message, not even where the forge repeats it", async () => {
  const on = "GET /repos/{owner}/{repo}/pulls/{pull_number}";
  await using here = await world({ troubles: [{ on, before: refused(422, `bad token ${TOKEN}\u0007\u202e\nnext`) }] });
  const { message } = await failureOf(here.forge.pullRequests.find(7));
  expect(message).toBe("could not read pull request #7: bad token *** next");
  await using stranger = await world({ token: "ghp_a-strangers-token" });
  const failure = await failureOf(stranger.forge.pullRequests.find(7));
  expect(failure.code).toBe("forge-denied");
  expect(JSON.stringify([failure, failure.message, failure.stack])).not.toContain("strangers");
});

test("what is said without end is cut", async () => {
  const on = "GET /repos/{owner}/{repo}/pulls/{pull_number}";
  await using here = await world({ troubles: [{ on, before: refused(422, "x".repeat(100_000)) }] });
  expect((await failureOf(here.forge.pullRequests.find(7))).message.length).toBeLessThan(400);
});

test.each(["../x", "a//b", "", "/a", ".", "a/../../b"])("a file at %j is not asked for", async (path) => {
  await using here = await world();
  expect(await failureOf(here.forge.readFile({ ref: "main", path }, 10))).toMatchObject({ code: "file-refused" });
  expect(here.server.requests).toEqual([]);
});

test.each([404, 409, 422])("a head that is no commit of this repository (%i) is searched", async (status) => {
  const before = refused(status, `No commit found for SHA: ${HEAD}`);
  await using here = await world({
    troubles: [{ on: "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls", before }],
  });
  expect((await here.forge.pullRequests.withHead(HEAD)).map(({ number }) => number)).toEqual([7]);
});

test.each(["symlink", "submodule", "dir"])("what is a %s is no file", async (type) => {
  const headers = { "content-type": "application/json" };
  const before = { status: 200, body: { type, size: 0, sha: "0".repeat(40), target: "../../etc/passwd" }, headers };
  await using here = await world({ troubles: [{ on: "GET /repos/{owner}/{repo}/contents/{path}", before }] });
  const read = here.forge.readFile({ ref: "main", path: "release.yaml" }, 10);
  expect(await failureOf(read)).toMatchObject({ code: "file-refused" });
});

test("another's deployment is told, whatever its payload", async () => {
  const headers = { "content-type": "application/json" };
  const told = { id: 5, sha: HEAD, environment: "x", description: null, creator: null };
  const body = [
    { ...told, payload: { large: 2 ** 70, deep: [{}] } },
    { ...told, id: 6, payload: "" },
  ];
  const on = "GET /repos/{owner}/{repo}/deployments";
  await using here = await world({ troubles: [{ on, before: { status: 200, body, headers } }] });
  const shown = { commit: HEAD, environment: "x", description: "", author: null };
  expect(await here.forge.deployments.list("x")).toEqual([
    { ...shown, id: 6, payload: "" },
    { ...shown, id: 5, payload: '{"large":1.1805916207174113e+21,"deep":[{}]}' },
  ]);
});

test("an annotation that is too long is cut, and says so", async () => {
  await using here = await world();
  const title = "t".repeat(300);
  const message = `${"m".repeat(15_998)}\u{1f600}${"m".repeat(100)}`;
  const place = { path: "a", startLine: 1, endLine: 1, level: "failure" } as const;
  await here.forge.checks.create({ ...REPORT, annotations: [{ ...place, title, message }] });
  const [shown] = here.state.checkRuns[0]!.annotations;
  expect(shown?.title).toBe(`${"t".repeat(254)}…`);
  expect(shown?.message).toBe(`${"m".repeat(15_998)}…`);
  expect(here.server.violations).toEqual([]);
});

test("a comment is hidden by who may, and the forge's own words say why not", async () => {
  const errors = [{ type: "FORBIDDEN", message: "Resource not accessible by integration" }];
  const headers = { "content-type": "application/json" };
  const denied = { status: 200, body: { data: { minimizeComment: null }, errors }, headers };
  await using here = await world();
  const { id } = await here.forge.comments.create(7, "x");
  here.server.troubles.push({ on: "POST /graphql", before: denied });
  expect(await failureOf(here.forge.comments.hide(id))).toMatchObject({
    code: "forge-denied",
    message: `could not hide comment ${id}: Resource not accessible by integration`,
    fix: LINE,
  });
});
