import { code, type Inline, link, md } from "./escape.ts";
import type { Run } from "./report.ts";

/** Links lead to pages of the repository's own host only; what anybody wrote never decides where to. */
export function runLink(run: Run): Inline {
  const { id, number, attempt } = run;
  const path = `/actions/runs/${id}${attempt > 1 ? `/attempts/${attempt}` : ""}`;
  return link(md`run ${number}`, `${repositoryUrl(run)}${path}`);
}

export function commitLink(run: Run, commit: string): Inline {
  const shown = code(commit.slice(0, 12));
  return /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit) ? link(shown, `${repositoryUrl(run)}/commit/${commit}`) : shown;
}

export function pullRequestLink(run: Run, number: number): Inline {
  return link(md`pull request ${number}`, `${repositoryUrl(run)}/pull/${number}`);
}

/** A file as it is at the run's commit. */
export function fileLink(run: Run | null, path: string): Inline {
  const parts = path.split("/");
  const isPlain = parts.every((part) => part !== "" && part !== "." && part !== "..");
  if (run === null || !isPlain) return code(path);
  return link(code(path), `${repositoryUrl(run)}/blob/${encoded(run.commit)}/${parts.map(encoded).join("/")}`);
}

/** A path in the repository, or a page on its own host; anything else is shown as it is. */
export function runbookLink(run: Run | null, runbook: string): Inline {
  const address = URL.canParse(runbook) ? new URL(runbook) : null;
  if (address === null) return fileLink(run, runbook);
  const { protocol, username, password, host } = address;
  const isOwn = run !== null && host === new URL(run.serverUrl).host;
  const isPlain = protocol === "https:" && username === "" && password === "";
  return isOwn && isPlain ? link(code(runbook), address.href) : code(runbook, 1_000);
}

function repositoryUrl({ serverUrl, repository }: Run): string {
  return `${serverUrl}/${repository.split("/").map(encoded).join("/")}`;
}

function encoded(part: string): string {
  return encodeURIComponent(part.toWellFormed());
}
