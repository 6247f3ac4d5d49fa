import { placeOf } from "../../../shared/rollout/delivery/place.ts";
import { promote } from "../../promote/run.ts";
import type { CommandPorts, CommandResult, Invocation } from "./command.ts";
import { deliveryResult } from "./promote.ts";

/** The walk of the merge once more, where the platform has kept a release back for longer than its manifest allows. */
export async function retry({ operands, options }: Invocation, ports: CommandPorts): Promise<CommandResult> {
  const evidence = options.get("evidence");
  const wish = {
    isPatient: options.has("wait"),
    isRetry: true,
    evidence: typeof evidence === "string" ? evidence : null,
    isApproved: options.has("approve"),
  };
  const delivery = await ports.delivery();
  const place = await placeOf(ports.resolve(operands[0]!), delivery);
  return deliveryResult(await promote(place, wish, delivery));
}
