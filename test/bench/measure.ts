import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

export interface Usage {
  /** User and system time of the process and its children. */
  readonly cpuSeconds: number;
  /** Peak resident memory; null where GNU time is not installed. */
  readonly peakBytes: number | null;
  readonly output: string;
}

/** One of the programs that are compared. */
export interface Contestant {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

export interface Measured {
  readonly name: string;
  readonly cpuSeconds: readonly number[];
  /** Others share the machine's caches and clock: the least disturbed round is the one to compare. */
  readonly bestCpuSeconds: number;
  readonly peakBytes: number | null;
  readonly outputs: readonly string[];
}

const GNU_TIME = "/usr/bin/time";
const run = promisify(execFile);

/** Every contestant once a round, in turn, each in a process of its own, so that a slow minute hits all of them. */
export async function compete(contestants: readonly Contestant[], rounds: number): Promise<readonly Measured[]> {
  const usages = contestants.map((): Usage[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, { command }] of contestants.entries()) usages[index]!.push(await measure(command));
  }
  return contestants.map(({ name }, index) => summarise(name, usages[index]!));
}

/** As kilo-, mega- and gigabytes are counted by those who sell them. */
export function throughput(bytes: number, seconds: number): string {
  return `${(bytes / seconds / 1e9).toFixed(2)} GB/s`;
}

export async function measure(command: readonly string[]): Promise<Usage> {
  return existsSync(GNU_TIME) ? measureByTime(command) : measureByShell(command);
}

async function measureByTime(command: readonly string[]): Promise<Usage> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const report = join(folder, "usage");
    const { stdout } = await run(GNU_TIME, ["-f", "%U %S %M", "-o", report, ...command]);
    const [user, system, peakKib] = readFileSync(report, "utf8").trim().split(" ").map(Number);
    return { cpuSeconds: user! + system!, peakBytes: peakKib! * 1024, output: stdout.trim() };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `times` is in every POSIX shell; its second line is what the children used, as `0m1.440000s 0m0.780000s`. */
async function measureByShell(command: readonly string[]): Promise<Usage> {
  const { stdout } = await run("sh", ["-c", '"$@" && times', "sh", ...command]);
  const lines = stdout.trimEnd().split("\n");
  const spent = [...lines.at(-1)!.matchAll(/(\d+)m([\d.]+)s/g)].map(([, m, s]) => Number(m) * 60 + Number(s));
  return { cpuSeconds: spent[0]! + spent[1]!, peakBytes: null, output: lines.slice(0, -2).join("\n") };
}

function summarise(name: string, usages: readonly Usage[]): Measured {
  const cpuSeconds = usages.map((usage) => usage.cpuSeconds);
  const peaks = usages.map((usage) => usage.peakBytes).filter((peak) => peak !== null);
  return {
    name,
    cpuSeconds,
    bestCpuSeconds: Math.min(...cpuSeconds),
    peakBytes: peaks.length > 0 ? Math.max(...peaks) : null,
    outputs: [...new Set(usages.map((usage) => usage.output))],
  };
}
