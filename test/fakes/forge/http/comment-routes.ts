import { type ForgeState, type KeptComment, nextId, replace } from "../state.ts";
import { type Answer, created, list, NOT_FOUND, ok, REPOSITORY, type Routes, refusal } from "./answer.ts";
import { toldComment, toldIssue, toldPullRequest, toldUser } from "./told.ts";

export const COMMENT_ROUTES: Routes = {
  "GET /user": ({ state: { self } }) =>
    self.login.endsWith("[bot]") ? refusal(403, "Resource not accessible by integration") : ok(userOf(self)),

  [`GET ${REPOSITORY}/issues/{issue_number}/comments`]: ({ state, parameters }) => {
    if (!state.pullRequests.some(({ number }) => number === Number(parameters.issue_number))) return NOT_FOUND;
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
    return created(toldComment(kept, state.repository));
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

  [`GET ${REPOSITORY}/issues`]: ({ state, query }) => {
    const found = state.issues.filter(({ isOpen, author }) => isOpen && author?.login === query.get("creator"));
    // To GitHub a pull request is an issue as well.
    const pulls = state.pullRequests.map((each) => {
      const { number, title, html_url, user } = toldPullRequest(each, state.repository, "listed");
      const issue = toldIssue(
        { id: each.number, title: "", body: "", author: each.author, isOpen: true },
        state.repository,
      );
      return {
        ...issue,
        number,
        title,
        html_url,
        user,
        pull_request: { url: "", html_url, diff_url: "", patch_url: "" },
      };
    });
    return list([...pulls, ...found.map((each) => toldIssue(each, state.repository))]);
  },
  [`POST ${REPOSITORY}/issues`]: ({ state: { issues, self, repository }, body }) => {
    issues.push({ id: nextId(issues), title: String(body.title), body: String(body.body), author: self, isOpen: true });
    return created(toldIssue(issues.at(-1)!, repository));
  },
  [`PATCH ${REPOSITORY}/issues/{issue_number}`]: ({ state: { issues, repository }, parameters, body }) => {
    const found = replace(issues, Number(parameters.issue_number), { isOpen: body.state === "open" });
    return found === undefined ? NOT_FOUND : ok(toldIssue(found, repository));
  },
};

function userOf(self: ForgeState["self"]): object {
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

function commentRefusal(state: ForgeState, { pullRequest: number, body }: KeptComment): Answer | undefined {
  const found = state.pullRequests.find((each) => each.number === number);
  if (found === undefined) return NOT_FOUND;
  if (found.isLocked) return refusal(403, "Unable to create comment because issue is locked.");
  if (body.length > 65_536) return refusal(422, "Validation Failed", "body is too long (maximum is 65536 characters)");
  return undefined;
}
