import { writeFileSync } from "node:fs";
import { Failure, type FailureCode } from "../../shared/failure.ts";
import type {
  CheckReport,
  CheckRun,
  Checks,
  Comment,
  Comments,
  Forge,
  PullRequests,
} from "../../shared/ports/forge.ts";
import type { RunArtifacts } from "../../shared/ports/run-artifact.ts";
import {
  type ForgeState,
  forgeState,
  type KeptCheckRun,
  type KeptComment,
  type KeptPullRequest,
  type KeptReview,
  nextId,
  replace,
} from "./forge/state.ts";

export interface FakeForge extends Forge {
  readonly state: ForgeState;
  /** What was asked, in order, as in `comments.create`. */
  readonly calls: string[];
  /** What calls of that name end with, until it is taken away. */
  readonly failing: Map<string, Failure>;
}

/** A forge in memory, held to the same contract as GitHub's adapter. */
export function fakeForge(laid: Partial<ForgeState> = {}): FakeForge {
  const state = forgeState(laid);
  const calls: string[] = [];
  const failing = new Map<string, Failure>();
  const watched = <T extends object>(area: string, functions: T): T => watch(functions, { area, calls, failing });
  return {
    ...watched("forge", {
      identity: async () => state.self,
      readFile: async (place: { ref: string; path: string }, maxBytes: number) => readFile(state, place, maxBytes),
    }),
    repository: state.repository,
    pullRequests: watched("pullRequests", pullRequestsOf(state)),
    comments: watched("comments", commentsOf(state)),
    checks: watched("checks", checksOf(state)),
    statuses: watched("statuses", {
      list: async (commit: string, context: string) =>
        state.statuses
          .filter((each) => each.commit === commit && each.context === context)
          .map(({ commit: _, ...status }) => status)
          .toReversed(),
      create: async (commit: string, status: Parameters<Forge["statuses"]["create"]>[1]) => {
        if (status.description.length > 140) throw refused("a description has at most 140 characters");
        state.statuses.push({ ...status, commit, author: state.self });
      },
    }),
    artifacts: watched("artifacts", artifactsOf(state)),
    state,
    calls,
    failing,
  };
}

interface Watch {
  readonly area: string;
  readonly calls: string[];
  readonly failing: ReadonlyMap<string, Failure>;
}

function watch<T extends object>(functions: T, { area, calls, failing }: Watch): T {
  const entries = Object.entries(functions).map(([name, act]) => {
    const call = `${area}.${name}`;
    const watched = async (...parameters: unknown[]): Promise<unknown> => {
      calls.push(call);
      const failure = failing.get(call);
      if (failure !== undefined) throw failure;
      return act(...parameters);
    };
    return [name, watched];
  });
  return Object.fromEntries(entries) as T;
}

function readFile(
  { files }: ForgeState,
  { ref, path }: { readonly ref: string; readonly path: string },
  maxBytes: number,
): Uint8Array | undefined {
  const content = files[ref]?.[path];
  if (content === undefined) return undefined;
  if (content === null) throw new Failure("file-refused", `${path} is a folder`, { fix: "Name a plain file." });
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  if (bytes.length <= maxBytes) return new Uint8Array(bytes);
  throw tooLarge(path, maxBytes);
}

