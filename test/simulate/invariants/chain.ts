import { appended, type Chain, soundChain } from "../../../shared/ledger/chain.ts";
import { unrecorded } from "../../../shared/ledger/ledger.ts";
import type { LedgerEntry } from "../../../shared/ledger/line.ts";
import { ENDPOINT } from "../../shared/rollout/releases.ts";
import type { World } from "../../shared/rollout/world-parts.ts";
import { leaseOf } from "./change.ts";

/** The ledger's file as it lies on its branch. */
export function ledgerText({ branch }: World): string {
  return new TextDecoder().decode(branch.files.get(`${ENDPOINT}.jsonl`) ?? new Uint8Array());
}

export function isSound(world: World): boolean {
  return soundChain(ledgerText(world), "ledger").broken === null;
}

/** As far as nobody has changed it, with what waits in the lease to be told. */
export function rememberedOf(world: World): Chain {
  const { lines } = soundChain(ledgerText(world), "ledger");
  const { pending } = (leaseOf(world) ?? { pending: [] }) as { readonly pending: readonly LedgerEntry[] };
  return appended(lines, unrecorded(pending, lines));
}
