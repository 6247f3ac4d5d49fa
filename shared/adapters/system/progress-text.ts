import type { Activity } from "../../ports/log.ts";

/** How far a piece of work has come, and since when it has been watched. */
export interface Progress {
  readonly activity: Activity;
  readonly done: number;
  readonly total: number;
  /** What was done already when somebody began to watch. */
  readonly doneBefore: number;
  readonly elapsedMs: number;
}

/** `scoring rows: 41 % (410,000 of 1,000,000; 85,000 a second; 7 s left)`. */
export function progressText(progress: Progress): string {
  const { activity, done, total } = progress;
  const percent = total > 0 ? Math.min(100, Math.floor((100 * done) / total)) : 100;
  const parts = [amounts(progress), ...paceOf(progress)];
  return `${nameOf(activity)}: ${percent} % (${parts.join("; ")})`;
}

export function nameOf(activity: Activity): string {
  return typeof activity === "string" ? activity : activity.name;
}

// Made when something is first shown: the first of a process takes as long as half of Node's own start.
const whole = once(() => new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 }));
const rough = once(() => new Intl.NumberFormat("en-US", { maximumSignificantDigits: 2 }));
const BYTES_PER_MEGABYTE = 1_000_000;

function amounts({ activity, done, total }: Progress): string {
  if (typeof activity === "string") return `${whole().format(done)} of ${whole().format(total)}`;
  return `${whole().format(done / BYTES_PER_MEGABYTE)} of ${whole().format(total / BYTES_PER_MEGABYTE)} MB`;
}

/** Nothing where nothing is known yet: a rate of two moments is a guess, one of none is a division by zero. */
function paceOf({ activity, done, total, doneBefore, elapsedMs }: Progress): string[] {
  const perSecond = (1000 * (done - doneBefore)) / elapsedMs;
  if (!(perSecond > 0 && perSecond < Number.POSITIVE_INFINITY)) return [];
  return [rateText(activity, perSecond), `${timeText(Math.max(0, total - done) / perSecond)} left`];
}

function rateText(activity: Activity, perSecond: number): string {
  if (typeof activity !== "string") return `${rough().format(perSecond / BYTES_PER_MEGABYTE)} MB a second`;
  return perSecond >= 1 ? `${rough().format(perSecond)} a second` : `${rough().format(60 * perSecond)} a minute`;
}

function timeText(seconds: number): string {
  if (seconds <= 59) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${whole().format(Math.floor(minutes / 60))} h ${minutes % 60} min`;
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
