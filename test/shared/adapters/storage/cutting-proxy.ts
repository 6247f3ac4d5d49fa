import { connect, createServer, type Socket } from "node:net";

/** A wire between a client and a server that breaks where a test says. */
export interface CuttingProxy {
  readonly address: string;
  /** Each of the next connections that carries so many bytes one way is cut there; the others are left alone. */
  cutUploadsAfter(bytes: readonly number[]): void;
  cutDownloadsAfter(bytes: readonly number[]): void;
  close(): Promise<void>;
}

interface Cuts {
  uploads: number[];
  downloads: number[];
}

export async function cuttingProxy(target: string): Promise<CuttingProxy> {
  const cuts: Cuts = { uploads: [], downloads: [] };
  const sockets = new Set<Socket>();
  const { hostname, port } = new URL(target);
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      // The other half learns of it by its own end.
      socket.on("error", () => {}).on("close", () => [client, upstream].forEach((half) => void half.destroy()));
    }
    carry(client, upstream, () => cuts.uploads);
    carry(upstream, client, () => cuts.downloads);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  return {
    address: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    cutUploadsAfter: (bytes) => {
      cuts.uploads = [...bytes];
    },
    cutDownloadsAfter: (bytes) => {
      cuts.downloads = [...bytes];
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Counted from the latest cut that was set, so that a connection which is used again may be cut as well. */
function carry(from: Socket, to: Socket, cuts: () => number[]): void {
  let [carried, counted] = [0, cuts()];
  from.on("data", (bytes: Buffer) => {
    if (counted !== cuts()) [carried, counted] = [0, cuts()];
    const limit = counted[0];
    carried += bytes.length;
    if (limit !== undefined && carried >= limit) {
      counted.shift();
      to.write(bytes.subarray(0, Math.max(0, bytes.length - (carried - limit))), () => from.destroy());
      return;
    }
    if (!to.write(bytes)) {
      from.pause();
      to.once("drain", () => from.resume());
    }
  });
}
