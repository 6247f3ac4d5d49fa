import type { Generation } from "../../ports/bucket.ts";
import type { Memory } from "../intent.ts";
import { parseLease, releaseLease } from "../lease.ts";
import type { HandPorts } from "./at-endpoint.ts";

/** A lease as it lies in its bucket, for whoever only looks. */
export interface SeenLease extends Memory {
  /** Who holds it, or held it last. */
  readonly holder: string | null;
  /** `stale`: its holder has not renewed it in time, and has not given it back. */
  readonly state: "free" | "held" | "stale";
  /** When it runs out, or ran out, from now; meaningless where it is free. */
  readonly leftMs: number;
  readonly fence: number;
  readonly generation: Generation;
}

type Ports = Pick<HandPorts, "bucket" | "clock" | "leaseObject">;

const MOST_BYTES = 2 ** 20;

/** Null where nobody ever held it. */
export async function seeLease(ports: Omit<Ports, "clock">): Promise<SeenLease | null> {
  const { bucket, leaseObject } = ports;
  const found = await bucket.read({ object: leaseObject, maxBytes: MOST_BYTES });
  if (found.status === "missing") return null;
  const { schema: _, holder, expiresMs, fence, ...memory } = parseLease(found.value.bytes, leaseObject);
  const leftMs = expiresMs - found.serverTimeMs;
  const isFree = holder === null || expiresMs === 0;
  const state = isFree ? "free" : leftMs > 0 ? "held" : "stale";
  return { holder, state, leftMs, fence, ...memory, generation: found.value.generation };
}

/**
 * Gives back a lease that its holder let run out. What it remembers stays, and so does the holder's name: whoever
 * comes next still has to shut out what that run may be about to write. False where somebody has it again.
 */
export async function freeLease(seen: SeenLease, ports: Ports): Promise<boolean> {
  const { holder, state: _, leftMs: __, fence, generation, ...memory } = seen;
  const held = { object: ports.leaseObject, holder: holder ?? "", fence, generation, memory };
  await releaseLease(
    { ...held, isTakenOver: true, writtenMs: 0, writtenElapsedMs: 0, answeredElapsedMs: 0 },
    memory,
    ports,
  );
  return (await seeLease(ports))?.state === "free";
}
