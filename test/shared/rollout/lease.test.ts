import { describe, expect, test } from "vitest";
import { acquireLease, type HeldLease, keepLease, leaseTimeMs } from "../../../shared/rollout/lease.ts";
import { fakeBuckets } from "../../fakes/bucket.ts";

const NOTHING = { intent: null, pending: [] };
const LEASE = "lease.json";

/** A bucket whose clock is everybody's, and requests that may be kept on their way there. */
function newGround() {
  const buckets = fakeBuckets();
  const bucket = buckets.bucket("models");
  const beganMs = buckets.nowMs;
  const pass = (ms: number): void => {
    buckets.nowMs += ms;
  };
  const clock = { elapsedMs: () => buckets.nowMs - beganMs };
  return { buckets, pass, ports: { bucket, clock } };
}

describe("a lease that somebody holds", () => {
  test("is not taken by who waited long to be heard", async () => {
    const { pass, ports } = newGround();
    const first = (await acquireLease(LEASE, "first", ports)) as HeldLease;
    const slow = {
      ...ports,
      bucket: {
        ...ports.bucket,
        async read(request: Parameters<typeof ports.bucket.read>[0]) {
          pass(50_000);
          expect(await keepLease(first, NOTHING, ports)).not.toBeNull();
          pass(40_000);
          return ports.bucket.read(request);
        },
      },
    };
    expect(await acquireLease(LEASE, "second", slow)).toEqual({ holder: "first", forMs: 20_000 });
  });

  test("is taken when it has run out", async () => {
    const { pass, ports } = newGround();
    await acquireLease(LEASE, "first", ports);
    pass(60_000);
    expect(await acquireLease(LEASE, "second", ports)).toMatchObject({ holder: "second", isTakenOver: true });
  });
});

test("what a lease says of the time is never ahead of the bucket's clock", async () => {
  const { buckets, pass, ports } = newGround();
  const slow = {
    ...ports,
    bucket: {
      ...ports.bucket,
      write(request: Parameters<typeof ports.bucket.write>[0]) {
        pass(30_000);
        return ports.bucket.write(request);
      },
    },
  };
  const held = (await acquireLease(LEASE, "first", slow)) as HeldLease;
  pass(5_000);
  expect(leaseTimeMs(held, ports)).toBe(buckets.nowMs);
});
