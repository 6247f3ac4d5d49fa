import { createHash } from "node:crypto";
import { Failure, type FailureCode } from "../../shared/failure.ts";
import { crc32c } from "../../shared/model/crc32c/crc32c.ts";
import type { FileEntry, Files, OpenFile, PathKind } from "../../shared/ports/files.ts";

/** Names that no folder can hold stand for what the real file system may hold there. */
export const LINK = Symbol("a symbolic link");
const DEVICE = Symbol("a device");

export type Stored = Uint8Array | string | typeof LINK | typeof DEVICE;

export interface FakeFiles extends Files {
  /** What lies where, to be looked at and changed by a test. */
  readonly contents: Map<string, Stored>;
  readonly executables: Set<string>;
}

/** A file system in memory: paths and what they hold. Folders are there as soon as something lies in them. */
export function fakeFiles(contents: Readonly<Record<string, Stored>> = {}): FakeFiles {
  const held = new Map<string, Stored>();
  for (const [path, stored] of Object.entries(contents)) held.set(plain(path), stored);
  const executables = new Set<string>();
  return {
    contents: held,
    executables,
    kind: async (path) => kindOf(held, path),
    list: async (directory) => listIn(held, executables, directory),
    read: async (path, maxBytes) => readWhole(held, path, maxBytes),
    open: (path) => openFile(held, path),
    hash: async (path) => hashOf(bytesAt(held, path)),
    write: async (path, text) => writeText(held, path, text),
  };
}

function kindOf(held: ReadonlyMap<string, Stored>, path: string): PathKind {
  const stored = held.get(plain(path));
  if (stored === LINK) return "link";
  if (stored === DEVICE) return "other";
  if (stored !== undefined) return "file";
  return isFolder(held, path) ? "directory" : "missing";
}

function listIn(
  held: ReadonlyMap<string, Stored>,
  executables: ReadonlySet<string>,
  directory: string,
): readonly FileEntry[] {
  const kind = kindOf(held, directory);
  if (kind === "missing") throw failure("artifact-missing", `${directory} does not exist`);
  if (kind !== "directory") throw failure("artifact-refused", `${directory} is not a folder`);
  const prefix = `${plain(directory)}/`;
  const paths = [...held.keys()].filter((path) => path.startsWith(prefix));
  const refused = paths.filter((path) => typeof held.get(path) === "symbol");
  if (refused.length > 0) throw failure("artifact-refused", `${directory} cannot be released: ${refused.join("; ")}`);
  return paths
    .map((path) => ({
      path: path.slice(prefix.length),
      sizeBytes: bytesAt(held, path).length,
      executable: executables.has(path),
    }))
    .sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
}

function readWhole(held: ReadonlyMap<string, Stored>, path: string, maxBytes: number): Uint8Array {
  const bytes = bytesAt(held, path);
  if (bytes.length <= maxBytes) return Uint8Array.from(bytes);
  throw failure("limit-exceeded", `${path} has ${bytes.length} bytes, more than ${maxBytes}`);
}

function openFile(held: ReadonlyMap<string, Stored>, path: string): OpenFile {
  const bytes = bytesAt(held, path);
  let isOpen = true;
  return {
    sizeBytes: bytes.length,
    read(offset, length) {
      if (!isOpen) throw failure("internal", `${path} was read after it was closed`);
      const isInside = offset >= 0 && length >= 0 && Number.isSafeInteger(offset) && offset + length <= bytes.length;
      if (!isInside)
        throw failure("file-refused", `${path} has ${bytes.length} bytes, too few for ${length} at ${offset}`);
      return Uint8Array.from(bytes.subarray(offset, offset + length));
    },
    [Symbol.dispose]() {
      isOpen = false;
    },
  };
}

function hashOf(bytes: Uint8Array): Awaited<ReturnType<Files["hash"]>> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { sha256, crc32c: crc32c(bytes), sizeBytes: bytes.length };
}

function writeText(held: Map<string, Stored>, path: string, text: string): void {
  const kind = kindOf(held, path);
  if (kind === "directory") throw failure("file-refused", `${path}: it is a folder`);
  if (!isFolder(held, parentOf(path))) throw failure("file-missing", `${path} does not exist`);
  held.set(plain(path), text);
}

function bytesAt(held: ReadonlyMap<string, Stored>, path: string): Uint8Array {
  const stored = held.get(plain(path));
  if (typeof stored === "string") return new TextEncoder().encode(stored);
  if (stored instanceof Uint8Array) return stored;
  if (stored !== undefined) throw failure("file-refused", `${path} is ${stored.description}`);
  if (isFolder(held, path)) throw failure("file-refused", `${path} is a folder`);
  throw failure("file-missing", `${path} does not exist`);
}

function isFolder(held: ReadonlyMap<string, Stored>, path: string): boolean {
  const prefix = `${plain(path)}/`;
  return plain(path) === "." || plain(path) === "" || held.keys().some((other) => other.startsWith(prefix));
}

function parentOf(path: string): string {
  const end = plain(path).lastIndexOf("/");
  return end < 0 ? "." : plain(path).slice(0, end);
}

/** One spelling for each path: `./a//b/` is `a/b`. */
function plain(path: string): string {
  return path
    .replaceAll(/\/+/g, "/")
    .replace(/^(\.\/)+/, "")
    .replace(/(.)\/(\.\/?)?$/, "$1");
}

function failure(code: FailureCode, message: string): Failure {
  return new Failure(code, message, { fix: "Correct the path." });
}
