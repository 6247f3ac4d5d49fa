import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { ReleaseId } from "../../shared/evidence/evidence.ts";
import { git } from "../contract/git-repository.ts";
import { type GitHubServer, gitHubServer, TOKEN } from "../fakes/forge/http/github.ts";
import { type ForgeState, forgeState, type KeptPullRequest, keptPullRequest } from "../fakes/forge/state.ts";
import type { Cloud } from "./cloud.ts";
import type { Origins } from "./origins.ts";
import { AT_ONCE, ENDPOINT, layEvidence, layRelease, REGION, STAGING } from "./releases.ts";

/** What all the workplaces of a run share. */
export interface Ground {
  /** Gone with the run; the bare repositories of all workplaces lie in `origins` of it. */
  readonly scratch: string;
  /** With the built programs. */
  readonly dist: string;
  readonly cloud: Cloud;
  readonly origins: Origins;
}

/** A model repository at a forge, and a project of its own in the cloud. */
export interface Workplace extends AsyncDisposable {
  readonly ground: Ground;
  readonly name: string;
  readonly origin: string;
  readonly bucket: string;
  readonly forge: ForgeState;
  readonly server: GitHubServer;
  /** A release, merged by a pull request, with what `validate` found of it beside a champion. */
  merge(version: string, champion: string | null, rollout?: object): Promise<void>;
  /** `git revert` of the newest merge, merged by a pull request. */
  revert(): void;
  /** The revert that was proposed is merged. */
  mergeProposal(): void;
  /** A clone, as the next job or the next person makes one. */
  clone(): string;
  /** Of a job, or of a person's shell. */
  environment(kind: "job" | "person"): Readonly<Record<string, string>>;
  /** The folder that `validate --out` has written. */
  readonly evidence: string;
  /** How many requests the cloud, the forge and the repository have answered. */
  asked(): number;
}

export async function layWorkplace(ground: Ground, name: string): Promise<Workplace> {
  const folder = join(ground.scratch, name);
  const origin = join(ground.scratch, "origins", name);
  const desk = join(folder, "desk");
  mkdirSync(desk, { recursive: true });
  git(ground.scratch, ["init", "--quiet", "--bare", "--template=", "--initial-branch=main", origin]);
  git(desk, ["init", "--quiet", "--template=", "--initial-branch=main"]);
  git(desk, ["remote", "add", "origin", origin]);
  const bucket = `models-${name}`;
  await layCloud(ground.cloud, { project: name, bucket });
  const forge = forgeState({ pullRequests: knowingHeads(origin) });
  const server = await gitHubServer(forge);
  const evidence = join(folder, "evidence");
  const releases = new Map<string | null, ReleaseId>();
  let [clones, runs] = [0, 0];
  const pushed = (): void => {
    git(desk, ["push", "--quiet", "origin", "main"]);
    const mergedAs = git(desk, ["rev-parse", "HEAD"]).trim();
    const number = forge.pullRequests.length + 1;
    forge.pullRequests.push(keptPullRequest(number, { state: "merged", mergedAs, isFork: true }));
  };
  return {
    ...{ ground, name, origin, bucket, forge, server, evidence },
    async merge(version, champion, rollout = AT_ONCE) {
      const release = await layRelease({ folder: desk, version, project: name, bucket, rollout });
      layEvidence(evidence, release, releases.get(champion) ?? null);
      releases.set(version, release);
      git(desk, ["add", "--all"]);
      git(desk, ["commit", "--quiet", "--message", `release ${version}`]);
      pushed();
    },
    revert() {
      git(desk, ["revert", "--no-edit", "HEAD"]);
      pushed();
    },
    mergeProposal() {
      const index = forge.pullRequests.findIndex(({ state }) => state === "open");
      const proposed = forge.pullRequests[index]!;
      git(desk, ["pull", "--quiet", "--no-rebase", "--no-edit", "origin", proposed.head.branch]);
      git(desk, ["push", "--quiet", "origin", "main"]);
      const mergedAs = git(desk, ["rev-parse", "HEAD"]).trim();
      forge.pullRequests[index] = { ...proposed, state: "merged", mergedAs };
    },
    clone() {
      clones += 1;
      const clone = join(folder, `clone-${clones}`);
      git(folder, ["clone", "--quiet", origin, clone]);
      // This process serves it itself, and cannot while it waits for Git.
      git(clone, ["remote", "set-url", "origin", ground.origins.url(name)]);
      return clone;
    },
    environment(kind) {
      runs += 1;
      const job = { GITHUB_ACTIONS: "true", GITHUB_RUN_ID: String(runs), GITHUB_RUN_ATTEMPT: "1" };
      return {
        ...reachable(ground, folder),
        ...(kind === "job" ? job : { USER: "octocat" }),
        ...forgeAt(server, kind),
      };
    },
    asked: () => ground.cloud.asked(name) + ground.origins.asked(name) + server.requests.length,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
      rmSync(origin, { recursive: true, force: true });
    },
  };
}

function reachable({ cloud }: Ground, home: string): Record<string, string> {
  const { vertex, storage } = cloud.address;
  const own = { PATH: process.env.PATH ?? "", HOME: home, METADATA_SERVER_DETECTION: "none" };
  return { ...own, MODEL_RELEASE_VERTEX_API: vertex, MODEL_RELEASE_STORAGE_API: storage };
}

function forgeAt({ apiUrl }: GitHubServer, kind: "job" | "person"): Record<string, string> {
  const known = { GITHUB_REPOSITORY: "acme/models", GITHUB_API_URL: apiUrl, GITHUB_GRAPHQL_URL: `${apiUrl}/graphql` };
  return kind === "job" ? { ...known, INPUT_TOKEN: TOKEN } : { ...known, GITHUB_TOKEN: TOKEN };
}

/** Of a pull request that is opened by its branch's name the forge knows the commit. */
function knowingHeads(origin: string): KeptPullRequest[] {
  const kept: KeptPullRequest[] = [];
  kept.push = (...added) => {
    const known = added.map((each): KeptPullRequest => {
      if (each.state !== "open") return each;
      const commit = git(origin, ["rev-parse", `refs/heads/${each.head.branch}`]).trim();
      return { ...each, head: { ...each.head, commit } };
    });
    return Array.prototype.push.apply(kept, known);
  };
  return kept;
}

async function layCloud(
  { address: { vertex, storage } }: Cloud,
  { project, bucket }: { readonly project: string; readonly bucket: string },
): Promise<void> {
  await post(`${storage}/storage/v1/b?project=${project}`, { name: bucket });
  for (const id of [ENDPOINT, STAGING]) {
    const endpoints = `http://${vertex}/v1/projects/${project}/locations/${REGION}/endpoints?endpointId=${id}`;
    const { name } = (await post(endpoints, { displayName: id })) as { readonly name: string };
    while (!((await (await fetch(`http://${vertex}/v1/${name}`)).json()) as { readonly done?: boolean }).done)
      await delay(5);
  }
}

async function post(url: string, body: unknown): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response.json();
}
