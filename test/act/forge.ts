import type { WorkflowRun } from "../../shared/ports/run-artifact.ts";
import type { ArtifactStore } from "../fakes/forge/http/artifact-store.ts";
import { type ForgeState, forgeState } from "../fakes/forge/state.ts";
import { REPOSITORY } from "./events.ts";
import type { ModelRepository } from "./model-repository.ts";

export const APP_TOKEN = "ghs_theappsown0123456789abcdefghijklmnop";

/** The app that the examples ask for; everything else is written with the job's own token. */
export const WRITERS = {
  [APP_TOKEN]: { self: { login: "model-releases[bot]", id: 90_000_001 }, app: { id: 90_001, slug: "model-releases" } },
};

/** A forge whose files are those of a repository on disk, and whose artifacts are what its runs have kept. */
export function forgeOf({ read }: ModelRepository, store: Pick<ArtifactStore, "keptBy">): ForgeState {
  const runs: WorkflowRun[] = [];
  const state = forgeState({ repository: REPOSITORY, pullRequests: [], runs, files: filesIn(read) });
  return Object.defineProperty(state, "artifacts", {
    enumerable: true,
    get: () => runs.flatMap(({ id }) => archivesOf(id, store)),
  });
}

type Kept = ForgeState["artifacts"][number];

function archivesOf(run: number, { keptBy }: Pick<ArtifactStore, "keptBy">): readonly Kept[] {
  return [...keptBy(run)].map(([name, archive], index) => {
    const told = { name, run, sizeBytes: archive.length, isExpired: false, digest: null };
    return { ...told, id: run * 100 + index, archive };
  });
}

/** By the commit or branch, then by the path: looked up when somebody asks. */
function filesIn(read: ModelRepository["read"]): ForgeState["files"] {
  const at = (ref: string) => new Proxy({}, { get: (_, path) => read(ref, String(path)) });
  return new Proxy({}, { get: (_, ref) => at(String(ref)) });
}
