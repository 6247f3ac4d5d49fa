import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { parseInputs, type ReportInputs } from "../../../actions/report/inputs.ts";
import { type ReportPorts, report } from "../../../actions/report/run.ts";
import { localFiles } from "../../../shared/adapters/files/files.ts";
import { unpackZip } from "../../../shared/adapters/files/unpack.ts";
import { gitRepositories } from "../../../shared/adapters/git/repositories.ts";
import { evidenceText } from "../../../shared/evidence/document.ts";
import type { Evidence } from "../../../shared/evidence/evidence.ts";
import type { Failure } from "../../../shared/failure.ts";
import type { Notice } from "../../../shared/ports/notice.ts";
import type { Repositories } from "../../../shared/ports/repository.ts";
import { git, layRepository } from "../../contract/git-repository.ts";
import type { Content, History } from "../../contract/history.ts";
import { type ForgeState, type KeptPullRequest, keptPullRequest } from "../../fakes/forge/state.ts";
import { type FakeForge, fakeForge } from "../../fakes/forge.ts";
import { memoryBranch } from "../../fakes/ledger-branch.ts";
import { recordedLog } from "../../fakes/log.ts";
import { fakeRepository } from "../../fakes/repository.ts";
import { evidence } from "../../shared/gate/good.ts";

export type Laid = Readonly<Record<string, Content>>;

export interface World {
  /** What the pull request makes of the repository, beside what it leaves alone. */
  readonly head: Laid;
  /** What the base branch holds. */
  readonly base?: Laid;
  /** What was handed over, by its path in the folder; null for no folder. */
  readonly handedOver?: Readonly<Record<string, Content>> | null | undefined;
  readonly inputs?: Partial<Record<keyof Parameters<typeof parseInputs>[0], string>>;
  readonly event?: (commits: Commits) => { readonly name: string; readonly payload: unknown };
  readonly forge?: (commits: Commits) => Partial<ForgeState>;
  readonly pullRequest?: (commits: Commits) => Partial<KeptPullRequest>;
  /** Calls of the forge, and what they end with. */
  readonly failing?: Readonly<Record<string, Failure>>;
  readonly ports?: Partial<ReportPorts>;
  /** Where the job stands; by default on the merge commit. */
  readonly checkout?: "merge" | "head" | "base" | null | undefined;
  /** In a real repository. */
  readonly isGit?: boolean;
}

export interface Commits {
  readonly base: string;
  readonly head: string;
  readonly merge: string;
}

export const CHAMPION = manifestWith({ version: "1.0.0", digest: "a" });
export const CHALLENGER = manifestWith({});

interface Differing {
  readonly name?: string;
  readonly version?: string;
  /** One hex digit. */
  readonly digest?: string;
  /** Of the floor of the metric. */
  readonly min?: number;
  readonly more?: string;
}

/** The manifest that the evidence of the gates' own tests is of. */
export function manifestWith({
  name = "churn",
  version = "2.0.0",
  digest = "c",
  min = 0.7,
  more = "",
}: Differing): string {
  return `apiVersion: model-release/v1
model: {name: ${name}, version: ${version}, owner: growth, approvers: [octocat, hubot]}
artifact:
  uri: model
  digest: "sha256:${digest.repeat(64)}"
contract:
  inputs: [{name: features, dtype: float32, shape: [-1, 2], features: [age, tenure]}]
  outputs: [{name: score, dtype: float32, shape: [-1, 1]}]
evaluation: {task: binary, dataset: {uri: eval.csv}, label: churned, slices: ["vip", {by: region}]}
golden: {file: golden.jsonl}
gates:
  quality:
    metrics:
      auc: {min: ${min}, maxLoss: 0.03}
${more}`;
}

/** Evidence of another release, or of something that went wrong. */
export function evidenceOf(differing: Partial<Evidence> = {}): string {
  return evidenceText({ ...evidence, ...differing });
}

export const releaseOf = (version: string, digest: string, model = "churn") => ({
  release: { model, version, digest: `sha256:${digest.repeat(64)}` },
  digest: { declared: `sha256:${digest.repeat(64)}`, actual: `sha256:${digest.repeat(64)}` },
});

