import { Failure } from "../failure.ts";
import type { FileEntry, Files } from "../ports/files.ts";

const MAX_NAMED = 20;
const FIRST_LINE = "version https://git-lfs.github.com/spec/v1";
/** By Git LFS's own specification a pointer is smaller. */
const LIMIT_BYTES = 1024;

/** A checkout without Git LFS holds small text files where the model's should be: all of them are named at once. */
export async function refusePointers(directory: string, entries: readonly FileEntry[], files: Files): Promise<void> {
  const pointers: string[] = [];
  for (const { path, sizeBytes } of entries) {
    if (sizeBytes < FIRST_LINE.length || sizeBytes >= LIMIT_BYTES) continue;
    if (isPointer(await files.read(`${directory}/${path}`, LIMIT_BYTES))) pointers.push(path);
  }
  if (pointers.length > 0) throw pointersFound(directory, pointers);
}

export function isPointer(bytes: Uint8Array): boolean {
  return bytes.length < LIMIT_BYTES && Buffer.from(bytes).toString("latin1").startsWith(FIRST_LINE);
}

function pointersFound(directory: string, pointers: readonly string[]): Failure {
  const named = pointers.slice(0, MAX_NAMED).join(", ");
  const more = pointers.length > MAX_NAMED ? ` and ${pointers.length - MAX_NAMED} more` : "";
  return new Failure("lfs-pointer", `${directory} holds Git LFS pointers where files should be: ${named}${more}`, {
    fix: `Run git lfs pull in ${directory}.`,
  });
}
