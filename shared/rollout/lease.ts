import { Failure } from "../failure.ts";
import type { Bucket, Generation } from "../ports/bucket.ts";
import type { Clock } from "../ports/clock.ts";
import { readableJson } from "../schema/canonical-json.ts";
import { parseJson } from "../schema/json.ts";
import type { JsonSchema } from "../schema/json-schema.ts";
import schema from "../schema/lease.schema.json" with { type: "json" };
import { validate } from "../schema/validate.ts";
import type { Memory } from "./intent.ts";

/** The right to write to one endpoint, for a while; and the memory of whoever held it before. */
export interface HeldLease {
  readonly object: string;
  readonly holder: string;
  /** One more with each holder: what an earlier one still sends is told apart by it. */
  readonly fence: number;
  readonly generation: Generation;
  /** Whoever held it before may not know yet that it is gone, and be about to write. */
  readonly isTakenOver?: boolean;
  /** By the bucket's clock when this was written, and by ours before and after. */
  readonly writtenMs: number;
  readonly writtenElapsedMs: number;
  readonly answeredElapsedMs: number;
  readonly memory: Memory;
}

export interface LeasePorts {
  readonly bucket: Bucket;
  readonly clock: Clock;
}

export interface Busy {
  readonly holder: string;
  /** In how many milliseconds it may be taken, if it is not renewed. */
  readonly forMs: number;
}

interface LeaseDocument extends Memory {
  readonly schema: "model-release/lease/v1";
  readonly holder: string | null;
  readonly expiresMs: number;
  readonly fence: number;
}

const LEASE_MS = 60_000;
/** What is written takes a while to arrive. */
const MARGIN_MS = 5_000;
const MOST_BYTES = 2 ** 20;
const LIMITS = { maxBytes: MOST_BYTES, maxDepth: 8, maxValues: 2 ** 16 };
const CONTENT = "application/json";
const FIRST_FENCE = 1;

/** Where an endpoint's lease lies in its manifest's bucket. */
export function leaseObjectOf(endpointId: string): string {
  return `.model-release/${endpointId}.lease.json`;
}

/** Takes the lease if nobody holds it, or if whoever does has not renewed it in time. */
export async function acquireLease(object: string, holder: string, ports: LeasePorts): Promise<HeldLease | Busy> {
  const askedMs = ports.clock.elapsedMs();
  const found = await ports.bucket.read({ object, maxBytes: MOST_BYTES });
  // How long its answer was on its way nobody knows: ours is to end no sooner than we believe, and another's no later.
  const nowMs = Math.round(found.serverTimeMs + ports.clock.elapsedMs() - askedMs);
  const seenMs = found.serverTimeMs;
  const busy = { holder: "another run", forMs: LEASE_MS };
  if (found.status === "missing") {
    const memory = { intent: null, pending: [] };
    const wish = { object, holder, fence: FIRST_FENCE, isTakenOver: false, memory };
    return (await put(wish, { nowMs, ifGeneration: "0" }, ports)) ?? busy;
  }
  const { schema: _, holder: other, expiresMs, fence, ...memory } = parseLease(found.value.bytes, object);
  if (other !== null && other !== holder && expiresMs > seenMs) return { holder: other, forMs: expiresMs - seenMs };
  const wish = { object, holder, fence: fence + 1, isTakenOver: other !== null, memory };
  return (await put(wish, { nowMs, ifGeneration: found.value.generation }, ports)) ?? busy;
}

/** Renews the lease with what is to be remembered; null when somebody else has taken it, and nothing may be written. */
export async function keepLease(held: HeldLease, memory: Memory, ports: LeasePorts): Promise<HeldLease | null> {
  const { writtenMs, writtenElapsedMs, generation } = held;
  const nowMs = Math.round(writtenMs + ports.clock.elapsedMs() - writtenElapsedMs);
  return put({ ...held, memory }, { nowMs, ifGeneration: generation }, ports);
}

/** Gives it back with what is to be remembered. That somebody else has it by now changes nothing. */
export async function releaseLease(held: HeldLease, memory: Memory, { bucket }: LeasePorts): Promise<void> {
  const { object, fence, generation } = held;
  // Whoever comes next still has to shut out the one before us.
  const holder = held.isTakenOver ? held.holder : null;
  const bytes = leaseBytes({ schema: "model-release/lease/v1", holder, expiresMs: 0, fence, ...memory });
  await bucket.write({ object, bytes, contentType: CONTENT, ifGeneration: generation });
}

/** What the bucket's clock shows now, or a little less: ours only tells how long it is since it was seen. */
export function leaseTimeMs({ writtenMs, answeredElapsedMs }: HeldLease, { clock }: Pick<LeasePorts, "clock">): number {
  return Math.round(writtenMs + clock.elapsedMs() - answeredElapsedMs);
}

/** Whether it is ours for long enough to write under it. */
export function isHeld({ writtenElapsedMs }: HeldLease, { clock }: Pick<LeasePorts, "clock">): boolean {
  return clock.elapsedMs() - writtenElapsedMs < LEASE_MS - MARGIN_MS;
}

/** What an endpoint's lease says, for whoever only looks. */
export function parseLease(bytes: Uint8Array, object: string): LeaseDocument {
  return validate<LeaseDocument>(schema as JsonSchema, parseJson(bytes, object, LIMITS), "ledger-invalid");
}

async function put(
  {
    object,
    holder,
    fence,
    isTakenOver = false,
    memory,
  }: Omit<HeldLease, "generation" | "writtenMs" | "writtenElapsedMs" | "answeredElapsedMs">,
  { nowMs, ifGeneration }: { readonly nowMs: number; readonly ifGeneration: Generation },
  { bucket, clock }: LeasePorts,
): Promise<HeldLease | null> {
  const document = { schema: "model-release/lease/v1", holder, expiresMs: nowMs + LEASE_MS, fence, ...memory } as const;
  const writtenElapsedMs = clock.elapsedMs();
  const written = await bucket.write({ object, bytes: leaseBytes(document), contentType: CONTENT, ifGeneration });
  if (written.status === "conflict") return null;
  const times = { writtenMs: written.serverTimeMs, writtenElapsedMs, answeredElapsedMs: clock.elapsedMs() };
  return { object, holder, fence, isTakenOver, generation: written.value.generation, ...times, memory };
}

function leaseBytes(document: LeaseDocument): Uint8Array {
  const bytes = new TextEncoder().encode(readableJson(document));
  if (bytes.length <= MOST_BYTES) return bytes;
  throw new Failure("limit-exceeded", `what the ledger has yet to be told is larger than ${MOST_BYTES} bytes`, {
    fix: "Make the ledger's branch writable again, and run `model-release retry`.",
  });
}
