import { Failure } from "../../shared/failure.ts";
import type { Chain } from "../../shared/ledger/chain.ts";
import { championOf, healthyLine, healthyLines } from "../../shared/ledger/history.ts";
import type { LedgerLine } from "../../shared/ledger/line.ts";
import { committedChain } from "../../shared/ledger/served-before.ts";
import type { Repositories, Repository } from "../../shared/ports/repository.ts";
import { isInBucket } from "../../shared/release/bucket-place.ts";
import type { Manifest } from "../../shared/release/manifest.ts";
import { manifestPlace } from "../../shared/release/manifest-place.ts";
import { pathBeside } from "../../shared/release/paths.ts";
import { manifestsAt } from "../../shared/rollout/delivery/tip.ts";
import { MOST_LOOKED_AT } from "../../shared/rollout/preflight/nearest.ts";

interface Proposed {
  /** The manifest's whole path. */
  readonly path: string;
  readonly manifest: Manifest;
}

const LOST: ReadonlySet<Failure["code"]> = new Set(["artifact-missing", "bucket-missing"]);
const MODEL = "saved_model.pb";

/** What keeps a revert from being released, with the release that can be brought back in its place, if one can. */
export async function withNearest(
  thrown: unknown,
  { path: whole, manifest }: Proposed,
  { repositories }: { readonly repositories: Repositories },
): Promise<unknown> {
  if (!(thrown instanceof Failure) || !LOST.has(thrown.code) || manifest.target === undefined) return thrown;
  const { repository, path } = await manifestPlace(whole, repositories);
  if (repository === undefined) return thrown;
  try {
    const chain = await committedChain(manifest.target.endpoint, repository);
    if (healthyLine(chain, manifest.artifact.digest) === null) return thrown;
    const served = championOf(chain)?.digest ?? "";
    const nearest = await nearestIn(chain, { repository, path, apart: new Set([manifest.artifact.digest, served]) });
    return nearest === null ? thrown : offering(thrown, nearest);
  } catch (other) {
    // The ledger only says what else one may do.
    if (other instanceof Failure) return thrown;
    throw other;
  }
}

interface Past {
  readonly repository: Repository;
  readonly path: string;
  /** The digests of what is lost, and of what is to be taken back. */
  readonly apart: ReadonlySet<string>;
}

async function nearestIn(chain: Chain, past: Past): Promise<LedgerLine | null> {
  for (const line of healthyLines(chain, past.apart).slice(0, MOST_LOOKED_AT))
    if (await isKept(line, past)) return line;
  return null;
}

/** Whether the commit that was healthy still has the artifact; what lies in a bucket is not asked for. */
async function isKept({ commit, digest }: LedgerLine, { repository, path }: Past): Promise<boolean> {
  if ((await repository.resolve(commit)) === undefined) return false;
  const manifest = (await manifestsAt(commit, repository)).get(path);
  if (manifest?.artifact.digest !== digest) return false;
  if (isInBucket(manifest.artifact.uri)) return true;
  const folder = pathBeside(path, manifest.artifact.uri);
  const models = await repository.changes({ from: null, to: commit }, [MODEL]);
  return models.some((file) => file.path === `${folder}/${MODEL}`);
}

function offering(failure: Failure, { model, version, commit }: LedgerLine): Failure {
  const { code, message, fix, problems } = failure;
  const offer = `Or bring back ${model} ${version}, which was well too: it is whole at commit ${commit.slice(0, 12)}.`;
  return new Failure(code, message, { fix: `${fix} ${offer}`, cause: failure, problems });
}
