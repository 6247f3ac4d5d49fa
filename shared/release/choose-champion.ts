import type { Files } from "../ports/files.ts";
import type { Log } from "../ports/log.ts";
import type { Repositories } from "../ports/repository.ts";
import type { BucketCopies } from "./bucket-copies.ts";
import { findChampion } from "./champion.ts";
import { manifestPlace } from "./manifest-place.ts";
import { openChampion } from "./open-champion.ts";
import { type OpenRelease, openRelease, readRelease } from "./open-release.ts";

export interface Challenged {
  /** The challenger's manifest, as a whole path. */
  readonly path: string;
  /** What it calls the model. */
  readonly model: string;
  /** Of its artifact. */
  readonly digest: string;
  /** Another manifest, or a commit; null for what the base branch names. */
  readonly asked: string | null;
  /** The commit that is proposed to; null for the default branch. */
  readonly base: string | null;
  /** Where the artifact of a committed champion is laid. */
  readonly into: string;
}

interface Ports {
  readonly files: Files;
  readonly log: Log;
  readonly repositories: Repositories;
  readonly copies: BucketCopies;
  /** A path as the user wrote it, seen from where the user stands. */
  readonly resolve: (path: string) => string;
}

/** What the challenger is compared with, whose limits judge it: a file, a commit's, or what the base branch names. */
export async function chooseChampion(challenged: Challenged, ports: Ports): Promise<OpenRelease | null> {
  const { path: manifest, model, digest, asked, base, into } = challenged;
  const { files, log } = ports;
  if (asked !== null && (await files.kind(ports.resolve(asked))) === "file") {
    return openRelease(await readRelease({ path: ports.resolve(asked), title: asked }, files), ports.copies);
  }
  const { repository, path } = await manifestPlace(manifest, ports.repositories);
  const found = await findChampion({ path, model, digest, base, asked }, repository);
  if (found.kind === "committed") return openChampion(found, into, { repository: repository!, copies: ports.copies });
  log.info(`There is no champion: ${found.reason}.`);
  return null;
}
