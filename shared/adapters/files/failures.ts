import { opendirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Failure, type FailureCode } from "../../failure.ts";
import { nearest } from "../../schema/nearest.ts";

const MAX_SUGGESTIONS = 10_000;

type Doing = "read" | "write";
type Explanation = readonly [code: FailureCode, what: string, fix: string];

/** What the operating system's refusal means for a person, and what they do about it. */
export function systemFailure(error: unknown, path: string, doing: Doing): Failure {
  if (error instanceof Failure) return error;
  if (isMissing(error)) return missingFailure(path, "file-missing", error);
  const code = codeOf(error);
  const [failureCode, what, fix] = explain(code, path, doing);
  return new Failure(failureCode, `${path}: ${what}`, { fix, cause: error });
}

export function missingFailure(path: string, code: FailureCode, cause?: unknown): Failure {
  const close = closestExisting(path);
  const message = close === null ? `${path} does not exist` : `${path} does not exist; the nearest name is ${close}`;
  return new Failure(code, message, { fix: "Correct the path.", cause });
}

export function changedFailure(path: string, cause?: unknown): Failure {
  return new Failure("artifact-changed", `${path} changed while it was read`, {
    fix: "Stop what writes to it and run again.",
    cause,
  });
}

export function isMissing(error: unknown): boolean {
  return codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR";
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

function explain(code: string, path: string, doing: Doing): Explanation {
  switch (code) {
    case "EACCES":
    case "EPERM":
      return ["file-refused", `this user may not ${doing} it`, `Give this user permission to ${doing} ${path}.`];
    case "EROFS":
      return ["file-refused", "its file system is mounted read-only", "Write to a folder that is not read-only."];
    case "ELOOP":
      return ["file-refused", "it is a symbolic link", "Name the file that the link points to."];
    case "EISDIR":
      return ["file-refused", "it is a folder", "Name a file."];
    case "ENXIO":
      return ["file-refused", "it is not a regular file", "Name a regular file."];
    case "ENAMETOOLONG":
    case "ERR_INVALID_ARG_VALUE":
      return ["file-refused", "no file can have this name", "Correct the path."];
    case "ENOSPC":
    case "EDQUOT":
    case "EFBIG":
      return ["out-of-space", "there is no space left to write it", `Free space on the disk that holds ${path}.`];
    case "EMFILE":
    case "ENFILE":
      return ["io", "too many files are open", "Raise the limit of open files (ulimit -n) and run again."];
    default:
      return ["io", `the system could not ${doing} it (${code || "unknown error"})`, "Check the disk and run again."];
  }
}

/** Looks beside the first part of the path that is not there. */
function closestExisting(path: string): string | null {
  for (let at = path; dirname(at) !== at; at = dirname(at)) {
    const parent = dirname(at);
    if (!isFolder(parent)) continue;
    const close = nearest(basename(at), namesIn(parent));
    return close === null ? null : join(parent, close);
  }
  return null;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function namesIn(folder: string): string[] {
  const names: string[] = [];
  try {
    using directory = opendirSync(folder);
    for (let entry = directory.readSync(); entry !== null; entry = directory.readSync()) {
      if (names.push(entry.name) === MAX_SUGGESTIONS) break;
    }
  } catch {
    // A folder that cannot be listed has nothing to suggest.
  }
  return names;
}
