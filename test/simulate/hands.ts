import { readLedger } from "../../shared/ledger/ledger.ts";
import { adopt } from "../../shared/rollout/by-hand/adopt.ts";
import type { HandPorts } from "../../shared/rollout/by-hand/at-endpoint.ts";
import { heal } from "../../shared/rollout/by-hand/heal.ts";
import { look } from "../../shared/rollout/by-hand/look.ts";
import { underLease } from "../../shared/rollout/by-hand/under-lease.ts";
import { planOf } from "../../shared/rollout/plan.ts";
import type { RolloutPorts } from "../../shared/rollout/ports.ts";
import { ENDPOINT } from "../shared/rollout/releases.ts";
import { LEASE, type World } from "../shared/rollout/world-parts.ts";

/** What a person runs on the command line, beside all the runs of a workflow. */
export type Command = "heal" | "adopt" | "status";

/** In what words it ended. */
export async function byHand(
  command: Command,
  { holder, world }: { readonly holder: string; readonly world: World },
  ports: RolloutPorts,
): Promise<string> {
  const hand: HandPorts = { ...ports, endpointId: ENDPOINT, leaseObject: LEASE, holder };
  if (command === "status") return looked(world, hand);
  if (command === "heal") return said(await underLease(hand, heal));
  return said(await underLease(hand, (rest, at) => adopt(rest, async (digest) => merged(digest, world), at)));
}

/** Who looks sees the plan, and how the endpoint stands. */
async function looked({ main }: World, ports: HandPorts): Promise<string> {
  const chain = await readLedger(ENDPOINT, { branch: ports.ledger, log: ports.log });
  const [champion, challenger] = [main.commits.at(-2)?.manifest ?? null, main.commits.at(-1)!.manifest];
  const plan = challenger === null && champion === null ? null : planOf({ challenger, champion, chain });
  const { state } = await look("release.yaml", ports);
  return `${plan?.steps.length ?? 0} steps, ${state}`;
}

/** People merge at once what is proposed to them. */
function merged(digest: string, { main }: World) {
  const at = main.commits.findLastIndex(({ manifest }) => manifest?.artifact.digest === digest);
  if (at < 0) return { kind: "none", reason: "no commit has it", fix: "Heal it." } as const;
  main.restore(at);
  return { kind: "proposed", branch: "adopt", reason: "it is merged" } as const;
}

function said({ outcome, reason }: { readonly outcome: string; readonly reason: string }): string {
  return `${outcome}: ${reason}`;
}
