import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";

interface Ports {
  readonly log: Log;
  readonly clock: Clock;
  readonly sleep: (ms: number) => Promise<void>;
}

const BEAT_MS = 30_000;
const AWAITED = /^waiting for /;

/** What is awaited is said when it begins to be, and every 30 seconds as long as it does not come. */
export function withPulse<Waiting extends Ports>(ports: Waiting): Waiting {
  const { log, clock, sleep } = ports;
  let awaited = { what: "", sinceMs: 0, saidMs: 0 };
  const beat = (): void => {
    const nowMs = clock.elapsedMs();
    if (nowMs - awaited.saidMs < BEAT_MS) return;
    log.info(`still ${awaited.what}, for ${Math.round((nowMs - awaited.sinceMs) / 1000)} s`);
    awaited = { ...awaited, saidMs: nowMs };
  };
  return {
    ...ports,
    log: {
      ...log,
      info(message: string) {
        if (AWAITED.test(message) && message === awaited.what) return beat();
        const nowMs = clock.elapsedMs();
        if (AWAITED.test(message)) awaited = { what: message, sinceMs: nowMs, saidMs: nowMs };
        log.info(message);
      },
    },
    async sleep(ms: number) {
      for (let leftMs = ms; leftMs > 0; leftMs -= BEAT_MS) {
        await sleep(Math.min(BEAT_MS, leftMs));
        if (leftMs > BEAT_MS) beat();
      }
    },
  };
}
