import type { Log } from "../../shared/ports/log.ts";

export const silentLog: Log = { info: () => {}, detail: () => {}, progress: () => {} };

/** Keeps what is said, for a test to read. */
export function recordedLog(): { readonly log: Log; readonly infos: string[]; readonly details: string[] } {
  const infos: string[] = [];
  const details: string[] = [];
  const log: Log = {
    info: (message) => infos.push(message),
    detail: (message) => details.push(message),
    progress: () => {},
  };
  return { log, infos, details };
}
