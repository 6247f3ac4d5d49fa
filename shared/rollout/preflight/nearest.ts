import type { Chain } from "../../ledger/chain.ts";
import { healthyLines } from "../../ledger/history.ts";
import type { LedgerLine } from "../../ledger/line.ts";
import type { RolloutPorts } from "../ports.ts";
import { restorable } from "./restorable.ts";

/** So many are looked at: whoever has to go farther back chooses for themselves. */
export const MOST_LOOKED_AT = 5;

/** The release that was well last, apart from those that are named, and can be deployed again; null where none can. */
export async function nearestRestorable(
  chain: Chain,
  apart: ReadonlySet<string>,
  ports: Pick<RolloutPorts, "registry" | "bucket">,
): Promise<LedgerLine | null> {
  for (const line of healthyLines(chain, apart).slice(0, MOST_LOOKED_AT)) {
    if ((await restorable(line, ports)).kind === "well") return line;
  }
  return null;
}
