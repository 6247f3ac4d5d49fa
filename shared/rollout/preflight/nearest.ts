import type { Chain } from "../../ledger/chain.ts";
import { healthyLine } from "../../ledger/history.ts";
import type { LedgerLine } from "../../ledger/line.ts";
import type { RolloutPorts } from "../ports.ts";
import { restorable } from "./restorable.ts";

/** So many are looked at: whoever has to go farther back chooses for themselves. */
const MOST_LOOKED_AT = 5;

/** The release that was well last, apart from those that are named, and can be deployed again; null where none can. */
export async function nearestRestorable(
  chain: Chain,
  apart: ReadonlySet<string>,
  ports: Pick<RolloutPorts, "registry" | "bucket">,
): Promise<LedgerLine | null> {
  const digests = new Set(chain.toReversed().map(({ digest }) => digest));
  const healthy = [...digests].filter((digest) => !apart.has(digest)).map((digest) => healthyLine(chain, digest));
  const newestFirst = healthy.filter((line) => line !== null).toSorted((a, b) => b.sequence - a.sequence);
  for (const line of newestFirst.slice(0, MOST_LOOKED_AT)) {
    if ((await restorable(line, ports)).kind === "well") return line;
  }
  return null;
}
