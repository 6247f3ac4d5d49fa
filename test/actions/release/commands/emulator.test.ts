import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { localFiles } from "../../../../shared/adapters/files/files.ts";
import { clientsOf, created, deployed, put, type Running } from "../../../shared/emulator/running.ts";
import { call } from "../call.ts";

const ROOT = join(import.meta.dirname, "../../../..");
const DENSE = join(ROOT, "fixtures/models/keras3-exported");
const PARENT = "projects/p/locations/europe-west4";
const ROW = { listValue: { values: [1, 2, 3].map((numberValue) => ({ numberValue })) } };

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "emulator-command-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Started {
  readonly child: ChildProcess;
  readonly at: Running;
  /** The signal is sent, and the process awaited: how it ended. */
  end(signal: NodeJS.Signals): Promise<number | string>;
}

/** The program as a person starts it. */
async function started(...words: readonly string[]): Promise<Started> {
  const child = spawn(process.execPath, [join(ROOT, "actions/release/main.ts"), "emulator", ...words], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [line] = (await once(createInterface(child.stdout!), "line")) as [string];
  const { vertex, storage } = JSON.parse(line) as { readonly vertex: string; readonly storage: string };
  const emulator = {
    vertex,
    storage,
    requests: () => [],
    servedDigest: () => null,
    [Symbol.asyncDispose]: async () => {},
  };
  const at = { emulator, ...clientsOf(emulator) };
  return {
    child,
    at,
    async end(signal) {
      await at[Symbol.asyncDispose]();
      child.kill(signal);
      const [code, by] = (await once(child, "exit")) as [number | null, string | null];
      return code ?? by!;
    },
  };
}

async function served(at: Running): Promise<string> {
  for (const { path } of await localFiles().list(DENSE)) {
    await put(at.emulator.storage, `dense/${path}`, readFileSync(join(DENSE, path)));
  }
  const model = { displayName: "dense", artifactUri: "gs://models/dense" };
  const [operation] = await at.models.uploadModel({ parent: PARENT, modelId: "dense", model });
  const [{ model: name }] = await operation.promise();
  const endpoint = await created(at, "shop", PARENT);
  await deployed(at, endpoint, { id: "1", model: name!, split: { 0: 100 } });
  return endpoint;
}

/** The processes that live of this one. */
function childrenOf({ pid }: ChildProcess): readonly number[] {
  const list = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "latin1" });
  const rows = list
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  return rows.filter(([, parent]) => parent === pid).map(([id]) => id!);
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

describe("model-release emulator", () => {
  test.each([
    ["SIGTERM ends it well, and its models' processes before it", "SIGTERM", 0],
    ["SIGKILL tears nothing", "SIGKILL", "SIGKILL"],
  ] as const)("%s; the next one goes on from the same state at other addresses", async (_, signal, ending) => {
    const state = join(folder, "state");
    const first = await started("--state", state);
    const endpoint = await served(first.at);
    const [answer] = await first.at.predictions.predict({ endpoint, instances: [ROW] });
    const models = childrenOf(first.child);
    expect(models).not.toEqual([]);
    expect(await first.end(signal)).toBe(ending);
    if (ending === 0) expect(models.filter(isRunning)).toEqual([]);

    const second = await started("--state", state);
    try {
      expect(second.at.emulator.vertex).not.toBe(first.at.emulator.vertex);
      expect((await second.at.predictions.predict({ endpoint, instances: [ROW] }))[0]).toEqual(answer);
      const object = `${second.at.emulator.storage}/storage/v1/b/models/o/${encodeURIComponent("dense/saved_model.pb")}`;
      expect((await fetch(object)).status).toBe(200);
    } finally {
      await second.end("SIGTERM");
    }
  });

  test("ends though calls are delayed by its faults for an hour", async () => {
    const faults = [
      { fault: "delay", method: "*.get", ms: 3_600_000 },
      { fault: "delay", method: "Get*", ms: 3_600_000 },
    ];
    writeFileSync(join(folder, "faults.json"), JSON.stringify({ faults }));
    const { at, end } = await started("--faults", join(folder, "faults.json"));
    const calls = [
      fetch(`${at.emulator.storage}/storage/v1/b/models`),
      fetch(`http://${at.emulator.vertex}/v1/${PARENT}/endpoints/1`),
    ];
    const cut = Promise.all(calls.map((call) => expect(call).rejects.toThrow()));
    await fetch(`${at.emulator.storage}/_emulator/requests`);
    expect(await end("SIGTERM")).toBe(0);
    await cut;
  });

  test.each([
    ["a port that is none", ["--port", "x"], { code: "usage" }],
    ["a port beyond the last", ["--port", "65536"], { code: "usage" }],
    ["a file of faults that is not there", ["--faults", "none.json"], { code: "file-missing" }],
    ["a fault that there is not", ["--faults", "faults.json"], { code: "document-invalid" }],
  ])("%s is refused before anything is started", async (_, words, failure) => {
    writeFileSync(join(folder, "faults.json"), '{"faults": [{"fault": "earthquake"}]}');
    await expect(call(folder, "emulator", ...words)).rejects.toMatchObject(failure);
  });

  test("a port that is taken is named", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as { readonly port: number };
    const failure = { code: "usage", message: expect.stringContaining(`Port ${port}`) };
    await expect(call(folder, "emulator", "--port", String(port))).rejects.toMatchObject(failure);
    server.close();
  });
});
