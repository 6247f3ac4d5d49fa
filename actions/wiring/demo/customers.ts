import { readFile } from "node:fs/promises";
import { localTraffic } from "../../../shared/adapters/traffic/traffic.ts";
import type { Customers, Met } from "../../../shared/ports/stage.ts";

interface Asked {
  readonly url: string;
  /** Requests as JSON lines, sent in turn. */
  readonly requests: string;
  readonly ratePerSecond: number;
}

const TIMEOUT_MS = 30_000;
const CONNECTIONS = 16;

/** An open loop: customers do not wait for each other. */
export function customers(asked: Asked): Customers & AsyncDisposable {
  const met = { answers: 0, errors: 0 };
  let leaving = async (): Promise<void> => {};
  const leave = async (): Promise<void> => {
    const left = leaving;
    leaving = async () => {};
    await left();
  };
  return {
    ratePerSecond: asked.ratePerSecond,
    come: async () => {
      leaving = await asking(asked, (hasFailed) => {
        met[hasFailed ? "errors" : "answers"] += 1;
      });
    },
    leave,
    met: (): Met => ({ ...met }),
    [Symbol.asyncDispose]: leave,
  };
}

/** Until what is returned is called. */
async function asking(
  { url, requests, ratePerSecond }: Asked,
  answered: (hasFailed: boolean) => void,
): Promise<() => Promise<void>> {
  const channel = await localTraffic().open(await targetOf(url, requests));
  const leaving = new AbortController();
  let sent = 0;
  const load = channel.send({
    nextDueMs: () => (leaving.signal.aborted ? null : (1000 * sent++) / ratePerSecond),
    timeoutMs: TIMEOUT_MS,
    settled: ({ error }) => answered(error !== null),
    signal: leaving.signal,
  });
  return async () => {
    leaving.abort();
    await load;
    await channel[Symbol.asyncDispose]();
  };
}

async function targetOf(url: string, requests: string) {
  const lines = (await readFile(requests, "utf8")).trim().split("\n");
  return {
    kind: "http",
    url,
    method: "POST",
    headers: { "Content-Type": "application/json" },
    bodies: lines.map((line) => new TextEncoder().encode(line)),
    concurrency: CONNECTIONS,
    trust: "system",
  } as const;
}
