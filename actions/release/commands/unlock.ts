import { plain } from "../../../shared/action/terminal.ts";
import { atEndpoint, type HandPorts } from "../../../shared/rollout/by-hand/at-endpoint.ts";
import { freeLease, type SeenLease, seeLease } from "../../../shared/rollout/by-hand/seen-lease.ts";
import { placeOf } from "../../../shared/rollout/delivery/place.ts";
import type { CommandPorts, CommandResult, Invocation } from "./command.ts";

interface LeaseDocument {
  readonly schema: "model-release/lease-status/v1";
  readonly endpoint: string;
  readonly state: "free" | "held" | "stale";
  readonly holder: string | null;
  /** Until it runs out, negative since it has; null where it is free. */
  readonly secondsLeft: number | null;
  /** What was begun and not ended. */
  readonly underway: { readonly kind: string; readonly version: string } | null;
  readonly isFreed: boolean;
}

/** Who may write to an endpoint now, and for how long; a lease that nobody renews is given back on request. */
export async function unlock({ operands, options }: Invocation, ports: CommandPorts): Promise<CommandResult> {
  const delivery = await ports.delivery();
  const place = await placeOf(ports.resolve(operands[0]!), delivery);
  const isForced = options.has("force");
  const document = await atEndpoint(place, delivery, (hand) => unlocked(isForced, hand));
  const isRefused = isForced && document.state === "held";
  return { exitCode: isRefused ? 1 : 0, document, text: () => leaseText(document, isForced) };
}

async function unlocked(isForced: boolean, ports: HandPorts): Promise<LeaseDocument> {
  const seen = await seeLease(ports);
  if (!isForced || seen === null || seen.state !== "stale") return documentOf(ports.endpointId, seen);
  if (await freeLease(seen, ports))
    return { ...documentOf(ports.endpointId, { ...seen, state: "free" }), isFreed: true };
  return documentOf(ports.endpointId, await seeLease(ports));
}

function documentOf(endpoint: string, seen: SeenLease | null): LeaseDocument {
  const state = seen?.state ?? "free";
  const intent = seen?.intent ?? null;
  return {
    schema: "model-release/lease-status/v1",
    endpoint,
    state,
    holder: state === "free" ? null : seen!.holder,
    secondsLeft: state === "free" ? null : Math.round(seen!.leftMs / 1000),
    underway: intent && { kind: intent.kind, version: intent.release.version },
    isFreed: false,
  };
}

function leaseText(document: LeaseDocument, isForced: boolean): string {
  const { endpoint, state, holder, secondsLeft, underway, isFreed } = document;
  const name = `The lease of endpoint ${plain(endpoint)}`;
  const held = `${name} is held by ${plain(holder ?? "")}`;
  const sentences = {
    free: isFreed ? `${name} was stale, and is free now.` : `${name} is free.`,
    stale: `${held}, who let it run out ${-(secondsLeft ?? 0)} s ago: whoever comes next takes it${isForced ? "" : ", and --force frees it now"}.`,
    held: `${held}, for ${secondsLeft} s unless it is renewed.${isForced ? " It is alive, so it is not freed: cancel that run, and wait a minute." : ""}`,
  };
  const begun = underway && ` A ${underway.kind} of ${plain(underway.version, 40)} is not ended: the next run goes on.`;
  return `${sentences[state]}${begun ?? ""}`;
}