function pullRequestsOf({ pullRequests }: ForgeState): PullRequests {
  const isOpen = ({ state }: KeptPullRequest): boolean => state === "open";
  const shown = ({ reviews: _, changes: __, ...pullRequest }: KeptPullRequest) => pullRequest;
  const kept = (number: number) => pullRequests.find((each) => each.number === number);
  const there = (number: number) => kept(number) ?? missing(`pull request #${number}`);
  return {
    find: async (number) => {
      const found = kept(number);
      return found && shown(found);
    },
    withHead: async (commit) => {
      const found = pullRequests.filter(({ head }) => head.commit === commit);
      return [...found.filter(isOpen), ...found.filter((each) => !isOpen(each))].map(shown);
    },
    thatBrought: async (commit) => pullRequests.filter(({ mergedAs }) => mergedAs === commit).map(shown),
    approvals: async (number) => standing(there(number).reviews),
    changes: async (number) => there(number).changes.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** A comment changes nothing of what its author said before. */
function standing(reviews: readonly KeptReview[]): Awaited<ReturnType<PullRequests["approvals"]>> {
  const lastWords = new Map<string, KeptReview>();
  for (const review of reviews) {
    if (review.by !== null && review.state !== "commented" && review.state !== "pending")
      lastWords.set(review.by.login.toLowerCase(), review);
  }
  return [...lastWords.values()]
    .filter(({ state }) => state === "approved")
    .map(({ by, commit }) => ({ by: by!, commit }));
}

function commentsOf(state: ForgeState): Comments {
  const { comments, pullRequests, self, repository, knows } = state;
  const shown = ({ id, body, pullRequest }: KeptComment): Comment => ({
    id,
    body,
    url: `https://github.com/${repository}/pull/${pullRequest}#issuecomment-${id}`,
  });
  const check = (number: number, body: string): void => {
    const pullRequest = pullRequests.find((each) => each.number === number) ?? missing(`pull request #${number}`);
    if (pullRequest.isLocked) throw failure("forge-locked", `pull request #${number} is locked`);
    if (body.length > 65_536) throw refused("a comment has at most 65,536 characters");
  };
  return {
    own: async (number, containing) =>
      comments
        .filter(({ pullRequest, author, body }) => {
          return pullRequest === number && author?.id === self.id && body.includes(containing);
        })
        .map(shown),
    create: async (number, body) => {
      check(number, body);
      comments.push({ id: nextId(comments), pullRequest: number, author: self, body, isHidden: false });
      return shown(comments.at(-1)!);
    },
    update: async (id, body) => {
      const old = comments.find((each) => each.id === id);
      if (old === undefined) return undefined;
      check(old.pullRequest, body);
      return shown(replace(comments, id, { body })!);
    },
    delete: async (id) => {
      const index = comments.findIndex((each) => each.id === id);
      if (index !== -1) comments.splice(index, 1);
    },
    hide: async (id) => knows.hiding && replace(comments, id, { isHidden: true }) !== undefined,
  };
}

function checksOf({ checkRuns, app, repository, knows }: ForgeState): Checks {
  const shown = ({ annotations: _, text: __, detailsUrl: ___, ...run }: KeptCheckRun): CheckRun => run;
  const written = (report: CheckReport, old?: KeptCheckRun): Omit<KeptCheckRun, "id" | "url" | "annotations"> => {
    if ([report.summary, report.text ?? ""].some(({ length }) => length > 65_535))
      throw refused("a summary has at most 65,535 characters");
    const { name, commit, conclusion, title, summary, text = null } = report;
    const { detailsUrl = old?.detailsUrl ?? null, externalId = old?.externalId ?? null } = report;
    const status = conclusion === null ? "inProgress" : "completed";
    return { name, commit, status, conclusion, title, summary, text, detailsUrl, externalId, app };
  };
  return {
    list: async (commit, name) => {
      if (!knows.checks) return null;
      const found = checkRuns.filter((each) => each.commit === commit && each.name === name).toReversed();
      const isNewest = (run: KeptCheckRun): boolean => found.find((each) => each.app?.id === run.app?.id) === run;
      return found.filter(isNewest).map(shown);
    },
    create: async (report) => {
      if (!knows.checks) return null;
      const id = nextId(checkRuns);
      const annotations = report.annotations.slice(0, 1000);
      checkRuns.push({ ...written(report), id, url: `https://github.com/${repository}/runs/${id}`, annotations });
      return shown(checkRuns.at(-1)!);
    },
    update: async (id, report) => {
      if (!knows.checks) return null;
      const old = checkRuns.find((each) => each.id === id) ?? missing(`check run ${id}`);
      const annotations = [...old.annotations, ...report.annotations.slice(0, 1000)];
      return shown(replace(checkRuns, id, { ...written(report, old), annotations })!);
    },
  };
}

function artifactsOf({ runs, artifacts }: ForgeState): RunArtifacts {
  return {
    run: async (id) => runs.find((each) => each.id === id),
    runs: async (commit) => runs.filter((each) => each.commit === commit).toSorted((a, b) => b.id - a.id),
    list: async (run) =>
      artifacts
        .filter((each) => each.run === run)
        .map(({ archive: _, ...artifact }) => artifact)
        .toSorted((a, b) => b.id - a.id),
    download: async (id, { path, maxBytes }) => {
      const found = artifacts.find((each) => each.id === id);
      if (found === undefined || found.isExpired) return missing(`artifact ${id}`);
      if (found.archive.length > maxBytes) throw tooLarge(`artifact ${id}`, maxBytes);
      writeFileSync(path, found.archive, { flag: "wx" });
    },
  };
}

function missing(what: string): never {
  throw failure("forge-missing", `${what} is not there`);
}

function refused(what: string): Failure {
  return failure("forge-refused", what);
}

function tooLarge(what: string, maxBytes: number): Failure {
  return failure("limit-exceeded", `${what} has more than ${maxBytes} bytes`);
}

function failure(code: FailureCode, message: string): Failure {
  return new Failure(code, message, { fix: "Correct the test." });
}
