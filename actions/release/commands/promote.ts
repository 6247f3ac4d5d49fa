import { type DeliveryDocument, EXIT_CODES } from "../../../shared/rollout/delivery/document.ts";
import { placeOf } from "../../../shared/rollout/delivery/place.ts";
import { promote as promoteRelease } from "../../promote/run.ts";
import type { CommandPorts, CommandResult, Invocation } from "./command.ts";

/** The walk of the merge, on a person's machine. */
export async function promote({ operands, options }: Invocation, ports: CommandPorts): Promise<CommandResult> {
  const evidence = options.get("evidence");
  const wish = {
    isPatient: options.has("wait"),
    isRetry: false,
    evidence: typeof evidence === "string" ? evidence : null,
    isApproved: options.has("approve"),
  };
  const delivery = await ports.delivery();
  const place = await placeOf(ports.resolve(operands[0]!), delivery);
  return deliveryResult(await promoteRelease(place, wish, delivery));
}

export function deliveryResult(document: DeliveryDocument): CommandResult {
  return { exitCode: EXIT_CODES[document.outcome], document, text: () => deliveryLines(document).join("\n") };
}

function deliveryLines({ outcome, reason, fix, release, calls, incident }: DeliveryDocument): readonly string[] {
  const name = release === null ? "" : `${release.model} ${release.version}: `;
  const writes = `${calls.length} ${calls.length === 1 ? "write" : "writes"} at the platform`;
  return [
    `${name}${outcome}: ${reason} (${writes})`,
    ...(fix === null ? [] : [`fix: ${fix}`]),
    ...(incident === null ? [] : [`incident: ${incident}`]),
  ];
}
