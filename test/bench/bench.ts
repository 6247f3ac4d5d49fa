import { parseArgs } from "node:util";
import type { Bench, BenchResult, BenchRow } from "./result.ts";

const USAGE = "npm run bench -- <name>… [--size 2G] [--rounds 5] [--json]";
const BENCHES: Readonly<Record<string, () => Promise<{ readonly bench: Bench }>>> = {
  canary: () => import("./canary.ts"),
  digest: () => import("./digest.ts"),
  embedded: () => import("./embedded.ts"),
  emulator: () => import("./emulator.ts"),
  evaluate: () => import("./evaluate.ts"),
  "error-rates": () => import("./error-rates.ts"),
  inspect: () => import("./inspect.ts"),
  load: () => import("./load.ts"),
  native: () => import("./native.ts"),
  reading: () => import("./reading.ts"),
  rollback: () => import("./rollback.ts"),
  scanners: () => import("./scanners.ts"),
  start: () => import("./start.ts"),
  statistics: () => import("./statistics.ts"),
  upload: () => import("./upload.ts"),
};
const UNITS: Readonly<Record<string, number>> = { "": 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 };

process.exitCode = await main();

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      rounds: { type: "string", default: "5" },
      size: { type: "string", default: "2G" },
    },
  });
  const sizeBytes = bytesOf(values.size);
  const rounds = Number(values.rounds);
  const areKnown = positionals.length > 0 && positionals.every((name) => Object.hasOwn(BENCHES, name));
  if (!areKnown || !(sizeBytes > 0) || !(Number.isInteger(rounds) && rounds > 0)) {
    console.error(`${USAGE}\nbenches: ${Object.keys(BENCHES).join(", ")}`);
    return 2;
  }
  const results: Record<string, BenchResult> = {};
  for (const name of positionals) {
    const { bench } = await BENCHES[name]!();
    const result = await bench.run({ rounds, sizeBytes });
    results[name] = result;
    if (!values.json) print(name, result);
  }
  if (values.json) console.log(JSON.stringify(results, null, 2));
  return Object.values(results).every(({ goals }) => goals.every(({ isMet }) => isMet)) ? 0 : 1;
}

function bytesOf(size: string): number {
  const [, digits, unit] = /^(\d+)([KMG]?)$/.exec(size) ?? [];
  return Number(digits) * (UNITS[unit ?? ""] ?? Number.NaN);
}

function print(name: string, result: BenchResult): void {
  if (result.rows.length > 0) printRows(name, result);
  for (const { goal, measured, isMet } of result.goals)
    console.log(`${isMet ? "met   " : "MISSED"} ${goal}: ${measured.toFixed(2)}`);
}

function printRows(name: string, { clock = "CPU", rows }: BenchResult): void {
  const lines = rows.map((row) => [row.name, seconds(row.bestCpuSeconds), spread(row), row.rate, megabytes(row)]);
  const table = [[name, `best ${clock} s`, "all rounds", "rate", "peak MB"], ...lines];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((line) => line[column]!.length)));
  for (const line of table)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join("  ")
        .trimEnd(),
    );
}

function spread({ cpuSeconds }: BenchRow): string {
  return `${seconds(Math.min(...cpuSeconds))}–${seconds(Math.max(...cpuSeconds))}`;
}

function seconds(value: number): string {
  return value < 0.1 ? value.toPrecision(3) : value.toFixed(2);
}

function megabytes({ peakBytes }: BenchRow): string {
  return peakBytes === null ? "–" : (peakBytes / 1e6).toFixed(0);
}
