import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";

/** `127.0.0.1:P`, where everything is passed on. */
export interface CuttingProxy extends Disposable {
  readonly address: string;
}

/** Asked of all that comes back: where it says so, the connection is reset in its place. */
export async function cuttingProxy(target: string, isCut: () => boolean): Promise<CuttingProxy> {
  const [host, port] = target.split(":") as [string, string];
  const server = createServer((near) => {
    const far = connect(Number(port), host);
    near.on("data", (bytes) => far.write(bytes));
    far.on("data", (bytes) => {
      if (isCut()) near.resetAndDestroy();
      else near.write(bytes);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on("error", () => {});
      one.on("close", () => other.destroy());
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { address, [Symbol.dispose]: () => void server.close() };
}
