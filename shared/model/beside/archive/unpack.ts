import { gunzipSync, inflateRawSync, inflateSync, constants as zlib, zstdDecompressSync } from "node:zlib";
import type { ByteSource } from "../../../ports/files.ts";
import { bytesSource, readAt, readHead } from "../bytes.ts";
import { type Budget, isBomb, MAX_UNPACKED_BYTES } from "./limits.ts";

export type Packing = "raw" | "zlib" | "gzip" | "zstd";

export type Unpacked =
  | { readonly kind: "content"; readonly source: ByteSource; readonly isPrefix: boolean }
  | { readonly kind: "bomb" | "damaged" | "overBudget" };

const PREFIX_PACKED_BYTES = 1 << 14;
const UNPACKERS = { raw: inflateRawSync, zlib: inflateSync, gzip: gunzipSync };

/** The whole of it within the limits, else its beginning; nothing is ever written or kept. */
export function unpack(packed: ByteSource, packing: Packing, budget: Budget, declaredBytes?: number): Unpacked {
  if (!budget.spend(0)) return { kind: "overBudget" };
  if (Math.max(packed.sizeBytes, declaredBytes ?? 0) > MAX_UNPACKED_BYTES) return unpackPrefix(packed, packing, budget);
  const limit = Math.max(1, declaredBytes ?? MAX_UNPACKED_BYTES);
  const whole = decompress(packed, packing, { limit, isWhole: true });
  if (whole === "damaged") return { kind: "damaged" };
  if (whole !== "tooLarge")
    return isBomb(packed.sizeBytes, whole.length) ? { kind: "bomb" } : content(whole, false, budget);
  if (declaredBytes !== undefined || isBomb(packed.sizeBytes, limit)) return { kind: "bomb" };
  return budget.spend(limit) ? unpackPrefix(packed, packing, budget) : { kind: "overBudget" };
}

/** How a stream grows at its beginning says nothing about all of it: only its content counts. */
function unpackPrefix(packed: ByteSource, packing: Packing, budget: Budget): Unpacked {
  const prefix = decompress(packed, packing, { limit: MAX_UNPACKED_BYTES, isWhole: false });
  if (typeof prefix === "string") return { kind: prefix === "damaged" ? "damaged" : "bomb" };
  return content(prefix, true, budget);
}

function content(bytes: Buffer, isPrefix: boolean, budget: Budget): Unpacked {
  return budget.spend(bytes.length)
    ? { kind: "content", source: bytesSource(bytes), isPrefix }
    : { kind: "overBudget" };
}

/** A stream cut short gives what it has so far, at most a thousand times the bytes put in. */
function decompress(
  packed: ByteSource,
  packing: Packing,
  { limit, isWhole }: { readonly limit: number; readonly isWhole: boolean },
): Buffer | "tooLarge" | "damaged" {
  const bytes = isWhole ? readAt(packed, 0, packed.sizeBytes) : readHead(packed, PREFIX_PACKED_BYTES);
  const options = { maxOutputLength: limit };
  try {
    if (packing !== "zstd") {
      return UNPACKERS[packing](bytes, isWhole ? options : { ...options, finishFlush: zlib.Z_SYNC_FLUSH });
    }
    return zstdDecompressSync(bytes, isWhole ? options : { ...options, finishFlush: zlib.ZSTD_e_flush });
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
