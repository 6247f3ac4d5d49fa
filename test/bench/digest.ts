import { createCipheriv } from "node:crypto";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compete, type Measured, throughput } from "./measure.ts";
import type { Bench, Goal } from "./result.ts";

const GOAL_RATIO = 2.5;
const GOAL_PEAK_BYTES = 150e6;
const BLOCK_BYTES = 1 << 20;

/** The whole digest of a folder that holds one large file, CRC32C included, against SHA-256 alone by coreutils. */
export const bench: Bench = {
  async run({ rounds, sizeBytes }) {
    const folder = mkdtempSync(join(tmpdir(), "digest-"));
    try {
      const file = join(folder, "variables.data");
      writeRandom(file, sizeBytes);
      const child = join(import.meta.dirname, "digest-child.ts");
      const [ours, peer] = await compete(
        [
          { name: "model-release, SHA-256 and CRC32C", command: [process.execPath, child, folder] },
          { name: "sha256sum", command: ["sha256sum", file] },
        ],
        rounds,
      );
      requireSameHash(ours!, peer!);
      const rows = [ours!, peer!].map((row) => ({ ...row, rate: throughput(sizeBytes, row.bestCpuSeconds) }));
      return { rows, goals: goalsOf(ours!, peer!) };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

/** The same bytes on every machine: the key stream of AES-128 in counter mode under a key of zeros. */
function writeRandom(path: string, sizeBytes: number): void {
  const cipher = createCipheriv("aes-128-ctr", Buffer.alloc(16), Buffer.alloc(16));
  const zeros = Buffer.alloc(BLOCK_BYTES);
  const descriptor = openSync(path, "wx");
  for (let left = sizeBytes; left > 0; left -= BLOCK_BYTES) {
    writeSync(descriptor, cipher.update(zeros.subarray(0, Math.min(left, BLOCK_BYTES))));
  }
  closeSync(descriptor);
}

/** A fast wrong answer is no result. */
function requireSameHash(ours: Measured, peer: Measured): void {
  const hashes = new Set([...ours.outputs, ...peer.outputs].map((output) => output.slice(0, 64)));
  if (hashes.size !== 1) throw new Error(`the hashes differ: ${[...hashes].join(", ")}`);
}

function goalsOf(ours: Measured, peer: Measured): Goal[] {
  const ratio = peer.bestCpuSeconds / ours.bestCpuSeconds;
  const speed = { goal: `at least ${GOAL_RATIO} × sha256sum`, measured: ratio, isMet: ratio >= GOAL_RATIO };
  if (ours.peakBytes === null) return [speed];
  const isSmall = ours.peakBytes < GOAL_PEAK_BYTES;
  return [speed, { goal: "less than 150 MB", measured: ours.peakBytes / 1e6, isMet: isSmall }];
}
