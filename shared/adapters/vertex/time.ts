import type { google } from "@google-cloud/aiplatform/build/protos/protos.js";

/** In ISO 8601; a time that was not told is the beginning of all. */
export function isoTime(time: google.protobuf.ITimestamp | null | undefined): string {
  const ms = Number(time?.seconds ?? 0) * 1000 + Math.floor(Number(time?.nanos ?? 0) / 1e6);
  return new Date(Number.isFinite(ms) && Math.abs(ms) <= 8.64e15 ? ms : 0).toISOString();
}
