/** Whose comment this is, and by which run of the workflow. */
export interface Marker {
  readonly runId: number;
  readonly attempt: number;
}

/** The inverse of `parseMarker`; it stands on the first line of every comment and is not seen there. */
export function markerText({ runId, attempt }: Marker): string {
  return `<!-- model-release:report run=${runId} attempt=${attempt} -->`;
}

/** Null where the first line is no marker. It says nothing about who wrote it: anybody can. */
export function parseMarker(body: string): Marker | null {
  const found = /^<!-- model-release:report run=(\d{1,15}) attempt=(\d{1,9}) -->(?:\r?\n|$)/.exec(body);
  return found === null ? null : { runId: Number(found[1]), attempt: Number(found[2]) };
}

/** A run that was started later, or again, is newer. */
export function isNewer(marker: Marker, other: Marker): boolean {
  return marker.runId === other.runId ? marker.attempt > other.attempt : marker.runId > other.runId;
}
