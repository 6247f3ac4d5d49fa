import { open, rm } from "node:fs/promises";
import { Failure } from "../../failure.ts";
import type { RunArtifact, RunArtifacts, WorkflowRun } from "../../ports/run-artifact.ts";
import type { Connection } from "./connection.ts";
import { unlessMissing } from "./failures.ts";
import { PER_PAGE, pages } from "./pages.ts";

interface ToldRun {
  readonly id: number | bigint;
  readonly html_url: string;
  readonly head_sha: string;
  readonly event: string;
  readonly path: string;
  readonly status: string | null;
  readonly head_repository: { readonly full_name: string } | null;
}

interface ToldArtifact {
  readonly id: number | bigint;
  readonly name: string;
  readonly size_in_bytes: number;
  readonly expired: boolean;
  readonly digest?: string | null;
}

const NEEDED = "actions: read";
const DOWNLOAD_MS = 300_000;

export function artifactsOf({ within, place }: Connection): RunArtifacts {
  return {
    run: (id) =>
      within({ what: `read workflow run ${id}`, needs: NEEDED }, async (ask) => {
        const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}";
        const answer = await unlessMissing(ask(route, { ...place, run_id: id }));
        return answer && runOf(answer.data);
      }),
    runs: (commit) =>
      within({ what: `find the workflow runs of ${commit.slice(0, 12)}`, needs: NEEDED }, async (ask) => {
        const first = ask("GET /repos/{owner}/{repo}/actions/runs", { ...place, head_sha: commit, per_page: PER_PAGE });
        const runs: WorkflowRun[] = [];
        for await (const { data } of pages(ask, first, "workflow runs")) runs.push(...data.workflow_runs.map(runOf));
        return runs.filter((run) => run.commit === commit).toSorted((a, b) => b.id - a.id);
      }),
    list: (run) =>
      within({ what: `list the artifacts of workflow run ${run}`, needs: NEEDED }, async (ask) => {
        const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts";
        const found: RunArtifact[] = [];
        const first = ask(route, { ...place, run_id: run, per_page: PER_PAGE });
        for await (const { data } of pages(ask, first, "artifacts")) {
          found.push(...data.artifacts.map((told) => artifactOf(told, run)));
        }
        return found.toSorted((a, b) => b.id - a.id);
      }),
    download: (id, into) =>
      within({ what: `download artifact ${id}`, needs: NEEDED, deadlineMs: DOWNLOAD_MS }, async (ask) => {
        const { data } = await ask("GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}", {
          ...place,
          artifact_id: id,
          archive_format: "zip",
          request: { parseSuccessResponseBody: false },
        });
        await writeArchive(data as AsyncIterable<Uint8Array>, { ...into, id });
      }),
  };
}

interface Archive {
  readonly id: number;
  readonly path: string;
  readonly maxBytes: number;
}

async function writeArchive(bytes: AsyncIterable<Uint8Array>, { id, path, maxBytes }: Archive): Promise<void> {
  const file = await open(path, "wx").catch((error) => {
    throw unwritten(path, error);
  });
  try {
    let written = 0;
    for await (const chunk of bytes) {
      written += chunk.length;
      if (written > maxBytes) throw tooLarge(id, maxBytes);
      await file.writeFile(chunk);
    }
    await file.close();
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error instanceof Failure ? error : brokenOff(path, id, error);
  }
}

function runOf({ id, html_url, head_sha, event, path, status, head_repository }: ToldRun): WorkflowRun {
  return {
    id: Number(id),
    url: html_url,
    commit: head_sha,
    event,
    // It may end with the branch that the workflow was taken from.
    workflow: path.replace(/@.*$/, ""),
    headRepository: head_repository?.full_name ?? null,
    status: status === "completed" ? "completed" : status === "in_progress" ? "inProgress" : "queued",
  };
}

function artifactOf({ id, name, size_in_bytes, expired, digest }: ToldArtifact, run: number): RunArtifact {
  return { id: Number(id), name, sizeBytes: size_in_bytes, isExpired: expired, digest: digest ?? null, run };
}

/** The disk's errors have a number; the network's have none. */
function brokenOff(path: string, id: number, error: unknown): Failure {
  if (error instanceof Error && "errno" in error) return unwritten(path, error);
  return new Failure("forge-unreachable", `artifact ${id} was cut off`, { fix: "Run it again.", cause: error });
}

function unwritten(path: string, error: unknown): Failure {
  const { code = "" } = error as NodeJS.ErrnoException;
  return new Failure(code === "ENOSPC" ? "out-of-space" : "io", `${path} cannot be written: ${code}`, {
    fix: "Check the disk, and that nothing is there yet.",
    cause: error,
  });
}

function tooLarge(id: number, maxBytes: number): Failure {
  return new Failure("limit-exceeded", `artifact ${id} has more than ${maxBytes} bytes`, {
    fix: "Keep what is not evidence in another artifact.",
  });
}
