import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../../failure.ts";

const FILE = "emulator.pid";

/** Two emulators over one folder would each undo what the other did; one that was killed holds nothing any more. */
export function lockFolder(folder: string): Disposable {
  const path = join(folder, FILE);
  const holder = textOf(path);
  const [id] = holder.split(" ");
  if (held.has(path) || (holder !== "" && holder === processMark(Number(id)))) {
    throw new Failure("usage", `${folder} is in use by the emulator with process id ${id}.`, {
      fix: "End that emulator, or name another folder.",
    });
  }
  writeFileSync(path, processMark(process.pid));
  held.add(path);
  return {
    [Symbol.dispose]() {
      held.delete(path);
      rmSync(path, { force: true });
    },
  };
}

const held = new Set<string>();

/** A process by its number and when it began, since numbers come again: empty where it is gone. */
function processMark(id: number): string {
  const [, afterName] = textOf(`/proc/${id}/stat`).split(/\) (?=[^)]*$)/s);
  const began = afterName?.split(" ")[19];
  return began === undefined ? "" : `${id} ${began}`;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}
