import { Failure } from "../../shared/failure.ts";
import type { Files } from "../../shared/ports/files.ts";
import type { Log } from "../../shared/ports/log.ts";
import type { Repositories } from "../../shared/ports/repository.ts";
import type { ManifestFile } from "../../shared/release/open-release.ts";
import { proposedManifests } from "../../shared/release/proposed.ts";
import { quote } from "../../shared/schema/phrases.ts";
import type { StepInputs } from "./inputs.ts";

interface Ports {
  readonly resolve: (path: string) => string;
  readonly files: Files;
  readonly log: Log;
  readonly repositories: Repositories;
  /** The commit that is proposed to; null for the default branch. */
  readonly base: string | null;
}

/** The manifests that a step validates: the one that it names, or every one that the pull request adds or changes. */
export async function askedManifests(
  { manifest, champion }: Pick<StepInputs, "manifest" | "champion">,
  ports: Ports,
): Promise<readonly ManifestFile[]> {
  const { resolve, files } = ports;
  if (manifest !== null) return [{ path: resolve(manifest), title: manifest }];
  if (champion !== null && (await files.kind(resolve(champion))) === "file") {
    throw new Failure(
      "usage",
      `the champion is a file, ${quote(champion)}, and each release has a champion of its own`,
      { fix: "Name the manifest as well, or a commit as the champion." },
    );
  }
  return proposedManifests({ folder: resolve("."), base: ports.base }, ports);
}
