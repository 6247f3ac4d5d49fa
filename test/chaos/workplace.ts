import { rmSync } from "node:fs";
import { join } from "node:path";
import { git } from "../contract/git-repository.ts";
import { type GitHubServer, gitHubServer, TOKEN } from "../fakes/forge/http/github.ts";
import { type ForgeState, forgeState } from "../fakes/forge/state.ts";
import { makeBucket, makeEndpoint } from "../laid-cloud.ts";
import type { Cloud } from "./cloud.ts";
import { type Desk, knowingHeads, layDesk } from "./desk.ts";
import type { Origins } from "./origins.ts";
import { ENDPOINT, STAGING } from "./releases.ts";

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
export interface Workplace extends Desk, AsyncDisposable {
  readonly ground: Ground;
  readonly name: string;
  readonly origin: string;
  readonly bucket: string;
  readonly forge: ForgeState;
  readonly server: GitHubServer;
  /** The folder that `validate --out` has written. */
  readonly evidence: string;
  /** A clone, as the next job or the next person makes one. */
  clone(): string;
  /** Of a job, or of a person's shell. */
  environment(kind: "job" | "person"): Readonly<Record<string, string>>;
  /** How many requests the cloud, the forge and the repository have answered. */
  asked(): number;
}

export async function layWorkplace(ground: Ground, name: string): Promise<Workplace> {
  const folder = join(ground.scratch, name);
  const origin = join(ground.scratch, "origins", name);
  const [bucket, evidence] = [`models-${name}`, join(folder, "evidence")];
  const forge = forgeState({ pullRequests: knowingHeads(origin) });
  const desk = layDesk({ folder: join(folder, "desk"), origin, forge, evidence, project: name, bucket });
  const { address } = ground.cloud;
  await makeBucket(address, name, bucket);
  for (const id of [ENDPOINT, STAGING]) await makeEndpoint(address, name, id);
  const server = await gitHubServer(forge);
  let [clones, runs] = [0, 0];
  return {
    ...desk,
    ...{ ground, name, origin, bucket, forge, server, evidence },
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
      const own = kind === "job" ? job : { USER: "octocat" };
      return { ...reachable(ground, folder), ...own, ...forgeAt(server, kind) };
    },
    asked: () => ground.cloud.asked(name) + ground.origins.asked(name) + server.requests.length,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      for (const path of [folder, origin]) rmSync(path, { recursive: true, force: true });
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
