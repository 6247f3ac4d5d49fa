import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmulator } from "../../shared/emulator/emulator.ts";
import { build } from "../bundle/build.ts";
import { loadedBy } from "../bundle/chunks.ts";
import { silentLog } from "../fakes/log.ts";
import { sumRuntime } from "../fakes/sum-runtime.ts";
import { project } from "../repo/project.ts";
import { type Contestant, compete, type Measured } from "./measure.ts";
import type { Bench, Goal } from "./result.ts";
import { layServing } from "./start-repository.ts";

const LIGHT_RATIO = 4;
const CLOUD_RATIO = 8;
const MOST_BYTES = 1.5e6;

/** Inputs of which one is wrong: everything that is loaded first has been, and nothing has been asked of the world. */
const REFUSED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  setup: { INPUT_VARIANT: "gpus" },
  report: { INPUT_COMMENT: "loud" },
  validate: { INPUT_DEVICE: "tpu" },
  promote: { INPUT_WAIT: "perhaps" },
  rollback: { INPUT_WAIT: "perhaps" },
  release: { INPUT_HALF: "both" },
};
const LIGHT = ["setup", "report", "release"];

/** What a step or a command costs before it does anything, and what asking the cloud one question costs. */
export const bench: Bench = {
  async run({ rounds }) {
    const scratch = mkdtempSync(join(tmpdir(), "start-"));
    await using emulator = await startEmulator({ plan: {}, runtime: sumRuntime(), log: silentLog });
    try {
      const dist = join(scratch, "dist");
      build(project, dist);
      const repository = await layServing(join(scratch, "repository"), emulator);
      const cloud = asked(emulator, [join(dist, "model-release.js"), "status", join(repository, "release.yaml")]);
      const measured = await compete(
        [...contestants(dist), { name: "status, of one endpoint", command: cloud }],
        rounds,
      );
      return { rows: measured.map((row) => ({ ...row, rate: "–" })), goals: goalsOf(measured, dist) };
    } finally {
      rmSync(scratch, { recursive: true });
    }
  },
};

function contestants(dist: string): readonly Contestant[] {
  const main = join(dist, "model-release.js");
  return [
    { name: "bare Node", command: [process.execPath, "--eval", "0"] },
    { name: "model-release --version", command: [process.execPath, main, "--version"] },
    { name: "model-release --help", command: [process.execPath, main, "--help"] },
    ...Object.entries(REFUSED).map(([name, inputs]): Contestant => {
      const variables = Object.entries(inputs).map(([key, text]) => `${key}=${text}`);
      return { name, command: whatever(["env", ...variables, process.execPath, join(dist, `${name}.js`)]) };
    }),
  ];
}

function asked({ vertex, storage }: { readonly vertex: string; readonly storage: string }, words: readonly string[]) {
  const variables = [`MODEL_RELEASE_VERTEX_API=${vertex}`, `MODEL_RELEASE_STORAGE_API=${storage}`];
  return whatever(["env", ...variables, "METADATA_SERVER_DETECTION=none", process.execPath, ...words]);
}

/** Whatever it ends with. */
function whatever(command: readonly string[]): readonly [string, ...string[]] {
  return ["sh", "-c", '"$@" 2> /dev/null; true', "sh", ...command];
}

function goalsOf([bare, ...started]: readonly Measured[], dist: string): readonly Goal[] {
  const ratios = started.map((each): Goal => {
    const measured = each.bestCpuSeconds / bare!.bestCpuSeconds;
    const isLight = LIGHT.includes(each.name) || each.name.startsWith("model-release");
    const limit = isLight ? LIGHT_RATIO : CLOUD_RATIO;
    return { goal: `${each.name} at most ${limit} × bare Node`, measured, isMet: measured <= limit };
  });
  const sizes = [...LIGHT, "model-release"].map((name): Goal => {
    const bytes = loadedBy(dist, `${name}.js`).map((chunk) => statSync(join(dist, chunk)).size);
    const measured = bytes.reduce((sum, size) => sum + size);
    return { goal: `${name} loads at most 1.5 MB`, measured: measured / 1e6, isMet: measured <= MOST_BYTES };
  });
  return [...ratios, ...sizes];
}
