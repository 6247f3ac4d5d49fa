import { gunzipSync, inflateRawSync, inflateSync, constants as zlib, zstdDecompressSync } from "node:zlib";
import type { ByteSource } from "../../../ports/files.ts";
import { bytesSource, readAt, readHead } from "../bytes.ts";
import { type Budget, isBomb, MAX_UNPACKED_BYTES } from "./limits.ts";

export type Packing = "raw" | "zlib" | "gzip" | "zstd";

export type Unpacked =
  | { readonly kind: "content"; readonly source: ByteSource }
  | { readonly kind: "bomb" | "damaged" | "tooLarge" };

const UNPACKERS = { raw: inflateRawSync, zlib: inflateSync, gzip: gunzipSync, zstd: zstdDecompressSync };
/** Said wherever a limit on unpacking is met. */
export const TOO_LARGE = "it unpacks to more than we judge";
const PROBE_BYTES = 4096;

/** Unpacked in memory and whole, or not at all: what only begins harmlessly is not known to be harmless. */
export function unpack(packed: ByteSource, packing: Packing, budget: Budget, declaredBytes?: number): Unpacked {
  if (Math.max(packed.sizeBytes, declaredBytes ?? 0) > MAX_UNPACKED_BYTES) return { kind: "tooLarge" };
  const limit = Math.max(1, declaredBytes ?? MAX_UNPACKED_BYTES);
  if (!budget.allows(limit)) return { kind: "tooLarge" };
  const bytes = decompress(packed, packing, limit);
  budget.spend(typeof bytes === "string" ? limit : bytes.length);
  if (bytes === "damaged") return { kind: "damaged" };
  if (bytes !== "tooLarge") return isBomb(packed.sizeBytes, bytes.length) ? { kind: "bomb" } : contentOf(bytes);
  return { kind: declaredBytes !== undefined || isBomb(packed.sizeBytes, limit) ? "bomb" : "tooLarge" };
}

/** The two bytes that begin a zlib stream prove little; that its first block unpacks does. */
export function startsZlib(packed: ByteSource): boolean {
  try {
    inflateSync(readHead(packed, PROBE_BYTES), { finishFlush: zlib.Z_SYNC_FLUSH });
    return true;
  } catch (error) {
    return reasonOf(error) === "tooLarge";
  }
}

const contentOf = (bytes: Buffer): Unpacked => ({ kind: "content", source: bytesSource(bytes) });

function decompress(packed: ByteSource, packing: Packing, limit: number): Buffer | "tooLarge" | "damaged" {
  try {
    return UNPACKERS[packing](readAt(packed, 0, packed.sizeBytes), { maxOutputLength: limit });
  } catch (error) {
    return reasonOf(error);
  }
}

/** zlib reports every kind of bad stream by an error with a code of its own. */
function reasonOf(error: unknown): "tooLarge" | "damaged" {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ERR_BUFFER_TOO_LARGE") return "tooLarge";
  if (/^(Z_|ZSTD_|ERR_TRAILING_JUNK)/.test(code)) return "damaged";
  throw error;
}
