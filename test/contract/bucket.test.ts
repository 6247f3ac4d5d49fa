import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { describe, test } from "vitest";
import { cloudStorage } from "../../shared/adapters/storage/storage.ts";
import { emulatedStorage } from "../emulated-storage.ts";
import { fakeBuckets } from "../fakes/bucket.ts";
import { goProgram } from "../go-program.ts";
import { bucketContract } from "./bucket.ts";

bucketContract({
  title: "a bucket in memory",
  gaps: ["has every bucket"],
  open: async () => {
    const { bucket } = fakeBuckets();
    return { bucket: bucket("models"), absent: bucket("nowhere"), async [Symbol.asyncDispose]() {} };
  },
});

bucketContract({
  title: "a bucket of the emulator",
  open: async () => {
    const storage = await emulatedStorage({ buckets: ["models"] });
    const { bucket } = cloudStorage({ environment: { MODEL_RELEASE_STORAGE_API: storage.address } });
    return { bucket: bucket("models"), absent: bucket("nowhere"), [Symbol.asyncDispose]: storage[Symbol.asyncDispose] };
  },
});

/** Somebody else's emulator, whose author has never seen ours: what both accept, no misreading of ours explains. */
const MODULE = "github.com/fsouza/fake-gcs-server@v1.56.1";
const OTHER = goProgram(
  { folder: "fake-gcs-server", module: MODULE },
  process.env.MODEL_RELEASE_FAKE_GCS === "required",
);

if (!existsSync(OTHER)) {
  test.skip(`a bucket of fake-gcs-server (needs Go: GOBIN=$PWD/.cache/fake-gcs-server go install ${MODULE})`, () => {});
} else {
  describe("fake-gcs-server v1.56.1", () =>
    bucketContract({
      title: "a bucket of fake-gcs-server",
      gaps: ["removes an object of any generation", "has every bucket"],
      open: async () => {
        const server = await otherEmulator();
        const { bucket } = cloudStorage({ environment: { MODEL_RELEASE_STORAGE_API: server.address } });
        return {
          bucket: bucket("models"),
          absent: bucket("nowhere"),
          [Symbol.asyncDispose]: server[Symbol.asyncDispose],
        };
      },
    }));
}

async function otherEmulator(): Promise<{ readonly address: string } & AsyncDisposable> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const place = ["-scheme", "http", "-host", "127.0.0.1", "-port", String(port), "-backend", "memory"];
  const known = ["-public-host", `127.0.0.1:${port}`, "-external-url", address];
  const child = spawn(OTHER, [...place, ...known], { stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  child.stderr.on("data", (line) => /server started/.test(String(line)) && resolve());
  child.once("exit", () => reject(new Error("fake-gcs-server ended before it was ready")));
  await ready;
  const body = JSON.stringify({ name: "models" });
  await fetch(`${address}/storage/v1/b?project=p`, { method: "POST", body });
  return {
    address,
    async [Symbol.asyncDispose]() {
      child.kill();
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === "object" && address !== null ? address.port : 0;
}
