import { ask, type Place } from "./call.ts";

export interface Found {
  readonly isFile: boolean;
  /** The object's hash. */
  readonly object: string;
  readonly sizeBytes: number;
}

const ENTRY = /^(\d{6}) \w+ ([0-9a-f]+) +(\d+|-)\t/;
const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/** What lies at a path, asked for in one question; undefined where nothing does, or where the commit is not there. */
export async function lookUp(here: Place, commit: string, path: string): Promise<Found | undefined> {
  if (!COMMIT.test(commit)) return undefined;
  const own = path.replace(/\/$/, "");
  const { exitCode, stdout } = await ask(here, [
    "ls-tree",
    "-z",
    "-l",
    "--full-tree",
    commit,
    "--",
    `:(literal)${own}`,
  ]);
  const [, mode, object, size] = (exitCode === 0 && ENTRY.exec(stdout)) || [];
  if (mode === undefined || object === undefined) return undefined;
  return { isFile: mode.startsWith("100"), object, sizeBytes: Number(size) || 0 };
}
