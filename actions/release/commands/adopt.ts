import { adopt as adoptLive } from "../../../shared/rollout/by-hand/adopt.ts";
import { proposeAdoption } from "../../../shared/rollout/by-hand/adoption.ts";
import { atEndpoint } from "../../../shared/rollout/by-hand/at-endpoint.ts";
import { underLease } from "../../../shared/rollout/by-hand/under-lease.ts";
import { placeOf } from "../../../shared/rollout/delivery/place.ts";
import { byHandResult } from "./by-hand-text.ts";
import type { CommandPorts, CommandResult, Invocation } from "./command.ts";

/** Git and the ledger say what the endpoint was made to serve. */
export async function adopt({ operands }: Invocation, ports: CommandPorts): Promise<CommandResult> {
  const delivery = await ports.delivery();
  const place = await placeOf(ports.resolve(operands[0]!), delivery);
  const proposals = await delivery.proposals(place.repository.top);
  const { mainline } = place;
  const propose = (digest: string) => proposeAdoption(digest, place.path, { ...delivery, proposals, mainline });
  return atEndpoint(place, delivery, async (hand) =>
    byHandResult(hand.endpointId, await underLease(hand, (rest, ports) => adoptLive(rest, propose, ports))),
  );
}
