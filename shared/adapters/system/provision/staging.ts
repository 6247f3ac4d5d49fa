import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { diskFailure, sync } from "./disk.ts";

const STAGING = ".staging-";
const ASIDE = ".aside-";
const OWNER = "owner.json";
const STALE_MS = 24 * 3_600_000;

/** A folder beside the runtimes that no search sees: only a rename at the very end makes it one of them. */
export interface Staging extends Disposable {
  readonly folder: string;
  /** What needs not stay; it is not part of the runtime. */
  readonly scratch: string;
}

export function createStaging(root: string): Staging {
  try {
    makeFolder(root);
    removeAbandoned(root);
    const home = join(root, `${STAGING}${randomBytes(8).toString("hex")}`);
    mkdirSync(home);
    writeFileSync(join(home, OWNER), JSON.stringify({ host: hostname(), pid: process.pid }));
    const [folder, scratch] = [join(home, "runtime"), join(home, "scratch")];
    mkdirSync(folder);
    mkdirSync(scratch);
    return { folder, scratch, [Symbol.dispose]: () => remove(home) };
  } catch (error) {
    throw diskFailure(error, root);
  }
}

/** With `recursive`, Node tries for ever where a file system makes no folders and says ENOENT, as /proc does. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

/**
 * The rename decides between two jobs: it never replaces a folder that holds something, so the first one wins and the
 * other takes what is there. A runtime that is there and broken is moved aside first.
 */
export async function publish(folder: string, final: string, isSound: () => Promise<boolean>): Promise<void> {
  try {
    syncTree(folder);
    while (!movedInto(folder, final)) {
      if (await isSound()) return;
      moveAside(final);
    }
    sync(join(final, ".."));
  } catch (error) {
    throw diskFailure(error, final);
  }
}

function movedInto(folder: string, final: string): boolean {
  try {
    renameSync(folder, final);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOTEMPTY" || code === "EEXIST" || code === "ENOTDIR") return false;
    throw error;
  }
}

/** A process that has the old one open keeps it; nobody finds it any more. */
function moveAside(final: string): void {
  const aside = join(final, "..", `${ASIDE}${randomBytes(8).toString("hex")}`);
  try {
    renameSync(final, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  remove(aside);
}

function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() || entry.isDirectory()) sync(join(entry.parentPath, entry.name));
  }
  sync(folder);
}

/** What a killed run left behind. Its process is gone, or so much time has passed that it must be. */
function removeAbandoned(root: string): void {
  for (const name of readdirSync(root)) {
    const home = join(root, name);
    if (name.startsWith(ASIDE) || (name.startsWith(STAGING) && isAbandoned(home))) remove(home);
  }
}

function isAbandoned(home: string): boolean {
  try {
    const ageMs = Date.now() - statSync(home).mtimeMs;
    if (ageMs > STALE_MS) return true;
    const owner = JSON.parse(readFileSync(join(home, OWNER), "utf8")) as { host?: unknown; pid?: unknown };
    return owner.host === hostname() && typeof owner.pid === "number" && !isAlive(owner.pid);
  } catch {
    // Between the folder and its owner's name lies an instant, and in it no reason to remove anything.
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // Something still writes there; the next run comes back for it.
  }
}
