import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { git } from "../../../contract/git-repository.ts";
import { digestOf } from "../releases.ts";

export const MANIFEST = "models/churn/release.yaml";

export interface Repository {
  /** Where people work. */
  readonly folder: string;
  /** Null where the repository is kept nowhere else. */
  readonly origin: string | null;
  readonly environment: { readonly PATH: string | undefined; readonly HOME: string };
}

/** A repository that releases have been merged to, with an origin of its own or without. */
export function repositoryIn(scratch: string, { hasOrigin = true } = {}): Repository {
  const folder = mkdtempSync(join(scratch, "work-"));
  const environment = { PATH: process.env.PATH, HOME: scratch };
  git(folder, ["init", "--quiet", "--template=", "--initial-branch=main"]);
  write(folder, { "README.md": "models\n" });
  commit(folder, "first");
  if (!hasOrigin) return { folder, origin: null, environment };
  const origin = mkdtempSync(join(scratch, "origin-"));
  git(origin, ["clone", "--quiet", "--bare", folder, "."]);
  git(folder, ["remote", "add", "origin", origin]);
  return { folder, origin, environment };
}

/** What a release of that letter has in the repository. */
export function release(name: string, path = MANIFEST): Record<string, string> {
  return {
    [path]: `apiVersion: model-release/v1
model: {name: churn, version: ${name.charCodeAt(0) - 96}.0.0, owner: growth}
artifact: {uri: model, digest: "${digestOf(name)}"}
contract:
  inputs: [{name: x, dtype: float32, shape: [-1, 1]}]
  outputs: [{name: y, dtype: float32, shape: [-1, 1]}]
gates: {quality: {level: "off"}, golden: {level: "off"}}
`,
    [join(dirname(path), "model/saved_model.pb")]: `model ${name}\n`,
  };
}

export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

export function commit(folder: string, message: string): string {
  git(folder, ["add", "--all"]);
  git(folder, ["commit", "--quiet", "--allow-empty", "-m", message]);
  return git(folder, ["rev-parse", "HEAD"]).trim();
}

export type Merge = "merge" | "squash" | "rebase";

/** A pull request of two commits, the artifact before its manifest, as a forge merges it. */
export function mergePull({ folder }: Repository, how: Merge, files: Readonly<Record<string, string>>): string {
  git(folder, ["switch", "--quiet", "--create", "topic"]);
  const manifests = Object.entries(files).filter(([path]) => path.endsWith("release.yaml"));
  write(folder, Object.fromEntries(Object.entries(files).filter(([path]) => !path.endsWith("release.yaml"))));
  commit(folder, "train @octocat, fixes #12");
  write(folder, Object.fromEntries(manifests));
  commit(folder, "release, fixes #12");
  git(folder, ["switch", "--quiet", "main"]);
  if (how === "merge") git(folder, ["merge", "--quiet", "--no-ff", "-m", "Merge pull request #7", "topic"]);
  if (how === "rebase") git(folder, ["merge", "--quiet", "--ff-only", "topic"]);
  if (how === "squash") {
    git(folder, ["merge", "--quiet", "--squash", "topic"]);
    git(folder, ["commit", "--quiet", "-m", "Release (#7)"]);
  }
  git(folder, ["branch", "--quiet", "-D", "topic"]);
  return git(folder, ["rev-parse", "HEAD"]).trim();
}

export function publish({ folder, origin }: Repository): void {
  if (origin !== null) git(folder, ["push", "--quiet", "--force", "origin", "main"]);
}

/** What a file holds where proposals are kept; null where it is not there. */
export function fileAt({ folder, origin }: Repository, revision: string, path: string): string | null {
  try {
    return git(origin ?? folder, ["cat-file", "blob", `${revision}:${path}`]);
  } catch {
    return null;
  }
}
