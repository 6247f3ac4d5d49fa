import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { type ExampleCloud, exampleCloud } from "../act/cloud.ts";
import { bringHere } from "../act/here.ts";
import { layModelRepository } from "../act/model-repository.ts";
import { layActions } from "../act/stand-ins.ts";
import { native } from "../act/world.ts";
import { artifactStore } from "../fakes/forge/http/artifact-store.ts";
import { project } from "../repo/project.ts";
import { type Gitea, PERSON, startGitea } from "./gitea.ts";
import { type JobRunner, jobRunner } from "./runner.ts";

/** A person with a clone of a private repository on a real forge, a runner that takes its jobs, and the cloud. */
export interface ForgeWorld {
  readonly gitea: Gitea;
  readonly runner: JobRunner;
  readonly cloud: ExampleCloud;
  /** The person's clone. */
  readonly folder: string;
  git(...words: readonly string[]): string;
}

export const REPOSITORY = `${PERSON}/models`;

export async function layForgeWorld(): Promise<ForgeWorld> {
  const scratch = mkdtempSync(join(tmpdir(), "forge-"));
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }));
  const gitea = await startGitea(scratch);
  onTestFinished(() => gitea[Symbol.asyncDispose]());
  await gitea.ask("POST", "/user/repos", { name: "models", private: true, default_branch: "main" });
  const cloud = await exampleCloud();
  onTestFinished(() => cloud[Symbol.asyncDispose]());
  const { folder, git } = layModelRepository(scratch, ["scheduled-reconcile"]);
  rmSync(join(folder, ".github/workflows"), { recursive: true });
  cpSync(join(project, "test/forge/workflows"), join(folder, ".github/workflows"), { recursive: true });
  bringHere(folder);
  const signed = gitea.url.replace("//", `//${PERSON}:${gitea.token}@`);
  git("remote", "set-url", "origin", `${signed}/${REPOSITORY}.git`);
  return { gitea, cloud, folder, git, runner: await runnerOf(scratch, gitea, cloud) };
}

async function runnerOf(scratch: string, gitea: Gitea, { emulator }: ExampleCloud): Promise<JobRunner> {
  const artifacts = await artifactStore();
  onTestFinished(() => artifacts[Symbol.asyncDispose]());
  const environment = {
    MODEL_RELEASE_RUNTIME: dirname(native?.folder ?? ""),
    MODEL_RELEASE_VERTEX_API: emulator.vertex,
    MODEL_RELEASE_STORAGE_API: emulator.storage,
  };
  return jobRunner(gitea, { scratch, artifacts, actions: layActions(scratch), variables: {}, environment });
}
