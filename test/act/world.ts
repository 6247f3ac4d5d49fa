import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { findNativeRuntime } from "../../shared/adapters/system/native-runtime.ts";
import { type ArtifactStore, artifactStore } from "../fakes/forge/http/artifact-store.ts";
import { gitHubServer, TOKEN } from "../fakes/forge/http/github.ts";
import type { ForgeState } from "../fakes/forge/state.ts";
import type { Runner } from "./act.ts";
import { type ExampleCloud, exampleCloud } from "./cloud.ts";
import { REPOSITORY } from "./events.ts";
import { APP_TOKEN, forgeOf, WRITERS } from "./forge.ts";
import { bringHere } from "./here.ts";
import { layModelRepository, type ModelRepository } from "./model-repository.ts";
import { layActions } from "./stand-ins.ts";

/** A model repository as an example has it, its forge, its cloud, and what runs its workflows. */
export interface World {
  readonly repository: ModelRepository;
  readonly forge: ForgeState;
  readonly cloud: ExampleCloud;
  readonly runner: Runner;
}

/** TensorFlow, which the examples measure with; undefined where it has not been set up. */
export const native = await findNativeRuntime(process.env);

/** Examples that a repository may have side by side, with a first release on main that nothing serves. */
export async function layWorld(...examples: readonly string[]): Promise<World> {
  const scratch = mkdtempSync(join(tmpdir(), "act-"));
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }));
  const repository = layModelRepository(scratch, examples);
  bringHere(repository.folder);
  repository.commit("the first release");
  repository.git("push", "--quiet", "origin", "main");
  const artifacts = await artifactStore();
  onTestFinished(() => artifacts[Symbol.asyncDispose]());
  const forge = forgeOf(repository, artifacts);
  const cloud = await exampleCloud();
  onTestFinished(() => cloud[Symbol.asyncDispose]());
  return { repository, forge, cloud, runner: await runnerOf({ scratch, artifacts, repository, forge, cloud }) };
}

interface Parts extends Omit<World, "runner"> {
  readonly scratch: string;
  readonly artifacts: ArtifactStore;
}

async function runnerOf({ scratch, artifacts, repository, forge, cloud: { emulator } }: Parts): Promise<Runner> {
  const server = await gitHubServer(forge, WRITERS);
  onTestFinished(async () => {
    await server[Symbol.asyncDispose]();
    expect(server.violations).toEqual([]);
  });
  const actions = layActions(scratch);
  return {
    scratch,
    artifacts,
    actions,
    workflows: repository.folder,
    forge: {
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_API_URL: server.apiUrl,
      GITHUB_GRAPHQL_URL: `${server.apiUrl}/graphql`,
      GITHUB_SERVER_URL: "https://github.com",
    },
    secrets: { GITHUB_TOKEN: TOKEN, MODEL_RELEASE_APP_KEY: "the key of the app" },
    variables: { MODEL_RELEASE_APP_ID: "90001" },
    environment: {
      MODEL_RELEASE_RUNTIME: dirname(native?.folder ?? ""),
      MODEL_RELEASE_VERTEX_API: emulator.vertex,
      MODEL_RELEASE_STORAGE_API: emulator.storage,
      STAND_IN_ORIGIN: repository.origin,
      STAND_IN_HOUSE: actions["OWNER/model-release@COMMIT"]!,
      STAND_IN_APP_TOKEN: APP_TOKEN,
    },
  };
}
