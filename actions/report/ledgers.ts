import { toFailure } from "../../shared/failure.ts";
import { type Chain, parseChain } from "../../shared/ledger/chain.ts";
import { fileOf, LEDGER_BRANCH } from "../../shared/ledger/ledger.ts";
import { servedBefore } from "../../shared/ledger/served-before.ts";
import type { Forge } from "../../shared/ports/forge.ts";
import type { Log } from "../../shared/ports/log.ts";
import type { Commits } from "../../shared/ports/repository.ts";
import type { ProposedRelease } from "./releases.ts";

/** What became of each endpoint's releases until now; null where nobody could read it. */
export type Ledgers = ReadonlyMap<string, Chain | null>;

interface Ports {
  readonly forge: Forge;
  readonly log: Log;
}

/** A job reads the ledger's branch where it is kept, whatever it has checked out. */
const MOST_BYTES = 128 * 2 ** 20;

/** The ledgers of the endpoints that the releases would be served at. */
export async function ledgersOf(releases: readonly ProposedRelease[], ports: Ports): Promise<Ledgers> {
  const targets = releases.map(({ source, champion }) => (source.manifest.target ?? champion?.target)?.endpoint);
  const endpoints = [...new Set(targets)].filter((endpoint) => endpoint !== undefined);
  const read = endpoints.map(async (endpoint) => [endpoint, await chainOf(endpoint, ports)] as const);
  return new Map(await Promise.all(read));
}

/** What each of them was before, looked up in the ledger itself: what the evidence says of it counts for nothing. */
export function withPast(
  releases: readonly ProposedRelease[],
  ledgers: Ledgers,
  commits: Commits,
): Promise<readonly ProposedRelease[]> {
  return Promise.all(
    releases.map(async (proposed) => {
      const { path, champion } = proposed;
      const { manifest } = proposed.source;
      const chain = manifest.target === undefined ? null : (ledgers.get(manifest.target.endpoint) ?? null);
      return { ...proposed, served: await servedBefore({ path, manifest, champion }, chain, commits) };
    }),
  );
}

async function chainOf(endpoint: string, { forge, log }: Ports): Promise<Chain | null> {
  const file = fileOf(endpoint);
  try {
    const bytes = await forge.readFile({ ref: LEDGER_BRANCH, path: file }, MOST_BYTES);
    return bytes === undefined ? [] : parseChain(new TextDecoder().decode(bytes), file).lines;
  } catch (thrown) {
    log.info(`The plan is made without the ledger of ${endpoint}: ${toFailure(thrown).message}`);
    return null;
  }
}
