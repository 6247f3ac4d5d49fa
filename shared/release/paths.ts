import { dotted, quote } from "../schema/phrases.ts";
import type { ReleaseManifest } from "../schema/release.types.ts";
import type { Complaint } from "./rules/rule.ts";

/** A path that a manifest names inside its repository, relative to the manifest's own folder. */
export interface RepositoryPath {
  /** JSON pointer of the field. */
  readonly at: string;
  readonly path: string;
  /** A pattern may match nothing yet. */
  readonly kind: "file" | "directory" | "pattern";
}

/** Every path in the repository that the manifest names, for those who can look whether it is there. */
export function pathsOf(manifest: ReleaseManifest): readonly RepositoryPath[] {
  return locationsOf(manifest).filter(({ path }) => !path.startsWith("gs://"));
}

/** Paths that leave the repository; `folder` is the manifest's, from the repository's top, empty at the top itself. */
export function escapingPaths(manifest: ReleaseManifest, folder: string): readonly Complaint[] {
  return pathsOf(manifest).flatMap(({ at, path }) => {
    if (pathFromTop(path, folder) !== null) return [];
    const message = `${dotted(at)} ${quote(path)} leaves the repository`;
    return [{ at, message, fix: "Name a path inside the repository." }];
  });
}

/** A manifest's path as seen from the repository's top, or null when it lies outside. */
export function pathFromTop(path: string, folder: string): string | null {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join("/");
}

/** The same for what the manifest at a path from the top names. */
export function pathBeside(manifest: string, path: string): string | null {
  return pathFromTop(path, manifest.slice(0, Math.max(0, manifest.lastIndexOf("/"))));
}

export function locationsOf(manifest: ReleaseManifest): readonly RepositoryPath[] {
  const { artifact, provenance, preprocessing, evaluation, golden, monitoring } = manifest;
  const { signedBy } = artifact;
  const separate = preprocessing && "ref" in preprocessing ? preprocessing : undefined;
  const named: readonly (readonly [at: string, kind: RepositoryPath["kind"], path: string | undefined])[] = [
    ["/artifact/uri", "directory", artifact.uri],
    ["/artifact/signedBy/key", "file", signedBy && "key" in signedBy ? signedBy.key : undefined],
    [
      "/artifact/signedBy/certificate",
      "file",
      signedBy && "certificate" in signedBy ? signedBy.certificate : undefined,
    ],
    ["/provenance/dependencies", "file", provenance?.dependencies],
    ["/preprocessing/ref", "directory", separate?.ref],
    ["/preprocessing/parityCases", "file", separate?.parityCases],
    ["/evaluation/dataset/uri", "file", evaluation?.dataset.uri],
    ["/golden/file", "file", golden?.file],
    ["/monitoring/source", "pattern", monitoring?.source],
    ["/monitoring/groundTruth/uri", "pattern", monitoring?.groundTruth?.uri],
  ];
  return named.flatMap(([at, kind, path]) => (path === undefined ? [] : [{ at, kind, path }]));
}