/** Runs the whole action in a world of real files, and a repository and a forge in memory. */
export async function reportIn(world: World) {
  const scratch = mkdtempSync(join(tmpdir(), "report-"));
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }));
  const { commits, folder, repositories } = await layWorld(scratch, world);
  const forge = forgeOf(world, commits);
  const event = (world.event ?? pullRequestEvent)(commits);
  writeFileSync(join(scratch, "event.json"), JSON.stringify(event.payload));
  const { log, infos } = recordedLog();
  const [summaries, notices]: [string[], Notice[]] = [[], []];
  const ledger = memoryBranch();
  const step = await report(inputsOf(world), {
    event: { name: event.name, path: join(scratch, "event.json") },
    run: { serverUrl: "https://github.com", id: 20, number: 5, attempt: 1 },
    forge,
    repositories,
    files: localFiles(),
    log,
    unpack: unpackZip,
    group: async (_, act) => act(),
    resolve: (path) => (path === "." ? folder : join(folder, path)),
    makeFolder: async (path) => void (await mkdir(path, { recursive: true })),
    scratch: async () => {
      const made = await mkdtemp(join(scratch, "scratch-"));
      return { folder: made, [Symbol.asyncDispose]: () => rm(made, { recursive: true }) };
    },
    summarize: async (markdown) => void summaries.push(markdown),
    annotate: (told) => void notices.push(...told),
    ledger: async () => ledger,
    today: () => "2026-07-01",
    ...world.ports,
  });
  const [check] = forge.state.checkRuns;
  return { step, forge, infos, summary: summaries.join(""), notices, folder, commits, check, ledger };
}

function inputsOf({ inputs }: World): ReportInputs {
  const nothing = { evidence: "", artifact: "", manifest: "", base: "", "pull-request": "", comment: "", report: "" };
  return parseInputs({ token: "the-token-of-this-job", ...nothing, ...inputs });
}

interface LaidWorld {
  readonly commits: Commits;
  /** Where the job stands. */
  readonly folder: string;
  readonly repositories: Repositories;
}

async function layWorld(scratch: string, world: World): Promise<LaidWorld> {
  const { checkout = "merge", handedOver = { "churn/evidence.json": evidenceOf() } } = world;
  const folder = join(scratch, "workspace");
  mkdirSync(folder);
  if (handedOver !== null) lay(join(folder, "model-release-evidence"), handedOver);
  const history = historyOf(world);
  if (world.isGit !== true) {
    // The base alone lacks the commits of the head, as in a job of `workflow_run`.
    const kept = checkout === "base" ? history.commits.slice(0, 1) : history.commits;
    const { repository } = fakeRepository({ ...history, commits: kept, head: checkout ?? "" });
    const { commits } = fakeRepository(history);
    return {
      commits: named(commits),
      folder,
      repositories: { find: async () => (checkout === null ? undefined : repository) },
    };
  }
  const { folder: origin, commits } = await layRepository(scratch, history);
  if (checkout !== null) checkOut(commits[checkout]!, origin, folder);
  return {
    commits: named(commits),
    folder,
    repositories: gitRepositories({ ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() }),
  };
}

/** The branch left main at its tip, and the forge has merged both to be tried. */
function historyOf({ base = { "churn/release.yaml": CHAMPION }, head }: World): History {
  const kept = Object.fromEntries(Object.entries({ ...base, ...head }).filter(([, content]) => content !== GONE));
  return {
    head: "merge",
    commits: [
      { name: "base", files: { "README.md": "models", ...base } },
      { name: "head", parents: ["base"], files: { "README.md": "models", ...kept } },
      { name: "merge", parents: ["base", "head"], files: { "README.md": "models", ...kept } },
    ],
    branches: { main: "base" },
  };
}

function named(commits: Readonly<Record<string, string>>): Commits {
  return { base: commits.base!, head: commits.head!, merge: commits.merge! };
}

/** Stands for the content of a file that the pull request deletes. */
export const GONE = "\0gone";

function checkOut(commit: string, origin: string, folder: string): void {
  git(folder, ["init", "--quiet", "--template="]);
  git(folder, ["fetch", "--quiet", origin, commit]);
  git(folder, ["checkout", "--quiet", "--detach", commit]);
}

function lay(folder: string, contents: Readonly<Record<string, Content>>): void {
  mkdirSync(folder, { recursive: true });
  for (const [path, content] of Object.entries(contents)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if (typeof content === "object" && "link" in content) symlinkSync(content.link, join(folder, path));
    if (typeof content === "string" || content instanceof Uint8Array) writeFileSync(join(folder, path), content);
  }
}

function forgeOf(world: World, commits: Commits): FakeForge {
  const pullRequest = keptPullRequest(7, {
    head: { commit: commits.head, branch: "release", repository: "acme/models" },
    base: { commit: commits.base, branch: "main" },
    ...world.pullRequest?.(commits),
  });
  const forge = fakeForge({ pullRequests: [pullRequest], ...world.forge?.(commits) });
  for (const [call, failure] of Object.entries(world.failing ?? {})) forge.failing.set(call, failure);
  return forge;
}

function pullRequestEvent({ base, head }: Commits) {
  const pull_request = { number: 7, head: { sha: head }, base: { ref: "main", sha: base } };
  return { name: "pull_request", payload: { pull_request } };
}
