import { cloudStorage } from "../../shared/adapters/storage/storage.ts";
import { vertexCloud } from "../../shared/adapters/vertex/cloud.ts";
import { startEmulator } from "../../shared/emulator/emulator.ts";
import { Failure } from "../../shared/failure.ts";
import type { LedgerBranch } from "../../shared/ports/ledger-branch.ts";
import type { Log } from "../../shared/ports/log.ts";
import type { RehearsalCloud, RehearsalPlace } from "../../shared/ports/rehearsal-cloud.ts";
import type { Runtime } from "../../shared/ports/runtime.ts";

/** The emulator with a release's endpoints and bucket in it, asked by the clients that production is asked by. */
export async function rehearsalCloud(place: RehearsalPlace, runtime: Runtime, log: Log): Promise<RehearsalCloud> {
  await using opened = new AsyncDisposableStack();
  const { vertex, storage } = opened.use(await startEmulator({ runtime, log, plan: { operationMs: 1 } }));
  const { project, region } = place;
  await made(`${storage}/storage/v1/b?project=${project}`, { name: place.bucket });
  const parent = `http://${vertex}/v1/projects/${project}/locations/${region}`;
  // A platform numbers endpoints by itself, so a manifest's number is another one's name here.
  const names = new Map(place.endpoints.map((id, index) => [id, `rehearsal-${index}`]));
  for (const [id, name] of names) await made(`${parent}/endpoints?endpointId=${name}`, { displayName: id });
  const cloud = opened.use(vertexCloud({ project, region, api: vertex }));
  const { bucket } = cloudStorage({ environment: { MODEL_RELEASE_STORAGE_API: storage } });
  const kept = opened.move();
  return {
    endpoint: (id) => cloud.endpoint(names.get(id) ?? id),
    registry: cloud.registry,
    bucket: bucket(place.bucket),
    ledger: passingLedger(),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

async function made(url: string, body: object): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (response.ok) return;
  throw new Failure("internal", `the rehearsal's cloud refused ${url}: ${await response.text()}`, {
    fix: "Report this.",
  });
}

/** What is rehearsed is part of no history. */
function passingLedger(): LedgerBranch {
  let file: Uint8Array | undefined;
  let commit = 0;
  const name = () => (commit === 0 ? null : String(commit));
  return {
    place: "local",
    fetch: async () => ({ commit: name(), names: [], read: async () => file }),
    push: async ({ parent, bytes }) => {
      if (parent !== name()) return "rejected";
      file = bytes;
      commit += 1;
      return "pushed";
    },
  };
}
