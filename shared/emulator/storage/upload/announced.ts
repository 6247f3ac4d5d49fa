import type { Settings } from "../state/record.ts";

/** What is to become an object, as its client announced it. */
export interface Announced {
  readonly bucket: string;
  readonly object: string;
  /** As it was sent, checksums among it. */
  readonly resource: Settings;
  /** Where the preconditions stand. */
  readonly query: URLSearchParams;
}
