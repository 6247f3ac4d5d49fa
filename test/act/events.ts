import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { KeptPullRequest, KeptReview } from "../fakes/forge/state.ts";
import { project } from "../repo/project.ts";

type Json = Readonly<Record<string, unknown>>;

const OWNER = "acme";
const NAME = "models";
export const REPOSITORY = `${OWNER}/${NAME}`;
const repository = { name: NAME, full_name: REPOSITORY, default_branch: "main", owner: { login: OWNER } };

/** What GitHub sends, with what has happened here in the place of what its examples tell. */
export function pullRequestEvent(proposal: KeptPullRequest): Json {
  return laid("pull_request", { number: proposal.number, pull_request: toldProposal(proposal), repository });
}

export function reviewEvent(proposal: KeptPullRequest, { by, state, commit }: KeptReview): Json {
  const review = { state, commit_id: commit, user: { login: by!.login, id: by!.id } };
  return laid("pull_request_review", { review, pull_request: toldProposal(proposal), repository });
}

export function pushEvent(before: string, after: string): Json {
  return laid("push", { ref: "refs/heads/main", before, after, head_commit: { id: after }, repository });
}

export function dispatchEvent(inputs: Readonly<Record<string, string>>): Json {
  return laid("workflow_dispatch", { inputs, ref: "refs/heads/main", repository });
}

/** GitHub publishes no example of it. */
export function scheduleEvent(schedule: string): Json {
  const { repository: told } = laid("push", { repository });
  return { schedule, repository: told };
}

/** The run of a workflow on a proposal is over. */
export function runEvent(id: number, { head, isFork }: KeptPullRequest): Json {
  const workflow_run = {
    id,
    event: "pull_request",
    head_sha: head.commit,
    head_branch: head.branch,
    head_repository: { full_name: head.repository },
    path: ".github/workflows/validate.yml",
    // GitHub says nothing of whose they are where a fork has proposed it.
    ...(isFork && { pull_requests: [] }),
  };
  return laid("workflow_run", { workflow_run, repository });
}

function toldProposal({ number, title, head, base, state }: KeptPullRequest): Json {
  return {
    number,
    title,
    state: state === "open" ? "open" : "closed",
    merged: state === "merged",
    head: { sha: head.commit, ref: head.branch, repo: { full_name: head.repository } },
    base: { sha: base.commit, ref: base.branch, repo: { full_name: REPOSITORY } },
  };
}

function laid(name: string, changes: Json): Json {
  return over(JSON.parse(readFileSync(join(project, `fixtures/events/${name}.json`), "utf8")), changes) as Json;
}

function over(example: unknown, changes: unknown): unknown {
  if (!isObject(example) || !isObject(changes)) return changes;
  const changed = Object.entries(changes).map(([key, value]) => [key, over(example[key], value)] as const);
  return { ...example, ...Object.fromEntries(changed) };
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
