import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "./page.ts";

interface Place {
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
}

export interface Ran {
  readonly exitCode: number;
  readonly printed: string;
}

/** A test's own preparation: it stops, and throws, at the first command that fails. */
export async function runScript(place: Place, script: string): Promise<void> {
  const { exitCode, printed } = await bash(place, `set -euo pipefail\n${script}`);
  if (exitCode !== 0) throw new Error(`the preparation failed (${exitCode}): ${script}\n${printed}`);
}

/** Commands in one shell, as a reader would type them: what one exports, the next one has. */
export async function runCommands(place: Place, steps: readonly Step[]): Promise<readonly Ran[]> {
  const results = mkdtempSync(join(place.environment.TOP!, "results-"));
  const script = steps.map((step, index) => scripted(step, join(results, String(index)))).join("\n");
  await bash(place, script);
  try {
    return steps.map((_, index) => ({
      exitCode: Number(readOr(join(results, `${index}.exit`), "-1")),
      printed: readOr(join(results, `${index}.out`), "it was never reached"),
    }));
  } finally {
    rmSync(results, { recursive: true, force: true });
  }
}

/** A command of a page, or what has to be so before it. */
export type Step = Pick<Command, "text"> & { readonly isPreparation?: boolean };

function scripted({ text, isPreparation = false }: Step, result: string): string {
  const [open, close] = isPreparation ? ["( set -euo pipefail", ")"] : ["{", "}"];
  return `${open}\n${text}\n${close} >'${result}.out' 2>&1 </dev/null\necho $? >'${result}.exit'`;
}

async function bash({ folder, environment }: Place, script: string): Promise<Ran> {
  const child = spawn("bash", ["-c", script], {
    cwd: folder,
    env: environment,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
  const [exitCode] = (await once(child, "exit")) as [number | null];
  endGroup(child.pid!);
  return { exitCode: exitCode ?? -1, printed: Buffer.concat(chunks).toString() };
}

/** What a page left running in the background ends with its shell. */
function endGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGTERM");
  } catch {
    // Nothing was left.
  }
}

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return otherwise;
  }
}
