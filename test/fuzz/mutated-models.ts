import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../../shared/failure.ts";
import { inspectModel } from "../../shared/model/inspection.ts";
import { fakeFiles } from "../fakes/files.ts";
import { project } from "../repo/project.ts";
import { mutated, type Random, randomFrom } from "./mutation.ts";

export interface FuzzResult {
  readonly cases: number;
  /** Models that were inspected, and those that were refused with a Failure. */
  readonly inspected: number;
  readonly refused: number;
  readonly slowestMs: number;
}

type Tree = Readonly<Record<string, Uint8Array>>;

const SILENT = { info: () => {}, detail: () => {}, progress: () => {} };

/** Inspects models of which one file each was damaged. Anything but an inspection or a Failure escapes, with its seed. */
export async function inspectMutatedModels(seed: number, cases: number): Promise<FuzzResult> {
  const models = bundledModels();
  const random = randomFrom(seed);
  let inspected = 0;
  let slowestMs = 0;
  for (let count = 0; count < cases; count++) {
    const tree = damaged(models[random(models.length)]!, random);
    const startMs = performance.now();
    inspected += (await isInspected(tree, `seed ${seed}, case ${count}`)) ? 1 : 0;
    slowestMs = Math.max(slowestMs, performance.now() - startMs);
  }
  return { cases, inspected, refused: cases - inspected, slowestMs };
}

function bundledModels(): readonly Tree[] {
  const root = join(project, "fixtures/models");
  const trees = readdirSync(root).map((name) => treeOf(join(root, name)));
  return trees.filter((tree) => "model/saved_model.pb" in tree);
}

function treeOf(folder: string): Tree {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.map((path) => [`model/${path.slice(folder.length + 1)}`, readFileSync(path)]));
}

function damaged(model: Tree, random: Random): Tree {
  const paths = Object.keys(model);
  const path = paths[random(paths.length)]!;
  return { ...model, [path]: mutated(model[path]!, random) };
}

async function isInspected(tree: Tree, where: string): Promise<boolean> {
  try {
    await inspectModel("model", { tensorflowVersion: "2.9" }, { files: fakeFiles(tree), log: SILENT });
    return true;
  } catch (thrown) {
    if (thrown instanceof Failure) return false;
    throw new Error(`${where}: something other than a Failure escaped`, { cause: thrown });
  }
}
