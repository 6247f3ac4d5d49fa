import { setTimeout as delay } from "node:timers/promises";
import { type Emulator, startEmulator } from "../../../shared/emulator/emulator.ts";
import { Failure } from "../../../shared/failure.ts";
import type { Log } from "../../../shared/ports/log.ts";
import { runtimeFor } from "../runtimes.ts";

/** Where the releases of the props are served, as their manifests say. */
export interface LocalPlatform extends AsyncDisposable, Pick<Emulator, "vertex" | "storage" | "requests"> {
  readonly predictUrl: string;
}

const PROJECT = "demo";
const PARENT = `projects/${PROJECT}/locations/europe-west4`;
const BUCKET = "demo-models";
const [ENDPOINT, STAGING] = ["123456789", "234567890"];
const POLL_MS = 10;
const LONGEST_MS = 30_000;

/** The emulator with a bucket, an endpoint and one for staging, each empty. */
export async function startPlatform(log: Log): Promise<LocalPlatform> {
  await using started = new AsyncDisposableStack();
  const runtime = await runtimeFor({ runtime: "embedded", environment: {} }, log);
  const emulator = started.use(await startEmulator({ runtime, log }));
  await asked(`${emulator.storage}/storage/v1/b?project=${PROJECT}`, { name: BUCKET });
  const vertex = `http://${emulator.vertex}/v1`;
  for (const [id, displayName] of [
    [ENDPOINT, "churn"],
    [STAGING, "churn-staging"],
  ])
    await settled(vertex, await asked(`${vertex}/${PARENT}/endpoints?endpointId=${id}`, { displayName }));
  const running = started.move();
  return {
    ...emulator,
    predictUrl: `${vertex}/${PARENT}/endpoints/${ENDPOINT}:predict`,
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

interface Operation {
  readonly name: string;
  readonly done?: boolean;
}

async function settled(vertex: string, { name }: Operation): Promise<void> {
  for (let waitedMs = 0; waitedMs < LONGEST_MS; waitedMs += POLL_MS) {
    if ((await asked(`${vertex}/${name}`)).done) return;
    await delay(POLL_MS);
  }
  throw new Failure("internal", `the local cloud did not end ${name}`, { fix: "Report this." });
}

async function asked(url: string, body?: object): Promise<Operation> {
  const posted = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(url, body === undefined ? {} : posted);
  if (response.ok) return (await response.json()) as Operation;
  throw new Failure("internal", `the local cloud refused ${url}: ${await response.text()}`, { fix: "Report this." });
}
