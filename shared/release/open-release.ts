import type { Files } from "../ports/files.ts";
import { failureOf } from "../schema/validate.ts";
import type { BucketCopies } from "./bucket-copies.ts";
import { isInBucket } from "./bucket-place.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { escapingPaths } from "./paths.ts";

/** A manifest and where it stands: what it names in the repository is found from here. */
export interface ReadRelease {
  readonly manifest: Manifest;
  /** The manifest's own. */
  readonly folder: string;
}

export interface OpenRelease extends ReadRelease {
  /** The artifact's. */
  readonly directory: string;
}

export interface ManifestFile {
  readonly path: string;
  /** How the user called it, which is how problems name it. */
  readonly title: string;
}

const MAX_MANIFEST_BYTES = 1 << 20;

/** The manifest, refused with every problem where one of its paths leaves the repository. */
export async function readRelease({ path, title }: ManifestFile, files: Files): Promise<ReadRelease> {
  const { manifest, problemAt } = readManifest(await files.read(path, MAX_MANIFEST_BYTES), title);
  const folder = parentOf(path);
  const top = await repositoryTop(folder, files);
  const escaping = escapingPaths(manifest, folder.slice(top.length).replace(/^\//, ""));
  if (escaping.length > 0) throw failureOf("manifest-invalid", escaping.map(problemAt));
  return { manifest, folder };
}

/** The release with its artifact on this machine, wherever it lies. */
export async function openRelease(release: ReadRelease, copies: BucketCopies): Promise<OpenRelease> {
  const { uri, maxBytes } = release.manifest.artifact;
  if (!isInBucket(uri)) return besideManifest(release);
  return { ...release, directory: await copies.folder(uri, maxBytes) };
}

/** A release whose artifact lies in the repository. */
export function besideManifest({ manifest, folder }: ReadRelease): OpenRelease {
  const directory = `${folder}/${manifest.artifact.uri}`.replaceAll("/./", "/").replace(/\/+$/, "");
  return { manifest, folder, directory };
}

/** The nearest folder that holds `.git`, a folder or a worktree's file; else the manifest's own. */
async function repositoryTop(folder: string, files: Files): Promise<string> {
  for (let top = folder; top !== ""; top = parentOf(top)) {
    if ((await files.kind(`${top}/.git`)) !== "missing") return top;
  }
  return folder;
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
