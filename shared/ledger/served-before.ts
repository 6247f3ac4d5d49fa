import { Failure } from "../failure.ts";
import type { ServedBefore } from "../gate/policy.ts";
import type { Commits, CommittedPath } from "../ports/repository.ts";
import { type Manifest, parseManifest } from "../release/manifest.ts";
import { canonicalJson } from "../schema/canonical-json.ts";
import { type Chain, parseChain } from "./chain.ts";
import { healthyLine } from "./history.ts";
import { fileOf, LEDGER_BRANCH } from "./ledger.ts";

export interface Returning {
  /** The manifest's path, from the repository's top. */
  readonly path: string;
  readonly manifest: Manifest;
  readonly champion: Manifest | null;
}

const MAX_MANIFEST_BYTES = 1 << 20;
const MAX_LEDGER_BYTES = 128 * 2 ** 20;

/** Whether a proposal brings back what served before and was well; null for everything else. */
export async function servedBefore(
  { path, manifest, champion }: Returning,
  chain: Chain | null,
  commits: Commits,
): Promise<ServedBefore | null> {
  const { digest } = manifest.artifact;
  const line = chain === null || champion?.artifact.digest === digest ? null : healthyLine(chain, digest);
  if (line === null) return null;
  const before = await manifestAt({ commit: line.commit, path }, commits);
  return {
    sequence: line.sequence,
    isSameManifest: before !== null && canonicalJson(before) === canonicalJson(manifest),
  };
}

/** The ledger as this clone has it; empty where it has none. */
export async function committedChain(endpoint: string, commits: Commits): Promise<Chain> {
  const file = fileOf(endpoint);
  for (const branch of [`origin/${LEDGER_BRANCH}`, LEDGER_BRANCH]) {
    const commit = await commits.resolve(branch);
    const bytes = commit === undefined ? undefined : await commits.read({ commit, path: file }, MAX_LEDGER_BYTES);
    if (bytes !== undefined) return parseChain(new TextDecoder().decode(bytes), file).lines;
  }
  return [];
}

/** Null where the clone does not reach so far back, or nobody can read it any more. */
async function manifestAt(place: CommittedPath, commits: Commits): Promise<Manifest | null> {
  try {
    const text = await commits.read(place, MAX_MANIFEST_BYTES);
    return text === undefined ? null : parseManifest(text, place.path);
  } catch (thrown) {
    if (thrown instanceof Failure) return null;
    throw thrown;
  }
}
