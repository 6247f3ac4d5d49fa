import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { threadClock } from "../../../thread-clock.ts";
import { createRandomBytes } from "./random-bytes.ts";
import { scanBytes } from "./scanning.ts";

const root = join(import.meta.dirname, "../../../../fixtures/models");
const MUTATIONS = 500;
const seeds = ["archives", "arrays", "hdf5", "keras", "pickles"].flatMap((family) =>
  readdirSync(join(root, `beside-${family}`), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.[a-z0-9]+$/.test(path) && !path.endsWith("expected.json"))
    .sort()
    .map((path) => join(root, `beside-${family}`, path)),
);

test(`${MUTATIONS} seeded mutations end in findings, never in an error`, async () => {
  const random = createRandomBytes(20_261_121);
  const number = (below: number) => random(4).readUInt32LE(0) % below;
  for (let round = 0; round < MUTATIONS; round++) {
    const path = seeds[number(seeds.length)]!;
    const mutated = mutate(readFileSync(path), number, random);
    const computedMs = threadClock();
    for (const finding of await scanBytes(path.slice(root.length + 1), mutated)) {
      expect(finding.reason.length).toBeGreaterThan(5);
      expect(finding.fix).toMatch(/\.$/);
    }
    expect(computedMs(), `${path}, round ${round}`).toBeLessThan(2000);
  }
});

/** Bits flipped, bytes overwritten by extremes, a stretch removed, repeated or cut off. */
function mutate(bytes: Buffer, number: (below: number) => number, random: (length: number) => Buffer): Buffer {
  const copy = Buffer.from(bytes);
  if (copy.length === 0) return random(16);
  const at = number(copy.length);
  const length = Math.min(1 + number(64), copy.length - at);
  switch (number(6)) {
    case 0:
      copy[at] = (copy[at] ?? 0) ^ (1 << number(8));
      return copy;
    case 1:
      return copy.fill(0xff, at, at + Math.min(8, length));
    case 2:
      return copy.subarray(0, at);
    case 3:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at + length)]);
    case 4:
      return Buffer.concat([copy.subarray(0, at + length), copy.subarray(at)]);
    default:
      random(length).copy(copy, at);
      return copy;
  }
}
