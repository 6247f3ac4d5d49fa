import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rolldown } from "rolldown";
import config from "../../rolldown.config.ts";
import { loadedBy } from "../bundle/chunks.ts";
import { project } from "../repo/project.ts";
import type { Bench, BenchRow, Goal } from "./result.ts";

const LIGHT_RATIO = 4;
const CLOUD_RATIO = 8;
const MOST_BYTES = 1.5e6;

interface Start {
  readonly name: string;
  readonly words: readonly string[];
  /** A program's inputs, one of them wrong: all that is loaded first has been, and nothing was asked of the world. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** How many times bare Node's CPU time it may take; none for what loads a model's whole world. */
  readonly limit?: number;
}

const STARTS: readonly Start[] = [
  { name: "bare Node", words: ["--eval", "0"] },
  { name: "model-release --version", words: ["model-release.js", "--version"], limit: LIGHT_RATIO },
  { name: "model-release --help", words: ["model-release.js", "--help"], limit: LIGHT_RATIO },
  { name: "setup", words: ["setup.js"], inputs: { INPUT_VARIANT: "gpus" }, limit: LIGHT_RATIO },
  { name: "report", words: ["report.js"], inputs: { INPUT_COMMENT: "loud" }, limit: LIGHT_RATIO },
  { name: "the root action", words: ["release.js"], inputs: { INPUT_HALF: "both" }, limit: LIGHT_RATIO },
  { name: "promote", words: ["promote.js"], inputs: { INPUT_WAIT: "perhaps" }, limit: LIGHT_RATIO },
  { name: "rollback", words: ["rollback.js"], inputs: { INPUT_TOKEN: "" }, limit: LIGHT_RATIO },
  { name: "validate", words: ["validate.js"], inputs: { INPUT_DEVICE: "tpu" } },
  { name: "Google's three clients, made", words: ["clients.js"], limit: CLOUD_RATIO },
];

/** What a step or a command costs before it does anything. */
export const bench: Bench = {
  async run({ rounds }) {
    const scratch = mkdtempSync(join(tmpdir(), "start-"));
    try {
      const dist = join(scratch, "dist");
      await build(dist);
      const seconds = STARTS.map((): number[] => []);
      // In turn, so that a slow minute hits all of them.
      for (let round = 0; round < 3 * rounds; round += 1)
        for (const [place, start] of STARTS.entries()) seconds[place]!.push(cpuSeconds(start, dist, scratch));
      const rows = STARTS.map(({ name }, place) => rowOf(name, seconds[place]!));
      return { rows, goals: [...ratios(rows), ...sizes(dist)] };
    } finally {
      rmSync(scratch, { recursive: true });
    }
  },
};

/** As it is committed, with the clients in a program of their own beside it. */
async function build(dir: string): Promise<void> {
  const input = {
    ...(config.input as Readonly<Record<string, string>>),
    clients: join(import.meta.dirname, "start-clients.ts"),
  };
  await using bundle = await rolldown({ ...config, cwd: project, input });
  await bundle.write({ ...config.output, dir });
}

/** GNU time counts hundredths of a second, of which bare Node takes two: a process that ends tells its own time. */
function cpuSeconds({ words, inputs = {} }: Start, dist: string, scratch: string): number {
  const report = join(scratch, "usage");
  const [program = "", ...rest] = words;
  const command = program.endsWith(".js") ? [join(dist, program), ...rest] : words;
  const environment = { PATH: process.env.PATH, METADATA_SERVER_DETECTION: "none", REPORT: report, ...inputs };
  const { error } = spawnSync(process.execPath, ["--import", TELLING, ...command], { cwd: scratch, env: environment });
  if (error !== undefined) throw error;
  const microseconds = Number(readFileSync(report, "utf8"));
  rmSync(report);
  return microseconds / 1e6;
}

const TELLING = `data:text/javascript,${encodeURIComponent(`
import { writeFileSync } from "node:fs";
process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env.REPORT, String(user + system));
});
`)}`;

function rowOf(name: string, cpuSeconds: readonly number[]): BenchRow {
  return { name, cpuSeconds, bestCpuSeconds: Math.min(...cpuSeconds), peakBytes: null, outputs: [], rate: "–" };
}

function ratios(rows: readonly BenchRow[]): readonly Goal[] {
  return STARTS.flatMap(({ name, limit }, place) => {
    const measured = rows[place]!.bestCpuSeconds / rows[0]!.bestCpuSeconds;
    return limit === undefined
      ? []
      : [{ goal: `${name}: at most ${limit} × bare Node`, measured, isMet: measured <= limit }];
  });
}

function sizes(dist: string): readonly Goal[] {
  return ["setup", "report", "release", "model-release"].map((name) => {
    const bytes = loadedBy(dist, `${name}.js`).map((chunk) => statSync(join(dist, chunk)).size);
    const measured = bytes.reduce((sum, size) => sum + size);
    return { goal: `${name}.js loads at most 1.5 MB`, measured: measured / 1e6, isMet: measured <= MOST_BYTES };
  });
}
