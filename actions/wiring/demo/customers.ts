import { readFile } from "node:fs/promises";
import { localTraffic } from "../../../shared/adapters/traffic/traffic.ts";
import type { Customers, Met } from "../../../shared/ports/stage.ts";
import type { TrafficChannel } from "../../../shared/ports/traffic.ts";

interface Asked {
  readonly url: string;
  /** Requests as JSON lines, sent in turn. */
  readonly requests: string;
  readonly ratePerSecond: number;
}

const TIMEOUT_MS = 30_000;
const CONNECTIONS = 16;

/** An open loop: customers do not wait for each other. */
export function customers({ url, requests, ratePerSecond }: Asked): Customers & AsyncDisposable {
  let [answers, errors] = [0, 0];
  let asking: { readonly channel: TrafficChannel; readonly leave: () => Promise<void> } | null = null;
  const come = async (): Promise<void> => {
    const channel = await localTraffic().open(await targetOf(url, requests));
    const leaving = new AbortController();
    let sent = 0;
    const load = channel.send({
      nextDueMs: () => (leaving.signal.aborted ? null : (1000 * sent++) / ratePerSecond),
      timeoutMs: TIMEOUT_MS,
      settled: ({ error }) => {
        if (error === null) answers += 1;
        else errors += 1;
      },
      signal: leaving.signal,
    });
    asking = {
      channel,
      leave: async () => {
        leaving.abort();
        await load;
        await channel[Symbol.asyncDispose]();
      },
    };
  };
  const leave = async (): Promise<void> => {
    const left = asking;
    asking = null;
    await left?.leave();
  };
  return {
    ratePerSecond,
    come,
    leave,
    met: (): Met => ({ answers, errors }),
    [Symbol.asyncDispose]: leave,
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
