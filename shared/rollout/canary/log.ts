import { toFailure } from "../../failure.ts";
import type { Bucket, Buckets } from "../../ports/bucket.ts";
import { placeInBucket } from "../../release/bucket-place.ts";
import type { CanaryQuestion } from "../canary.ts";
import { countText } from "./finding.ts";
import { type LogRow, readLogRow } from "./log-row.ts";
import type { CanarySource, Sourced } from "./source.ts";
import { type Tally, tallyOf } from "./tally.ts";

export interface LogPorts {
  readonly buckets: () => Promise<Buckets>;
}

const MOST_OBJECTS = 10_000;
const MOST_BYTES = 256 * 2 ** 20;
const LEAST_ERROR = 400;

/** The rows of `monitoring.source`, written by whoever serves: all of what was answered, as far as it has arrived. */
export function logged({ buckets }: LogPorts): CanarySource {
  return async (question) => {
    const source = question.manifest.monitoring?.source;
    if (source === undefined) return unseen("the manifest names no monitoring.source");
    try {
      const { bucket, object } = placeInBucket(source);
      return await readingsIn((await buckets()).bucket(bucket), object, question);
    } catch (thrown) {
      const { code, message } = toFailure(thrown);
      if (code === "internal") throw thrown;
      return unseen(message);
    }
  };
}

async function readingsIn(bucket: Bucket, pattern: string, question: CanaryQuestion): Promise<Sourced> {
  const { objects } = await bucket.list({ prefix: prefixOf(pattern), maxObjects: MOST_OBJECTS });
  const isNamed = namedBy(pattern);
  // What was written before the step began holds nothing of it.
  const recent = objects.filter(({ object, updatedMs }) => updatedMs >= question.sinceMs && isNamed.test(object));
  const bytes = recent.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (bytes > MOST_BYTES) return unseen(`the log of this step has ${countText(bytes)} bytes: more than can be read`);
  const step = newStep(question);
  for (const stored of recent) {
    const read = await bucket.read({ object: stored.object, maxBytes: MOST_BYTES });
    if (read.status === "found") for (const row of rowsOf(read.value.bytes)) count(row, step, question);
  }
  return seen(step, question);
}

interface Step {
  readonly challenger: Tally;
  readonly champion: Tally;
  newestMs: number;
  unread: number;
}

function newStep({ manifest, sinceMs }: CanaryQuestion): Step {
  return { challenger: tallyOf(manifest), champion: tallyOf(manifest), newestMs: sinceMs, unread: 0 };
}

/** The part of a pattern that no star follows upon. */
function prefixOf(pattern: string): string {
  return pattern.split("*", 1)[0]!;
}

/** A star stands for anything but a slash, two of them for anything. */
function namedBy(pattern: string): RegExp {
  const parts = pattern.split(/(\*\*|\*)/).map((part) => {
    if (part === "**") return ".*";
    return part === "*" ? "[^/]*" : part.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("")}$`, "s");
}

function* rowsOf(bytes: Uint8Array): Generator<LogRow | null> {
  const text = new TextDecoder().decode(bytes);
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf("\n", from);
    const line = text.slice(from, end < 0 ? text.length : end).trim();
    from = end < 0 ? text.length : end + 1;
    if (line !== "") yield readLogRow(line);
  }
}

function count(row: LogRow | null, step: Step, question: CanaryQuestion): void {
  if (row === null) {
    step.unread += 1;
    return;
  }
  const { timeMs, status, latencyMs, prediction } = row;
  const tally = tallyFor(row, step, question);
  if (timeMs < question.sinceMs || timeMs > question.nowMs || tally === null) return;
  step.newestMs = Math.max(step.newestMs, timeMs);
  if (status !== null && status >= LEAST_ERROR) tally.addError(String(status), latencyMs);
  else tally.add({ predictions: prediction === undefined ? null : [prediction], rows: 1, latencyMs });
}

/** Beside the challenger only who served before has traffic, so that another digest is theirs. */
function tallyFor({ deployedModelId, digest }: LogRow, step: Step, question: CanaryQuestion): Tally | null {
  const { challengerId, championIds, manifest } = question;
  if (deployedModelId === null) {
    if (digest === null) return null;
    return digest === manifest.artifact.digest ? step.challenger : step.champion;
  }
  if (deployedModelId === challengerId) return step.challenger;
  return championIds.includes(deployedModelId) ? step.champion : null;
}

function seen({ challenger, champion, newestMs, unread }: Step, question: CanaryQuestion): Sourced {
  const hasChampion = question.championIds.some((id) => id !== question.challengerId);
  const readings = {
    challenger: challenger.reading(),
    champion: hasChampion ? champion.reading() : null,
    spanMs: newestMs - question.sinceMs,
    remarks: unread === 0 ? [] : [`left out are ${countText(unread)} lines of the log that are no rows`],
  };
  const isEmpty = readings.challenger.answers === 0 && (readings.champion?.answers ?? 0) === 0;
  return isEmpty ? unseen("the log has no rows of this step yet") : { kind: "seen", readings };
}

function unseen(reason: string): Sourced {
  return { kind: "unseen", reason };
}
