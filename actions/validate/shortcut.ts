import type { Shortcut } from "../../shared/evidence/evidence.ts";
import { toFailure } from "../../shared/failure.ts";
import type { ServedBefore } from "../../shared/gate/policy.ts";
import { committedChain, servedBefore } from "../../shared/ledger/served-before.ts";
import type { Log } from "../../shared/ports/log.ts";
import type { Repositories } from "../../shared/ports/repository.ts";
import type { Manifest } from "../../shared/release/manifest.ts";
import { manifestPlace } from "../../shared/release/manifest-place.ts";

interface Proposed {
  /** The manifest's whole path. */
  readonly path: string;
  readonly manifest: Manifest;
  readonly champion: Manifest | null;
}

/** A revert is green in seconds: what served before is not measured again. Whoever reports looks it up once more. */
export async function returning(
  { path, manifest, champion }: Proposed,
  { repositories, log }: { readonly repositories: Repositories; readonly log: Log },
): Promise<ServedBefore | null> {
  if (manifest.target === undefined || champion === null) return null;
  const { repository, path: fromTop } = await manifestPlace(path, repositories);
  if (repository === undefined) return null;
  try {
    const chain = await committedChain(manifest.target.endpoint, repository);
    const served = await servedBefore({ path: fromTop, manifest, champion }, chain, repository);
    if (served !== null)
      log.info(`This very release served before and was well: line ${served.sequence} of the ledger.`);
    return served;
  } catch (thrown) {
    log.info(`The ledger is not read, so everything is measured: ${toFailure(thrown).message}`);
    return null;
  }
}

export function shortcutOf(served: ServedBefore | null): Shortcut | null {
  return served === null ? null : { healthy: served.sequence };
}
