import type { Repositories, Repository } from "../ports/repository.ts";

export interface ManifestPlace {
  /** Undefined where the manifest lies in none. */
  readonly repository: Repository | undefined;
  /** From the repository's top, else from the manifest's own folder. */
  readonly path: string;
}

/** Where a manifest lies for Git, by its whole path. */
export async function manifestPlace(manifest: string, repositories: Repositories): Promise<ManifestPlace> {
  const [, folder, name] = /^(.*)\/([^/]*)$/.exec(manifest)!;
  const repository = await repositories.find(folder || "/");
  return { repository, path: [repository?.folder, name].filter(Boolean).join("/") };
}
