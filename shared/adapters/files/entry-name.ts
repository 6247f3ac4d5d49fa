import { isUtf8 } from "node:buffer";

const MAX_PATH_BYTES = 1024;
const BACKSLASH = "\\".charCodeAt(0);

/** Why a name cannot be part of a release on every system that will hold it, or null. */
export function nameProblem(name: Buffer, path: string): string | null {
  if (!isUtf8(name)) return "has a name that is not valid UTF-8";
  if (/\p{Cc}/u.test(name.toString())) return "has a control character in its name";
  if (name.includes(BACKSLASH)) return "has a backslash in its name";
  if (Buffer.byteLength(path) > MAX_PATH_BYTES) return `has a path longer than ${MAX_PATH_BYTES} bytes`;
  return null;
}

/** A name as it can be shown: what is not valid UTF-8 becomes `\xNN`. */
export function shownName(name: Buffer): string {
  if (isUtf8(name)) return name.toString();
  return name.toString("latin1").replace(/[^ -~]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).padStart(2, "0")}`);
}
