import { type KeptPullRequest, keptPullRequest, OCTOCAT } from "../fakes/forge/state.ts";
import { type Happening, type Ran, runWorkflows } from "./act.ts";
import {
  dispatchEvent,
  pullRequestEvent,
  pushEvent,
  REPOSITORY,
  reviewEvent,
  runEvent,
  scheduleEvent,
} from "./events.ts";
import { changeRelease, type Kind } from "./release-change.ts";
import type { World } from "./world.ts";

/** What people and the forge do, each with what the workflows make of it. */
export interface Story {
  /** A release on a branch of its own, and the runs that its pull request starts. */
  propose(version: string, kind: Kind, home?: string): Promise<Told>;
  /** `git revert` of what main says last, proposed. */
  proposeRevert(): Promise<Told>;
  /** The pull request that a run of ours has opened: GitHub starts its checks, since an app has opened it. */
  seeProposal(): Promise<Told>;
  /** GitHub says that the runs on it are over. */
  measured(proposal: KeptPullRequest): Promise<Ran>;
  approve(proposal: KeptPullRequest): Promise<Ran>;
  merge(proposal: KeptPullRequest): Promise<Ran>;
  /** The run that the last merge has started, once more. */
  again(): Promise<Ran>;
  tick(): Promise<Ran>;
  dispatch(workflow: string, inputs: Readonly<Record<string, string>>): Promise<Ran>;
  /** Onto main itself: nobody has seen it, and nothing runs. */
  pushToMain(version: string): Promise<void>;
}

export interface Told {
  readonly proposal: KeptPullRequest;
  readonly ran: Ran;
}

export function storyIn(world: World): Story {
  const { repository, forge } = world;
  const { git } = repository;
  return {
    async propose(version, kind, home) {
      const branch = `release-${version}`;
      git("checkout", "--quiet", "-B", branch, "origin/main");
      await changeRelease(repository.folder, version, kind);
      repository.commit(`Release spend ${version}`);
      return opened(world, keptProposal(world, branch, home));
    },
    async proposeRevert() {
      const branch = `revert-${tip(world).slice(0, 7)}`;
      git("checkout", "--quiet", "-B", branch, "origin/main");
      const isMerge = git("rev-list", "--parents", "-1", "HEAD").split(" ").length > 2;
      git("revert", "--no-edit", ...(isMerge ? ["-m", "1"] : []), "HEAD");
      return opened(world, keptProposal(world, branch));
    },
    seeProposal() {
      const found = forge.pullRequests.findLast(({ author }) => author?.login.endsWith("[bot]"))!;
      const branch = found.head.branch;
      git("fetch", "--quiet", "origin");
      git("checkout", "--quiet", "-B", branch, `origin/${branch}`);
      const { head, base, changes } = keptProposal(world, branch);
      return opened(world, { ...found, head, base, changes });
    },
    measured: (proposal) =>
      happens(world, { name: "workflow_run", payload: runEvent(forge.runs.at(-1)!.id, proposal), ...main(world) }),
    approve(proposal) {
      const review = { by: OCTOCAT, state: "approved", commit: proposal.head.commit } as const;
      const { number, reviews } = kept(world, proposal);
      const approved = keep(world, { ...kept(world, proposal), reviews: [...reviews, review] });
      const payload = reviewEvent(approved, review);
      return happens(world, { name: "pull_request_review", payload, ...tried(world, number) }, approved);
    },
    merge(proposal) {
      const before = tip(world);
      git("checkout", "--quiet", "-B", "main", "origin/main");
      git("merge", "--quiet", "--no-ff", "--message", `Merge #${proposal.number}`, proposal.head.commit);
      git("push", "--quiet", "origin", "main");
      keep(world, { ...kept(world, proposal), state: "merged", mergedAs: tip(world) });
      return happens(world, { name: "push", payload: pushEvent(before, tip(world)), ...main(world) });
    },
    again: () =>
      happens(world, { name: "push", payload: pushEvent(git("rev-parse", "main~1"), tip(world)), ...main(world) }),
    tick: () => happens(world, { name: "schedule", payload: scheduleEvent("*/15 * * * *"), ...main(world) }),
    dispatch: (workflow, inputs) =>
      happens(world, { name: "workflow_dispatch", workflow, payload: dispatchEvent(inputs), ...main(world) }),
    async pushToMain(version) {
      git("checkout", "--quiet", "-B", "main", "origin/main");
      await changeRelease(repository.folder, version, "alike");
      repository.commit(`Release spend ${version}`);
      git("push", "--quiet", "origin", "main");
    },
  };
}

function keptProposal({ repository, forge }: World, branch: string, home = REPOSITORY): KeptPullRequest {
  const { git } = repository;
  return keptPullRequest(Math.max(0, ...forge.pullRequests.map(({ number }) => number)) + 1, {
    title: git("log", "-1", "--format=%s"),
    head: { commit: git("rev-parse", "HEAD"), branch, repository: home },
    base: { commit: git("rev-parse", "origin/main"), branch: "main" },
    isFork: home !== REPOSITORY,
    changes: repository.changes(branch),
  });
}

/** The forge has its head, and tries to merge it: that commit is what the runs stand on. */
async function opened(world: World, proposal: KeptPullRequest): Promise<Told> {
  const { git } = world.repository;
  const { number, head, base, isFork } = proposal;
  const refs = [`HEAD:refs/pull/${number}/head`, ...(isFork ? [] : [`HEAD:refs/heads/${head.branch}`])];
  git("push", "--quiet", "origin", ...refs);
  git("checkout", "--quiet", "--detach", base.commit);
  git("merge", "--quiet", "--no-ff", "--message", `Merge ${head.commit} into ${base.commit}`, head.commit);
  git("push", "--quiet", "origin", `HEAD:refs/pull/${number}/merge`);
  keep(world, proposal);
  const happening = { name: "pull_request", payload: pullRequestEvent(proposal), ...tried(world, number) };
  return { proposal, ran: await happens(world, happening, proposal) };
}

const WORDS = { url: "https://github.com/acme/models/actions", workflow: ".github/workflows/model-release.yml" };

/** The workflows are those of the commit that it happens at. */
async function happens(world: World, happening: Happening, proposal?: KeptPullRequest): Promise<Ran> {
  const { runs } = world.forge;
  const id = 1000 + runs.length + 1;
  const about = proposal?.head ?? { commit: happening.commit, repository: REPOSITORY };
  const run = { ...WORDS, id, event: happening.name, commit: about.commit, headRepository: about.repository };
  runs.push({ ...run, status: "inProgress" });
  world.repository.git("checkout", "--quiet", "--detach", happening.commit);
  const ran = await runWorkflows(world.runner, happening, id);
  runs[runs.length - 1] = { ...run, status: "completed" };
  return ran;
}

function main(world: World): Pick<Happening, "commit" | "ref"> {
  return { commit: tip(world), ref: "refs/heads/main" };
}

function tried({ repository }: World, number: number): Pick<Happening, "commit" | "ref"> {
  const ref = `refs/pull/${number}/merge`;
  return { commit: repository.ask("rev-parse", ref), ref };
}

function tip({ repository }: World): string {
  return repository.ask("rev-parse", "refs/heads/main");
}

function kept({ forge }: World, { number }: KeptPullRequest): KeptPullRequest {
  return forge.pullRequests.find((each) => each.number === number)!;
}

function keep({ forge }: World, proposal: KeptPullRequest): KeptPullRequest {
  const index = forge.pullRequests.findIndex(({ number }) => number === proposal.number);
  forge.pullRequests.splice(index === -1 ? forge.pullRequests.length : index, 1, proposal);
  return proposal;
}
