import { type ChildProcess, spawn } from "node:child_process";
import { createCipheriv, createHash } from "node:crypto";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { crc32c } from "../../shared/model/crc32c/crc32c.ts";
import { compete, type Measured, throughput } from "./measure.ts";
import type { Bench, Goal } from "./result.ts";

const OF_RAW = 0.9;
const OF_PEER = 3;
const GOAL_PEAK_BYTES = 150e6;
const BLOCK_BYTES = 1 << 20;
const NAMES = [
  "model-release: SHA-256, CRC32C, resumable",
  "bare node:http: neither",
  "@google-cloud/storage, default",
];

/** One large file to a server that drops it, and to our emulator, which keeps and hashes it: the client's CPU time. */
export const bench: Bench = {
  async run({ rounds, sizeBytes }) {
    const folder = mkdtempSync(join(tmpdir(), "upload-"));
    const servers: ChildProcess[] = [];
    try {
      const file = join(folder, "variables.data");
      const { crc, md5 } = writeRandom(file, sizeBytes);
      const started = (kind: string) => start([kind, String(sizeBytes), crc, md5, join(folder, "state")], servers);
      const sink = await contest({ to: "sink", address: await started("sink"), file, rounds });
      const emulator = await contest({ to: "emulator", address: await started("emulator"), file, rounds });
      const rows = [...sink, ...emulator].map((row) => ({ ...row, rate: throughput(sizeBytes, row.bestCpuSeconds) }));
      return { rows, goals: [...goalsOf("a sink", sink), ...goalsOf("the emulator", emulator)] };
    } finally {
      for (const server of servers) server.stdin!.end();
      await Promise.all(servers.map((server) => new Promise((ended) => server.once("exit", ended))));
      rmSync(folder, { recursive: true });
    }
  },
};

interface Contest {
  readonly to: string;
  readonly address: string;
  readonly file: string;
  readonly rounds: number;
}

async function contest({ to, address, file, rounds }: Contest): Promise<readonly Measured[]> {
  const child = join(import.meta.dirname, "upload-child.ts");
  const contestants = ["ours", "raw", "peer"].map((client, index) => ({
    name: `${to}: ${NAMES[index]}`,
    command: [process.execPath, child, client, address, file] as const,
  }));
  return compete(contestants, rounds);
}

/** The same bytes on every machine, and what they hash to. */
function writeRandom(path: string, sizeBytes: number): { readonly crc: string; readonly md5: string } {
  const cipher = createCipheriv("aes-128-ctr", Buffer.alloc(16), Buffer.alloc(16));
  const zeros = Buffer.alloc(BLOCK_BYTES);
  const md5 = createHash("md5");
  const descriptor = openSync(path, "wx");
  let crc = 0;
  for (let left = sizeBytes; left > 0; left -= BLOCK_BYTES) {
    const block = cipher.update(zeros.subarray(0, Math.min(left, BLOCK_BYTES)));
    writeSync(descriptor, block);
    md5.update(block);
    crc = crc32c(block, crc);
  }
  closeSync(descriptor);
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc);
  return { crc: bytes.toString("base64"), md5: md5.digest("base64") };
}

async function start(words: readonly string[], servers: ChildProcess[]): Promise<string> {
  const script = join(import.meta.dirname, "upload-server.ts");
  const server = spawn(process.execPath, [script, ...words], { stdio: ["pipe", "pipe", "inherit"] });
  servers.push(server);
  for await (const line of createInterface(server.stdout)) return line;
  throw new Error("the server ended before it said its address");
}

function goalsOf(to: string, [ours, raw, peer]: readonly Measured[]): Goal[] {
  const ofRaw = raw!.bestCpuSeconds / ours!.bestCpuSeconds;
  const ofPeer = peer!.bestCpuSeconds / ours!.bestCpuSeconds;
  const speed = [
    { goal: `at least ${OF_RAW} × bare HTTP, to ${to}`, measured: ofRaw, isMet: ofRaw >= OF_RAW },
    { goal: `at least ${OF_PEER} × @google-cloud/storage, to ${to}`, measured: ofPeer, isMet: ofPeer >= OF_PEER },
  ];
  const { peakBytes } = ours!;
  if (peakBytes === null) return speed;
  return [...speed, { goal: "less than 150 MB", measured: peakBytes / 1e6, isMet: peakBytes < GOAL_PEAK_BYTES }];
}
