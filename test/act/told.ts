import { expect } from "vitest";
import type { KeptCheckRun, KeptPullRequest } from "../fakes/forge/state.ts";
import type { Ran } from "./act.ts";
import type { World } from "./world.ts";

/** What every job came to that was not skipped; where it is something else, all that was said is shown. */
export function expectJobs({ jobs, log }: Ran, expected: Ran["jobs"]): void {
  expect(jobs, log).toEqual(expected);
}

/** The check that a ruleset requires, as it was written last. */
export function checkAt({ forge }: World, { head }: KeptPullRequest): KeptCheckRun | undefined {
  return forge.checkRuns.findLast(({ name, commit }) => name === "model-release" && commit === head.commit);
}

/** What stands below a pull request, comment by comment. */
export function commentsOn({ forge }: World, { number }: KeptPullRequest): readonly string[] {
  return forge.comments.filter(({ pullRequest }) => pullRequest === number).map(({ body }) => body);
}

/** The names of the artifacts that the last run has kept. */
export function keptByLastRun({ forge: { artifacts, runs } }: World): readonly string[] {
  return artifacts.filter(({ run }) => run === runs.at(-1)!.id).map(({ name }) => name);
}

/** What the ledger on the origin says, as `healthy 1.0.0`; nothing where there is none. */
export function ledgerOf({ repository }: World): readonly string[] {
  if (repository.ask("branch", "--list", "model-release-ledger") === "") return [];
  const names = repository.ask("ls-tree", "-r", "--name-only", "model-release-ledger").split("\n");
  const lines = names
    .filter((name) => name.endsWith(".jsonl"))
    .flatMap((name) => repository.ask("show", `model-release-ledger:${name}`).split("\n"));
  return lines.map((line) => JSON.parse(line) as Line).map(({ event, version }) => `${event} ${version}`);
}

interface Line {
  readonly event: string;
  readonly version: string;
}
