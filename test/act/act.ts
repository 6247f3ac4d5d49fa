import { execFile } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import type { ArtifactStore } from "../fakes/forge/http/artifact-store.ts";
import { PROGRAM } from "./program.ts";

type Variables = Readonly<Record<string, string>>;

/** One event, and where it finds the repository. */
export interface Happening {
  /** As in `pull_request`. */
  readonly name: string;
  readonly payload: object;
  readonly commit: string;
  readonly ref: string;
  /** Where a person has named the one workflow; else it is every one that listens. */
  readonly workflow?: string;
}

/** What a run of workflows came to. */
export interface Ran {
  /** By their ids; a job that was skipped is not among them. */
  readonly jobs: Readonly<Record<string, "success" | "failure">>;
  /** What the steps said. */
  readonly log: string;
}

/** What all runs of one repository have in common. */
export interface Runner {
  /** The repository as it is checked out where the workflows are read. */
  readonly workflows: string;
  readonly scratch: string;
  /** act's own does not know what GitHub's client says of a file's type. */
  readonly artifacts: Pick<ArtifactStore, "environmentOf">;
  /** What a runner says of the forge, as in GITHUB_API_URL. */
  readonly forge: Variables;
  readonly secrets: Variables;
  readonly variables: Variables;
  /** What the steps inherit. */
  readonly environment: Variables;
  /** Folders in place of actions, as `owner/name@commit`. */
  readonly actions: Variables;
}

/** Said loudly where it is false: then no example is run. */
export const isInstalled = existsSync(PROGRAM);

/** What the examples ask for: every label is this machine. */
const LABELS = ["ubuntu-24.04", "self-hosted"];
const LONGEST_MS = 150_000;

/** Every workflow that listens to an event, job after job, as a runner would: the actions by Node itself. */
export async function runWorkflows(runner: Runner, happening: Happening, id: number): Promise<Ran> {
  const event = join(runner.scratch, `event-${id}.json`);
  writeFileSync(event, JSON.stringify(happening.payload));
  const variables = { ...runner.forge, ...variablesOf(happening, id) };
  const words = [
    happening.name,
    ...["--directory", runner.workflows, "--eventpath", event, "--actor", "octocat", "--json", "--no-cache-server"],
    // What act does itself is not what an example asks for: it would copy the folder.
    "--no-skip-checkout",
    ...(happening.workflow === undefined ? [] : ["--workflows", `.github/workflows/${happening.workflow}`]),
    ...["--action-cache-path", join(runner.scratch, "actions")],
    ...LABELS.flatMap((label) => ["--platform", `${label}=-self-hosted`]),
    ...given("--env", variables),
    ...given("--secret", runner.secrets),
    ...given("--var", runner.variables),
    ...given("--local-repository", runner.actions),
  ];
  return ranOf(await said(words, { ...runner.environment, ...runner.artifacts.environmentOf(id) }, runner.scratch));
}

function variablesOf({ commit, ref }: Happening, id: number): Variables {
  const run = { GITHUB_RUN_ID: String(id), GITHUB_RUN_NUMBER: String(id), GITHUB_RUN_ATTEMPT: "1" };
  // Of GITHUB_SHA it hears by this name.
  return { ...run, GITHUB_REF: ref, SHA_REF: commit };
}

function given(option: string, values: Variables): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => [option, `${name}=${value}`]);
}

async function said(words: readonly string[], environment: Variables, scratch: string): Promise<string> {
  // It runs whatever node comes first.
  const path = [dirname(process.execPath), process.env.PATH].join(delimiter);
  const options = {
    cwd: scratch,
    env: { PATH: path, HOME: scratch, ...environment },
    timeout: LONGEST_MS,
    maxBuffer: 1 << 26,
  };
  return new Promise((resolve, reject) => {
    // A failing job is an answer; that it never came to an end is none.
    const child = execFile(PROGRAM, words, options, (error, stdout, stderr) =>
      error?.killed ? reject(new Error(`act ran for ${LONGEST_MS} ms:\n${stdout}`)) : resolve(`${stdout}${stderr}`),
    );
    child.stdin?.end();
  });
}

interface Line {
  readonly jobID?: string;
  readonly jobResult?: "success" | "failure";
  readonly msg: string;
}

function ranOf(text: string): Ran {
  const lines = text
    .split("\n")
    .filter((line) => line !== "")
    .map(lineOf);
  const ended = lines.filter(({ jobResult }) => jobResult !== undefined);
  const jobs = Object.fromEntries(ended.map(({ jobID, jobResult }) => [jobID!, jobResult!]));
  return { jobs, log: lines.map(({ msg }) => msg.trimEnd()).join("\n") };
}

/** What is no JSON is what it says of itself. */
function lineOf(line: string): Line {
  return line.startsWith("{") ? (JSON.parse(line) as Line) : { msg: line };
}
