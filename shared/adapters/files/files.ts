import { lstatSync } from "node:fs";
import type { Files, PathKind } from "../../ports/files.ts";
import { codeOf, systemFailure } from "./failures.ts";
import { hashFile } from "./hash.ts";
import { listFiles } from "./list.ts";
import { openFile, readWhole } from "./open.ts";
import { writeText } from "./write.ts";

/** The disk of this machine. */
export function localFiles(): Files {
  return {
    kind: async (path) => kindOf(path),
    list: async (directory) => listFiles(directory),
    read: async (path, maxBytes) => readWhole(path, maxBytes),
    open: openFile,
    hash: hashFile,
    write: writeText,
  };
}

function kindOf(path: string): PathKind {
  try {
    const stats = lstatSync(path);
    if (stats.isFile()) return "file";
    if (stats.isDirectory()) return "directory";
    return stats.isSymbolicLink() ? "link" : "other";
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return "missing";
    throw systemFailure(error, path, "read");
  }
}
