import { Failure } from "../failure.ts";
import type { Commits, CommittedPath } from "../ports/repository.ts";
import { quote } from "../schema/phrases.ts";
import { type Manifest, parseManifest } from "./manifest.ts";
import { pathBeside } from "./paths.ts";
import { changedManifests, type Proposal, proposalOf } from "./proposal.ts";

/** What is known of the challenger before its champion is looked for. */
export interface ChampionQuestion {
  /** The challenger's manifest, from the repository's top. */
  readonly path: string;
  /** What the manifest calls the model. */
  readonly model: string;
  /** Of the challenger's artifact; without, a challenger that is merged already is compared with itself. */
  readonly digest?: string;
  /** The commit, branch or revision that the proposal is made to; null for the default branch. */
  readonly base: string | null;
  /** The commit, branch or tag that a person asked to compare with; null for what the base branch names. */
  readonly asked: string | null;
}

/** The release that a challenger would take the place of, as it was committed; or why there is none. */
export type Champion =
  | {
      readonly kind: "committed";
      readonly manifest: Manifest;
      readonly place: CommittedPath;
      /** Where its artifact was committed; null when it lies in a bucket. */
      readonly artifact: CommittedPath | null;
    }
  | { readonly kind: "none"; readonly reason: string };

const MAX_MANIFEST_BYTES = 1 << 20;

/** The manifest of the same path at the base branch's tip, and of the path that it had before the proposal renamed it. */
export async function findChampion(question: ChampionQuestion, repository: Commits | undefined): Promise<Champion> {
  const { base, asked } = question;
  if (repository === undefined) {
    if (asked === null) return none("the manifest lies in no Git repository");
    throw new Failure("usage", `${quote(asked)} is no file, and there is no Git repository to find it in`, {
      fix: "Name the champion's release.yaml.",
    });
  }
  const proposal = await proposalOf(asked ?? base, repository);
  if (proposal === null) return none("the repository has no base branch: name the champion, or the base");
  const { path, digest } = question;
  const unmoved = await championAt({ commit: proposal.base, path }, repository);
  const isTip = asked === null && proposal.base === proposal.head;
  const isMerged = isTip && unmoved !== undefined && unmoved.manifest.artifact.digest === digest;
  if (isMerged) return (await replaced(question, repository)) ?? none(`${path} is a first release`);
  const champion = unmoved ?? (await movedChampion(question, proposal, repository));
  if (champion === undefined && asked !== null) throw missingManifest(path, asked);
  return champion ?? none(`${path} is a first release`);
}

/** As far back as a branch is looked through. */
const MOST_COMMITS = 200;

/** On the default branch itself: what the release that is there took the place of. */
async function replaced({ path, digest }: ChampionQuestion, repository: Commits): Promise<Committed | undefined> {
  for (let back = 1; back <= MOST_COMMITS; back += 1) {
    const commit = await repository.resolve(`HEAD~${back}`);
    const before = commit === undefined ? undefined : await championAt({ commit, path }, repository);
    if (before?.manifest.artifact.digest !== digest) return before;
  }
  return undefined;
}

/** What Git takes for renamed comes first; a file that was rewritten as well is told by its model's name. */
async function movedChampion(
  { path, model }: ChampionQuestion,
  proposal: Proposal,
  repository: Commits,
): Promise<Champion | undefined> {
  const changes = await changedManifests(proposal, repository);
  const renamed = changes.find((change) => change.kind === "renamed" && change.path === path);
  const deleted = changes.filter(({ kind }) => kind === "deleted");
  const origins = [...(renamed?.kind === "renamed" ? [renamed.from] : []), ...deleted.map((change) => change.path)];
  for (const origin of origins) {
    const champion = await readableAt({ commit: proposal.base, path: origin }, repository);
    if (champion?.manifest.model.name === model) return champion;
  }
  return undefined;
}

/** A manifest that nobody can read is not known to be this model's. */
async function readableAt(place: CommittedPath, repository: Commits): Promise<Committed | undefined> {
  try {
    return await championAt(place, repository);
  } catch (error) {
    if (error instanceof Failure && error.code === "manifest-invalid") return undefined;
    throw error;
  }
}

type Committed = Extract<Champion, { kind: "committed" }>;

async function championAt(place: CommittedPath, repository: Commits): Promise<Committed | undefined> {
  const text = await repository.read(place, MAX_MANIFEST_BYTES);
  if (text === undefined) return undefined;
  const manifest = parseManifest(text, `${place.path} at ${place.commit.slice(0, 12)}`);
  return { kind: "committed", manifest, place, artifact: artifactOf(manifest, place) };
}

function artifactOf({ artifact: { uri } }: Manifest, { commit, path }: CommittedPath): CommittedPath | null {
  if (uri.startsWith("gs://")) return null;
  const found = pathBeside(path, uri);
  if (found !== null) return { commit, path: found };
  throw new Failure("manifest-invalid", `${path} at ${commit.slice(0, 12)}: artifact.uri leaves the repository`, {
    fix: "Compare with another commit, by --champion.",
  });
}

function missingManifest(path: string, asked: string): Failure {
  return new Failure("manifest-missing", `${quote(asked)} holds no ${path}, nor what it was renamed from`, {
    fix: "Name a commit that holds it, or the champion's release.yaml.",
  });
}

function none(reason: string): Champion {
  return { kind: "none", reason };
}
