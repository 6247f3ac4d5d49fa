import { join } from "node:path";
import { project } from "../repo/project.ts";
import { preparation } from "./givens.ts";
import type { Command } from "./page.ts";
import type { Passage } from "./passage.ts";
import { type Ran, runCommands, type Step } from "./script.ts";
import { copyWorld } from "./world.ts";

/** What asks an endpoint, and so needs one. */
const CLOUDY = /\bmodel-release (promote|rollback|retry|status|heal|adopt|unlock|load projects)\b/;

/** Every command of a passage with what became of it. A preparation that fails is what becomes of all that comes after. */
export async function runPassage(
  { page, blocks, commands }: Passage,
  template: string,
): Promise<readonly (readonly [Command, Ran])[]> {
  await using world = await copyWorld(template, { isCloudy: commands.some(({ text }) => CLOUDY.test(text)) });
  const steps = blocks.flatMap(({ given, commands }): readonly Step[] => [
    ...(given === null ? [] : [{ text: preparation(given), isPreparation: true }]),
    ...commands,
  ]);
  const environment = { ...world.environment, PAGE: join(project, page) };
  const results = await runCommands({ folder: world.folder, environment }, steps);
  const broken = steps.findIndex((step, index) => step.isPreparation && results[index]!.exitCode !== 0);
  const isSound = (index: number) => broken < 0 || index < broken;
  const failed = { exitCode: -1, printed: `the preparation failed: ${results[broken]?.printed}` };
  return steps.flatMap((step, index) =>
    step.isPreparation ? [] : [[step as Command, isSound(index) ? results[index]! : failed] as const],
  );
}
