import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseInputs } from "../../../actions/validate/inputs.ts";
import { run } from "../../../actions/validate/run.ts";
import { validatePorts } from "../../../actions/wiring/validate-ports.ts";
import { embeddedRuntime } from "../../../shared/adapters/embedded/runtime.ts";
import { localFiles } from "../../../shared/adapters/files/files.ts";
import { cloudStorage } from "../../../shared/adapters/storage/storage.ts";
import type { FaultPlan } from "../../../shared/emulator/faults/plan.ts";
import { type EmulatedStorage, emulatedStorage } from "../../emulated-storage.ts";
import { silentLog } from "../../fakes/log.ts";
import { laidRelease, writeManifest } from "./laid-release.ts";

describe("a release whose artifact and evaluation set lie in a bucket", () => {
  test("is validated as if they lay beside its manifest", async () => {
    const folder = await laidRelease();
    await using storage = await emulatedStorage({ buckets: ["models", "data"] });
    const { verdict, fault } = await validate(await movedToBucket(folder, storage), storage);
    expect(fault).toBeNull();
    expect(verdict.status).toBe("pass");
    expect(verdict.gates.find(({ gate }) => gate === "digest")?.status).toBe("pass");
  });

  test("fails the gate digest where another artifact lies there", async () => {
    const folder = await laidRelease();
    await using storage = await emulatedStorage({ buckets: ["models", "data"] });
    await movedToBucket(folder, storage);
    await put(storage, "models/sums/1.0.0/fingerprint.pb", Buffer.from("another"));
    const { verdict } = await validate(folder, storage);
    expect([verdict.status, verdict.gates.find(({ gate }) => gate === "digest")?.status]).toEqual(["fail", "fail"]);
  });

  test("is compared with a champion that lies in a bucket too", async () => {
    const folder = await laidRelease();
    await using storage = await emulatedStorage({ buckets: ["models", "data"] });
    await movedToBucket(folder, storage, "champion.yaml");
    const { evidence } = await validate(await movedToBucket(folder, storage), storage, "champion.yaml");
    expect(evidence.quality).toMatchObject({ metrics: { rmse: { difference: 0 } } });
  });

  test.each<[string, FaultPlan, object]>([
    [
      "which this job may not read",
      refusing("data/*", "PERMISSION_DENIED", "ci@p.iam.gserviceaccount.com does not have storage.objects.get access"),
      {
        code: "bucket-denied",
        exitCode: 2,
        message: expect.stringMatching(/^ci@p\.iam.* cannot look at gs:\/\/data\/eval\.csv/),
        fix: expect.stringMatching(/^Grant roles\/storage\.objectViewer.* on gs:\/\/data to ci@p\.iam/),
      },
    ],
    ["which is not there", {}, { code: "file-missing", exitCode: 2, message: "gs://data/eval.csv does not exist" }],
  ])("has every other gate measured without rows %s", async (_, plan, failure) => {
    const folder = await laidRelease();
    await using storage = await emulatedStorage({ buckets: ["models", "data"], plan });
    await movedToBucket(folder, storage);
    await fetch(`${storage.address}/storage/v1/b/data/o/eval.csv`, { method: "DELETE" });
    const { verdict, fault, evidence } = await validate(folder, storage);
    expect(fault).toMatchObject(failure);
    expect(verdict.status).toBe("inconclusive");
    expect(evidence.golden).toHaveProperty("cases");
  });

  test("is not judged where its artifact may not be read", async () => {
    const folder = await laidRelease();
    const plan = refusing("models/*", "PERMISSION_DENIED", "Permission 'storage.objects.list' denied");
    await using storage = await emulatedStorage({ buckets: ["models", "data"], plan });
    await movedToBucket(folder, storage);
    const message = expect.stringContaining("gs://models/sums/1.0.0");
    await expect(validate(folder, storage)).rejects.toMatchObject({ code: "bucket-denied", message });
  });
});

/** Reading is refused; laying the release there is not. */
function refusing(resource: string, status: "PERMISSION_DENIED", message: string): FaultPlan {
  const methods = ["storage.objects.get", "storage.objects.list"];
  const resources = [resource, resource.replace("/*", "")];
  const pairs = methods.flatMap((method) => resources.map((named) => ({ method, resource: named })));
  return { faults: pairs.map((pair) => ({ fault: "refuse", status, message, ...pair })) };
}

/** The release's files as objects, and a manifest that names them there. */
async function movedToBucket(folder: string, storage: EmulatedStorage, name = "release.yaml"): Promise<string> {
  const evaluation = { task: "regression", dataset: { uri: "gs://data/eval.csv" }, label: "label" };
  const manifest = JSON.parse(readFileSync(join(folder, "release.yaml"), "utf8"));
  const artifact = { ...manifest.artifact, uri: "gs://models/sums/1.0.0" };
  const local = join(folder, "artifact");
  for (const entry of readdirSync(local, { recursive: true, withFileTypes: true }).filter((found) => found.isFile())) {
    const path = join(entry.parentPath, entry.name);
    await put(storage, `models/sums/1.0.0${path.slice(local.length)}`, readFileSync(path));
  }
  await put(storage, "data/eval.csv", readFileSync(join(folder, "eval.csv")));
  await writeManifest(folder, name, { artifact, evaluation });
  if (name === "release.yaml")
    for (const gone of ["artifact", "eval.csv"]) rmSync(join(folder, gone), { recursive: true });
  return folder;
}

async function put({ address }: EmulatedStorage, place: string, bytes: Uint8Array): Promise<void> {
  const [, bucket, object] = /^([^/]+)\/(.+)$/.exec(place)!;
  const query = new URLSearchParams({ uploadType: "media", name: object! });
  await fetch(`${address}/upload/storage/v1/b/${bucket}/o?${query}`, { method: "POST", body: bytes.slice() });
}

async function validate(folder: string, { address }: EmulatedStorage, champion = "") {
  const inputs = { manifest: "release.yaml", champion, runtime: "embedded", device: "", shard: "", out: "" };
  const resolve = (path: string) => join(folder, path);
  const ground = { files: localFiles(), log: silentLog, clock: { elapsedMs: () => performance.now() }, resolve };
  return run(parseInputs(inputs), {
    ...validatePorts(ground),
    buckets: async () => cloudStorage({ environment: { MODEL_RELEASE_STORAGE_API: address } }),
    repositories: { find: async () => undefined },
    runtime: async () => embeddedRuntime(localFiles()),
    otherRuntime: async () => null,
    signal: new AbortController().signal,
  });
}
