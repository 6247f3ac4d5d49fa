import { randomBytes } from "node:crypto";
import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { systemFailure } from "./failures.ts";

/** Written beside the old file and renamed over it, so that whoever reads sees one of the two, whole. */
export async function writeText(path: string, text: string): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    writeDurably(beside, text);
    keepMode(path, beside);
    renameSync(beside, path);
    syncFolder(dirname(path));
  } catch (error) {
    rmSync(beside, { force: true });
    throw systemFailure(error, path, "write");
  }
}

function writeDurably(path: string, text: string): void {
  const descriptor = openSync(path, "wx");
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function keepMode(path: string, beside: string): void {
  const old = statSync(path, { throwIfNoEntry: false });
  if (old !== undefined) chmodSync(beside, old.mode & 0o777);
}

/** The rename itself reaches the disk only with its folder. */
function syncFolder(folder: string): void {
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
