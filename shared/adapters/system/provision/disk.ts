import { closeSync, fsyncSync, openSync, statfsSync } from "node:fs";
import { Failure } from "../../../failure.ts";

/** What the operating system's refusal means for a person who sets up a runtime. */
export function diskFailure(error: unknown, path: string): Failure {
  if (error instanceof Failure) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new Failure("out-of-space", `There is no space left below ${path}`, { fix: spaceFix(path), cause: error });
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new Failure("file-refused", `This user may not write below ${path}`, {
      fix: "Set MODEL_RELEASE_RUNTIME to a folder that this user may write to.",
      cause: error,
    });
  }
  return new Failure("io", `The system could not write below ${path} (${code})`, {
    fix: "Check the disk and run again.",
    cause: error,
  });
}

/** Asked before gigabytes are fetched: afterwards is too late. */
export function requireSpace(folder: string, neededBytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const freeBytes = bavail * bsize;
  if (freeBytes >= neededBytes) return;
  throw new Failure(
    "out-of-space",
    `${folder} has ${megabytes(freeBytes)} MB free, and setting up takes ${megabytes(neededBytes)} MB`,
    { fix: spaceFix(folder) },
  );
}

function spaceFix(folder: string): string {
  return `Free space on the disk of ${folder} (\`df -h ${folder}\`), or set MODEL_RELEASE_RUNTIME to a folder on a larger one.`;
}

export function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

/** A file's or folder's content, or a folder's list of names, reaches the disk. */
export function sync(path: string): void {
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
