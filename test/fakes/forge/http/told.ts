import { createHash } from "node:crypto";
import type { DeploymentStatus } from "../../../../shared/ports/deployment.ts";
import type { Account } from "../../../../shared/ports/forge.ts";
import type { FileChange } from "../../../../shared/ports/repository.ts";
import type { RunArtifact, WorkflowRun } from "../../../../shared/ports/run-artifact.ts";
import type {
  ForgeState,
  KeptCheckRun,
  KeptComment,
  KeptDeployment,
  KeptIssue,
  KeptPullRequest,
  KeptReview,
} from "../state.ts";
import { exampleOf } from "./openapi.ts";

type Json = Record<string, unknown>;

/** What GitHub tells of what a forge remembers: its published examples, with what is remembered in its place. */
export function toldUser({ login, id }: Account): Json {
  return { ...(exampleOf("issue-comment").user as Json), login, id, type: login.endsWith("[bot]") ? "Bot" : "User" };
}

export function toldPullRequest(kept: KeptPullRequest, repository: string, form: "whole" | "listed"): Json {
  const example = exampleOf(form === "whole" ? "pull-request" : "pull-request-simple-items");
  const { number, title, state, isDraft, isLocked, author, head, base, mergedAs } = kept;
  const side = (name: "head" | "base", { commit, branch }: typeof base, home: string | null): Json => {
    const told = example[name] as Json;
    return { ...told, sha: commit, ref: branch, repo: home && { ...(told.repo as Json), full_name: home } };
  };
  return {
    ...example,
    number,
    title,
    html_url: kept.url,
    state: state === "open" ? "open" : "closed",
    draft: isDraft,
    locked: isLocked,
    user: author && toldUser(author),
    requested_teams: [],
    head: side("head", head, head.repository),
    base: side("base", base, repository),
    merged_at: state === "merged" ? "2026-11-21T12:00:00Z" : null,
    // Before the merge it names one that was made to try it.
    merge_commit_sha: mergedAs ?? "f".repeat(40),
    ...(form === "whole" && { merged: state === "merged" }),
  };
}

const REVIEWS = {
  approved: "APPROVED",
  changesRequested: "CHANGES_REQUESTED",
  commented: "COMMENTED",
  dismissed: "DISMISSED",
  pending: "PENDING",
};

export function toldReview({ by, state, commit }: KeptReview, index: number): Json {
  const user = by && toldUser(by);
  return { ...exampleOf("pull-request-review-items"), id: index + 1, user, state: REVIEWS[state], commit_id: commit };
}

const CHANGES = { added: "added", changed: "modified", deleted: "removed", renamed: "renamed" };

export function toldFile(change: FileChange): Json {
  const from = change.kind === "renamed" ? { previous_filename: change.from } : {};
  return { ...exampleOf("diff-entry-items"), filename: change.path, status: CHANGES[change.kind], ...from };
}

export function toldComment({ id, body, author, pullRequest }: KeptComment, repository: string): Json {
  const html_url = `https://github.com/${repository}/pull/${pullRequest}#issuecomment-${id}`;
  return { ...exampleOf("issue-comment"), id, node_id: `IC_${id}`, body, html_url, user: author && toldUser(author) };
}

export function toldCheckRun({ id, url, name, commit, status, ...run }: KeptCheckRun): Json {
  const example = exampleOf("check-run");
  const { title, summary, text, annotations, app } = run;
  return {
    ...example,
    id,
    name,
    html_url: url,
    head_sha: commit,
    details_url: run.detailsUrl ?? "https://github.com/apps/actions",
    external_id: run.externalId ?? "",
    status: status === "inProgress" ? "in_progress" : status,
    conclusion: run.conclusion,
    completed_at: status === "completed" ? "2026-11-21T12:00:00Z" : null,
    output: { ...(example.output as Json), title, summary, text, annotations_count: annotations.length },
    app: app && { ...(example.app as Json), ...app },
  };
}

export function toldStatus({ context, state, description, targetUrl, author }: ForgeState["statuses"][number]): Json {
  const creator = author && toldUser(author);
  return { ...exampleOf("status"), context, state, description, target_url: targetUrl, creator };
}

export function toldIssue({ id, title, body, author, isOpen }: KeptIssue, repository: string): Json {
  const html_url = `https://github.com/${repository}/issues/${id}`;
  const { pull_request: _, ...example } = exampleOf("issue");
  return {
    ...example,
    number: id,
    html_url,
    title,
    body,
    user: author && toldUser(author),
    state: isOpen ? "open" : "closed",
  };
}

export function toldDeployment({ id, environment, commit, description, payload, author }: KeptDeployment): Json {
  const creator = author && toldUser(author);
  return {
    ...exampleOf("deployment-simple-example"),
    id,
    sha: commit,
    ref: commit,
    environment,
    description,
    payload,
    creator,
  };
}

export function toldDeploymentStatus({ state, description, logUrl }: DeploymentStatus): Json {
  const told = { state: state === "inProgress" ? "in_progress" : state, description, log_url: logUrl ?? "" };
  return { ...exampleOf("deployment-status"), ...told };
}

/** A file of more than a megabyte comes without its content. */
export function toldFileContent(path: string, bytes: Uint8Array): Json {
  const isLarge = bytes.length > 1 << 20;
  return {
    ...exampleOf("content-file-response-if-content-is-a-file"),
    type: "file",
    path,
    name: path.split("/").at(-1),
    size: bytes.length,
    sha: blobHash(bytes),
    encoding: isLarge ? "none" : "base64",
    content: isLarge ? "" : lines(Buffer.from(bytes).toString("base64")),
  };
}

export function toldBlob(bytes: Uint8Array): Json {
  const content = lines(Buffer.from(bytes).toString("base64"));
  return { ...exampleOf("blob"), sha: blobHash(bytes), size: bytes.length, encoding: "base64", content };
}

export function blobHash(bytes: Uint8Array): string {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

export function toldRun({ id, url, commit, event, workflow, headRepository, status }: WorkflowRun): Json {
  const example = exampleOf("workflow-run");
  const head_repository = headRepository && { ...(example.head_repository as Json), full_name: headRepository };
  const told = { id, html_url: url, head_sha: commit, event, path: `${workflow}@main`, head_repository };
  return { ...example, ...told, status: status === "inProgress" ? "in_progress" : status };
}

export function toldArtifact({ id, name, sizeBytes, isExpired, digest }: RunArtifact): Json {
  const [example] = exampleOf("artifact-paginated").artifacts as Json[];
  return { ...example, id, name, size_in_bytes: sizeBytes, expired: isExpired, digest };
}

/** As GitHub breaks its base64. */
function lines(text: string): string {
  return text.replaceAll(/.{60}/g, "$&\n");
}
