import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { localHashedFiles } from "../../../../shared/adapters/files/hashed-files.ts";
import type { Credentials } from "../../../../shared/adapters/storage/credentials.ts";
import { cloudStorage } from "../../../../shared/adapters/storage/storage.ts";
import type { FaultPlan, PlannedFault } from "../../../../shared/emulator/faults/plan.ts";
import type { Bucket, UploadedObject, Written } from "../../../../shared/ports/bucket.ts";
import { type EmulatedStorage, emulatedStorage } from "../../../emulated-storage.ts";

export const SMALL = new Uint8Array(randomBytes(1_000));
/** More than goes in one request. */
export const LARGE = randomBytes((9 << 20) + 5);

export interface Laid {
  readonly storage: EmulatedStorage;
  readonly bucket: Bucket;
  /** In milliseconds, each before another try. */
  readonly waits: readonly number[];
}

interface Trouble {
  readonly credentials?: Credentials;
  /** Happens before each further try. */
  readonly onWait?: () => Promise<void>;
}

export async function put(
  { address }: EmulatedStorage,
  name: string,
  body: string | Uint8Array<ArrayBuffer>,
): Promise<void> {
  const query = new URLSearchParams({ uploadType: "media", name });
  await fetch(`${address}/upload/storage/v1/b/models/o?${query}`, { method: "POST", body });
}

/** A bucket that holds one object, whose laying was the first call that faults count. */
export async function laid(plan: FaultPlan, { credentials, onWait }: Trouble = {}): Promise<Laid> {
  const storage = await emulatedStorage({ buckets: ["models"], plan: shifted(plan) });
  onTestFinished(() => storage[Symbol.asyncDispose]());
  await put(storage, "there", SMALL);
  const { pace, waits } = recordedPace(onWait);
  const environment = { MODEL_RELEASE_STORAGE_API: storage.address };
  const given = credentials === undefined ? {} : { credentials };
  return { storage, bucket: cloudStorage({ environment, pace, ...given }).bucket("models"), waits };
}

/** A plan that says nothing of a resource also counts the bucket's own creation. */
function shifted({ faults = [] }: FaultPlan): FaultPlan {
  const isFirst = (fault: PlannedFault): boolean => fault.resource === undefined && fault.method === undefined;
  return {
    faults: faults.map((fault) => (isFirst(fault) ? { ...fault, calls: fault.calls!.map((call) => call + 1) } : fault)),
  };
}

/** Nobody waits; half of the jitter is drawn each time. */
export function recordedPace(onWait: () => Promise<void> = async () => {}) {
  const waits: number[] = [];
  const wait = async (ms: number): Promise<void> => {
    waits.push(ms);
    await onWait();
  };
  return { waits, pace: { nowMs: () => waits.reduce((sum, ms) => sum + ms, 0), wait, random: () => 0.5 } };
}

/** A file of these bytes, as the object `new`. */
export async function upload(bucket: Bucket, bytes: Uint8Array): Promise<Written<UploadedObject>> {
  const folder = mkdtempSync(join(tmpdir(), "upload-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "file"), bytes);
  using source = localHashedFiles().source(join(folder, "file"));
  return await bucket.upload({ object: "new", source });
}
