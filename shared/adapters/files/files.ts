import { lstatSync } from "node:fs";
import type { Crc32cStream } from "../../model/crc32c/stream.ts";
import type { Files, PathKind } from "../../ports/files.ts";
import { isMissing, systemFailure } from "./failures.ts";
import { hashFile } from "./hash.ts";
import { listFiles } from "./list.ts";
import { openFile, readWhole } from "./open.ts";
import { writeText } from "./write.ts";

/** The disk of this machine. */
export function localFiles(): Files {
  const idle: Crc32cStream[] = [];
  return {
    kind: async (path) => kindOf(path),
    list: async (directory) => listFiles(directory),
    read: async (path, maxBytes) => readWhole(path, maxBytes),
    open: openFile,
    hash: (path) => hashFile(path, idle),
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
    if (isMissing(error)) return "missing";
    throw systemFailure(error, path, "read");
  }
}
