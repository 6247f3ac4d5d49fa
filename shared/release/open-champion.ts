import type { Repository } from "../ports/repository.ts";
import type { BucketCopies } from "./bucket-copies.ts";
import type { Champion } from "./champion.ts";
import { type OpenRelease, openRelease } from "./open-release.ts";

/** Each file is a question to Git. */
const MAX_FILES = 10_000;

interface Sources {
  readonly repository: Repository;
  readonly copies: BucketCopies;
}

/** A committed champion with its artifact as it was, in a folder that is made for it; the caller removes that. */
export async function openChampion(
  { manifest, artifact }: Extract<Champion, { kind: "committed" }>,
  folder: string,
  { repository, copies }: Sources,
): Promise<OpenRelease> {
  if (artifact === null) return openRelease({ manifest, folder }, copies);
  const directory = `${folder}/artifact`;
  await repository.copy(artifact, directory, { maxFiles: MAX_FILES, maxBytes: manifest.artifact.maxBytes });
  return { manifest, folder, directory };
}
