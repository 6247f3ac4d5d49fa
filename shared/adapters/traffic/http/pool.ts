import { Failure } from "../../../failure.ts";
import type { HttpTarget, TrafficError } from "../../../ports/traffic.ts";
import type { Lanes } from "../lanes.ts";
import { LATE } from "../sending.ts";
import { Connection } from "./connection.ts";
import { requestSource } from "./request-bytes.ts";
import { socketOpener } from "./socket.ts";

const CONNECT_MS = 10_000;
/** Opened at once: more than this overflows the queue of a listening socket. */
const GROUP = 64;

/** Connections that are opened before the first request; one that is lost is opened again when it is needed. */
export async function connectionLanes(target: HttpTarget, freed: () => void): Promise<Lanes> {
  const bytesOf = requestSource(target);
  const open = socketOpener(target);
  const free: Connection[] = [];
  const release = (connection: Connection): void => {
    free.push(connection);
    freed();
  };
  const all = Array.from({ length: target.concurrency }, () => new Connection(open, release));
  const abandon = (): void => {
    for (const connection of all) connection.drop(true);
  };
  const refusal = await all[0]!.connect(CONNECT_MS);
  if (refusal !== null) {
    abandon();
    throw unreachable(target, refusal);
  }
  for (let from = 1; from < all.length; from += GROUP) {
    await Promise.all(all.slice(from, from + GROUP).map((connection) => connection.connect(CONNECT_MS)));
  }
  free.push(...all);
  return {
    hasFree: () => free.length > 0,
    // The one that was used last: a pool that is larger than needed lets the others go idle.
    begin: (request, nowMs) => free.pop()!.begin(request, bytesOf(request.number), nowMs),
    expire: (beforeMs) => {
      for (const connection of all) {
        const sinceMs = connection.busySinceMs();
        if (sinceMs !== null && sinceMs < beforeMs) connection.fail(LATE);
      }
    },
    abandon: () => {
      abandon();
      free.splice(0, free.length, ...all);
    },
  };
}

function unreachable({ url }: HttpTarget, { kind, detail }: TrafficError): Failure {
  const fix =
    kind === "tls"
      ? "Give the server's authority with --ca FILE, or --insecure if the server is your own."
      : "Start the server, or correct the URL.";
  return new Failure("target-unreachable", `${new URL(url).host} takes no connection: ${detail}`, { fix });
}
