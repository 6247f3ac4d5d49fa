import { type Answer, refusal } from "./answer.ts";
import { changedRun, checkRefusal, EMPTY_RUN } from "./check-runs.ts";
import { type ForgeState, type KeptComment, nextId, replace } from "./state.ts";
import {
  blobHash,
  toldArtifact,
  toldBlob,
  toldCheckRun,
  toldComment,
  toldFile,
  toldFileContent,
  toldPullRequest,
  toldReview,
  toldRun,
  toldStatus,
  toldUser,
} from "./told.ts";

type Json = Record<string, unknown>;

export interface Call {
  readonly state: ForgeState;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Json;
}

type Route = (call: Call) => Answer;

const REPOSITORY = "/repos/{owner}/{repo}";

/** What GitHub does with each request, as far as its description says. */
export const ROUTES: Readonly<Record<string, Route>> = {
  "GET /user": ({ state: { self } }) =>
    self.login.endsWith("[bot]") ? refusal(403, "Resource not accessible by integration") : ok(userOf(self)),

  [`GET ${REPOSITORY}/pulls`]: ({ state, query }) => {
    const isWanted = ({ state: each }: { state: string }): boolean =>
      query.get("state") === "all" || (each === "open") === ((query.get("state") ?? "open") === "open");
    return list(state.pullRequests.filter(isWanted).map((each) => toldPullRequest(each, state.repository, "listed")));
  },
  [`GET ${REPOSITORY}/pulls/{pull_number}`]: ({ state, parameters }) => {
    const found = pullRequest(state, parameters.pull_number);
    return found === undefined ? NOT_FOUND : ok(toldPullRequest(found, state.repository, "whole"));
  },
  [`GET ${REPOSITORY}/pulls/{pull_number}/files`]: ({ state, parameters }) => {
    const found = pullRequest(state, parameters.pull_number);
    return found === undefined ? NOT_FOUND : list(found.changes.slice(0, 3000).map(toldFile));
  },
  [`GET ${REPOSITORY}/pulls/{pull_number}/reviews`]: ({ state, parameters }) => {
    const found = pullRequest(state, parameters.pull_number);
    return found === undefined ? NOT_FOUND : list(found.reviews.map(toldReview));
  },
  [`GET ${REPOSITORY}/commits/{commit_sha}/pulls`]: ({ state, parameters }) => {
    // What only a fork has is associated with nothing here.
    const found = state.pullRequests.filter(
      ({ head, isFork, mergedAs }) =>
        mergedAs === parameters.commit_sha || (head.commit === parameters.commit_sha && !isFork),
    );
    return list(found.map((each) => toldPullRequest(each, state.repository, "listed")));
  },

  [`GET ${REPOSITORY}/issues/{issue_number}/comments`]: ({ state, parameters }) => {
    if (pullRequest(state, parameters.issue_number) === undefined) return NOT_FOUND;
    const found = state.comments.filter((each) => each.pullRequest === Number(parameters.issue_number));
    return list(found.map((each) => toldComment(each, state.repository)));
  },
  [`POST ${REPOSITORY}/issues/{issue_number}/comments`]: ({ state, parameters, body }) => {
    const number = Number(parameters.issue_number);
    const { comments, self: author } = state;
    const kept = { id: nextId(comments), pullRequest: number, author, body: String(body.body), isHidden: false };
    const refused = commentRefusal(state, kept);
    if (refused !== undefined) return refused;
    comments.push(kept);
    return { status: 201, body: toldComment(kept, state.repository) };
  },
  [`GET ${REPOSITORY}/issues/comments/{comment_id}`]: ({ state, parameters }) => {
    const found = state.comments.find(({ id }) => id === Number(parameters.comment_id));
    return found === undefined ? NOT_FOUND : ok(toldComment(found, state.repository));
  },
  [`PATCH ${REPOSITORY}/issues/comments/{comment_id}`]: ({ state, parameters, body }) => {
    const old = state.comments.find(({ id }) => id === Number(parameters.comment_id));
    if (old === undefined) return NOT_FOUND;
    const refused = commentRefusal(state, { ...old, body: String(body.body) });
    if (refused !== undefined) return refused;
    return ok(toldComment(replace(state.comments, old.id, { body: String(body.body) })!, state.repository));
  },
  [`DELETE ${REPOSITORY}/issues/comments/{comment_id}`]: ({ state: { comments }, parameters }) => {
    const index = comments.findIndex(({ id }) => id === Number(parameters.comment_id));
    if (index === -1) return NOT_FOUND;
    comments.splice(index, 1);
    return { status: 204 };
  },

  [`GET ${REPOSITORY}/commits/{ref}/check-runs`]: ({ state, parameters, query }) => {
    const name = query.get("check_name");
    const found = state.checkRuns.filter(
      (run) => run.commit === parameters.ref && (name === null || run.name === name),
    );
    return list(found.toReversed().map(toldCheckRun), "check_runs");
  },
  [`POST ${REPOSITORY}/check-runs`]: ({ state, body }) => {
    const refused = checkRefusal(body);
    if (refused !== undefined) return refused;
    const id = nextId(state.checkRuns);
    const url = `https://github.com/${state.repository}/runs/${id}`;
    state.checkRuns.push(changedRun({ ...EMPTY_RUN, id, url, commit: String(body.head_sha), app: state.app }, body));
    return { status: 201, body: toldCheckRun(state.checkRuns.at(-1)!) };
  },
  [`GET ${REPOSITORY}/check-runs/{check_run_id}`]: ({ state, parameters }) => {
    const found = state.checkRuns.find(({ id }) => id === Number(parameters.check_run_id));
    return found === undefined ? NOT_FOUND : ok(toldCheckRun(found));
  },
  [`PATCH ${REPOSITORY}/check-runs/{check_run_id}`]: ({ state, parameters, body }) => {
    const old = state.checkRuns.find(({ id }) => id === Number(parameters.check_run_id));
    if (old === undefined) return NOT_FOUND;
    if (old.app?.id !== state.app.id)
      return refusal(403, "Invalid app_id `1` - check run can only be modified by its app");
    return checkRefusal(body) ?? ok(toldCheckRun(replace(state.checkRuns, old.id, changedRun(old, body))!));
  },

  [`GET ${REPOSITORY}/commits/{ref}/statuses`]: ({ state, parameters }) =>
    list(
      state.statuses
        .filter(({ commit }) => commit === parameters.ref)
        .toReversed()
        .map(toldStatus),
    ),
  [`POST ${REPOSITORY}/statuses/{sha}`]: ({ state, parameters, body }) => {
    const { context = "default", description = "", target_url = null, state: word } = body as Record<string, string>;
    if (description.length > 140)
      return refusal(422, "Validation Failed", "description is too long (maximum is 140 characters)");
    const status = { context, description, targetUrl: target_url, state: word as "success" };
    state.statuses.push({ ...status, commit: parameters.sha!, author: state.self });
    return { status: 201, body: toldStatus(state.statuses.at(-1)!) };
  },

  [`GET ${REPOSITORY}/contents/{path}`]: ({ state, parameters, query }) => {
    const content = state.files[query.get("ref") ?? "main"]?.[parameters.path!];
    if (content === undefined) return NOT_FOUND;
    return ok(content === null ? [] : toldFileContent(parameters.path!, Buffer.from(content)));
  },
  [`GET ${REPOSITORY}/git/blobs/{file_sha}`]: ({ state, parameters }) => {
    const contents = Object.values(state.files).flatMap((files) => Object.values(files));
    const bytes = contents.filter((each) => each !== null).map((each) => new Uint8Array(Buffer.from(each)));
    const found = bytes.find((each) => blobHash(each) === parameters.file_sha);
    return found === undefined ? NOT_FOUND : ok(toldBlob(found));
  },

  [`GET ${REPOSITORY}/actions/runs`]: ({ state, query }) =>
    list(state.runs.filter(({ commit }) => commit === query.get("head_sha")).map(toldRun), "workflow_runs"),
  [`GET ${REPOSITORY}/actions/runs/{run_id}`]: ({ state, parameters }) => {
    const found = state.runs.find(({ id }) => id === Number(parameters.run_id));
    return found === undefined ? NOT_FOUND : ok(toldRun(found));
  },
  [`GET ${REPOSITORY}/actions/runs/{run_id}/artifacts`]: ({ state, parameters }) =>
    list(state.artifacts.filter(({ run }) => run === Number(parameters.run_id)).map(toldArtifact), "artifacts"),
  [`GET ${REPOSITORY}/actions/artifacts/{artifact_id}/{archive_format}`]: ({ state, parameters }) => {
    const found = state.artifacts.find(({ id }) => id === Number(parameters.artifact_id));
    if (found === undefined) return NOT_FOUND;
    return found.isExpired ? refusal(410, "Artifact has expired") : { status: 302, archive: found.archive };
  },
};

const NOT_FOUND = refusal(404, "Not Found");

function ok(body: unknown): Answer {
  return { status: 200, body };
}

function list(items: readonly unknown[], within?: string): Answer {
  return { status: 200, items, ...(within !== undefined && { within }) };
}

function userOf(self: ForgeState["self"]): Json {
  return { ...toldUser(self), ...PROFILE };
}

const PROFILE = {
  name: null,
  company: null,
  blog: null,
  location: null,
  email: null,
  hireable: null,
  bio: null,
  public_repos: 0,
  public_gists: 0,
  followers: 0,
  following: 0,
  created_at: "2008-01-14T04:33:35Z",
  updated_at: "2008-01-14T04:33:35Z",
};

function pullRequest({ pullRequests }: ForgeState, number: string | undefined) {
  return pullRequests.find((each) => each.number === Number(number));
}

function commentRefusal(state: ForgeState, { pullRequest: number, body }: KeptComment): Answer | undefined {
  const found = pullRequest(state, String(number));
  if (found === undefined) return NOT_FOUND;
  if (found.isLocked) return refusal(403, "Unable to create comment because issue is locked.");
  if (body.length > 65_536) return refusal(422, "Validation Failed", "body is too long (maximum is 65536 characters)");
  return undefined;
}
