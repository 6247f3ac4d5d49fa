import { Failure, toFailure } from "../../failure.ts";
import type { NotDone } from "../../ports/outcome.ts";
import { rememberedChain } from "../memory.ts";
import type { HandPorts } from "./at-endpoint.ts";
import { type SeenLease, seeLease } from "./seen-lease.ts";
import { type EndpointStatus, statusOf } from "./status.ts";
import { fixOf } from "./under-lease.ts";

/** Looks at an endpoint, its lease and its ledger, and changes nothing. */
export async function look(manifest: string, ports: HandPorts): Promise<EndpointStatus> {
  const { endpointId } = ports;
  const read = await ports.endpoint.read();
  if (read.kind !== "done") throw unreachable(endpointId, read);
  const lease = await leaseOf(ports);
  const chain = await rememberedChain(endpointId, { intent: null, pending: lease?.pending ?? [] }, ports);
  if (chain === null) {
    throw new Failure("ledger-unreachable", "the ledger cannot be read", { fix: "Run it again." });
  }
  const desired = await ports.desire(chain.at(-1)?.commit ?? null, chain);
  return statusOf({ endpointId, manifest, desired, chain, endpoint: read.value, lease });
}

function unreachable(endpointId: string, outcome: NotDone): Failure {
  const message = `endpoint ${endpointId} cannot be read: ${outcome.message}`;
  return new Failure("endpoint-unreachable", message, { fix: fixOf(outcome) });
}

/** Before the first release there may be no bucket yet: whoever looks sees the endpoint nevertheless. */
async function leaseOf(ports: HandPorts): Promise<SeenLease | null> {
  try {
    return await seeLease(ports);
  } catch (thrown) {
    const { code, message } = toFailure(thrown);
    if (code === "internal") throw thrown;
    ports.log.info(`Whether somebody is at work cannot be seen: ${message}`);
    return null;
  }
}
