import { Failure, toFailure } from "../../shared/failure.ts";
import type { ServedBefore } from "../../shared/gate/policy.ts";
import type { Log } from "../../shared/ports/log.ts";
import { findChampion } from "../../shared/release/champion.ts";
import { type Manifest, type ManifestSource, readManifest } from "../../shared/release/manifest.ts";
import { escapingPaths } from "../../shared/release/paths.ts";
import { changedManifests } from "../../shared/release/proposal.ts";
import { versionConflict } from "../../shared/release/version.ts";
import { quote } from "../../shared/schema/phrases.ts";
import { failureOf } from "../../shared/schema/validate.ts";
import type { Head } from "./head.ts";

/** A release as its manifest proposes it at the head, and the one whose place it would take. */
export interface ProposedRelease {
  /** From the repository's top. */
  readonly path: string;
  readonly source: ManifestSource;
  /** The base branch's manifest of it; null for a first release. */
  readonly champion: Manifest | null;
  /** What it was before, where it comes back. */
  readonly served: ServedBefore | null;
}

/** What is proposed and what of it cannot be read. */
export interface Proposed {
  readonly releases: readonly ProposedRelease[];
  readonly failures: readonly { readonly path: string; readonly failure: Failure }[];
}

const MAX_MANIFEST_BYTES = 1 << 20;
/** As many as one check can put on record. */
const MOST_RELEASES = 64;

/** Every manifest that the head adds or changes, or the one that is asked for; the others are read whatever ails one. */
export async function proposedReleases(asked: string | null, head: Head, log: Log): Promise<Proposed> {
  const paths = asked === null ? await changedPaths(head, log) : [asked];
  const releases: ProposedRelease[] = [];
  const failures: { path: string; failure: Failure }[] = [];
  for (const path of paths) {
    try {
      releases.push(await proposedRelease(path, head));
    } catch (thrown) {
      failures.push({ path, failure: toFailure(thrown) });
    }
  }
  return { releases, failures };
}

async function changedPaths({ commits, base }: Head, log: Log): Promise<readonly string[]> {
  const changes = await changedManifests({ base, head: (await commits.resolve("HEAD"))! }, commits);
  const deleted = changes.filter(({ kind }) => kind === "deleted");
  for (const { path } of deleted) log.info(`${quote(path)} is deleted: there is nothing of it to judge.`);
  const paths = changes.filter((change) => !deleted.includes(change)).map(({ path }) => path);
  if (paths.length <= MOST_RELEASES) return paths;
  throw new Failure("limit-exceeded", `${paths.length} releases are proposed, and at most ${MOST_RELEASES} at once`, {
    fix: "Propose fewer of them in one pull request.",
  });
}

async function proposedRelease(path: string, { commits, base }: Head): Promise<ProposedRelease> {
  const head = (await commits.resolve("HEAD"))!;
  const text = await commits.read({ commit: head, path }, MAX_MANIFEST_BYTES);
  if (text === undefined) {
    const message = `${quote(path)} is not there at ${head.slice(0, 12)}`;
    throw new Failure("manifest-missing", message, { fix: "Correct the input manifest." });
  }
  const source = readManifest(text, path);
  const { manifest, problemAt } = source;
  const escaping = escapingPaths(manifest, path.slice(0, Math.max(0, path.lastIndexOf("/"))));
  if (escaping.length > 0) throw failureOf("manifest-invalid", escaping.map(problemAt));
  const found = await findChampion({ path, model: manifest.model.name, base, asked: null }, commits);
  const champion = found.kind === "committed" ? found.manifest : null;
  const conflict = champion === null ? null : versionConflict(champion, source);
  if (conflict !== null) throw failureOf("manifest-invalid", [conflict]);
  return { path, source, champion, served: null };
}
