import { atEndpoint } from "../../../shared/rollout/by-hand/at-endpoint.ts";
import { heal as healEndpoint } from "../../../shared/rollout/by-hand/heal.ts";
import { underLease } from "../../../shared/rollout/by-hand/under-lease.ts";
import { placeOf } from "../../../shared/rollout/delivery/place.ts";
import { byHandResult } from "./by-hand-text.ts";
import type { CommandPorts, CommandResult, Invocation } from "./command.ts";

/** The endpoint serves again what its ledger says. */
export async function heal({ operands }: Invocation, ports: CommandPorts): Promise<CommandResult> {
  const delivery = await ports.delivery();
  const place = await placeOf(ports.resolve(operands[0]!), delivery);
  return atEndpoint(place, delivery, async (hand) =>
    byHandResult(hand.endpointId, await underLease(hand, healEndpoint)),
  );
}
