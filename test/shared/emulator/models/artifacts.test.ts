import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Artifacts, openArtifacts } from "../../../../shared/emulator/models/artifacts.ts";
import { openStore } from "../../../../shared/emulator/state/open-store.ts";
import type { Store } from "../../../../shared/emulator/state/store.ts";
import type { StoredObject } from "../../../../shared/emulator/stored-objects.ts";
import { Failure } from "../../../../shared/failure.ts";
import type { Runtime } from "../../../../shared/ports/runtime.ts";
import { sumRuntime } from "../../../fakes/sum-runtime.ts";

const ENDPOINT = "projects/p/locations/l/endpoints/1";
const VERSION = { artifactUri: "gs://models/churn" };

let bucket: string;
let store: Store;
let artifacts: Artifacts;
let loads: number;
let disposals: number;

beforeEach(() => {
  bucket = mkdtempSync(join(tmpdir(), "emulator-bucket-"));
  store = openStore(null);
  loads = 0;
  disposals = 0;
  artifacts = openArtifacts({
    store,
    runtime: countingRuntime(),
    objects: { list: (name) => (name === "models" ? stored() : null) },
  });
  writeFileSync(join(bucket, "saved_model.pb"), "graph");
});
afterEach(async () => {
  await artifacts[Symbol.asyncDispose]();
  await store.close();
  rmSync(bucket, { recursive: true });
});

function stored(): readonly StoredObject[] {
  return readdirSync(bucket).map((name) => ({
    name: `churn/${name.replaceAll("|", "/")}`,
    sizeBytes: 5,
    path: join(bucket, name),
  }));
}

/** Refuses a folder without a graph, and counts. */
function countingRuntime(): Runtime {
  return {
    name: "embedded",
    async load(request) {
      if (!existsSync(join(request.directory, "saved_model.pb"))) {
        throw new Failure("artifact-missing", "There is no graph.", { fix: "Bring it." });
      }
      loads += 1;
      const model = await sumRuntime().load(request);
      const dispose = async (): Promise<void> => {
        disposals += 1;
      };
      return { ...model, [Symbol.asyncDispose]: dispose };
    },
  };
}

async function attach(id: string): Promise<void> {
  (await artifacts.open(VERSION, "optional")).attach(ENDPOINT, id);
}

describe("the bytes of a deployed model", () => {
  test("are loaded once for all that serve them, and gone with the last", async () => {
    await attach("1");
    await attach("2");
    expect([loads, artifacts.digest(ENDPOINT, "1")]).toEqual([1, artifacts.digest(ENDPOINT, "2")]);
    artifacts.detach(ENDPOINT, "1");
    await artifacts.model(ENDPOINT, "2", null);
    artifacts.detach(ENDPOINT, "2");
    await expect(artifacts.model(ENDPOINT, "2", null)).rejects.toMatchObject({ status: { code: "UNAVAILABLE" } });
    await expect.poll(() => disposals).toBe(1);
    await expect.poll(() => readdirSync(join(store.folder, "artifacts"))).toEqual([]);
  });

  test("are there again when somebody comes back for them while they leave", async () => {
    await attach("1");
    for (let round = 0; round < 20; round += 1) {
      artifacts.detach(ENDPOINT, "1");
      await attach("1");
      await artifacts.model(ENDPOINT, "1", "serving_default");
    }
    expect(loads).toBeGreaterThan(1);
  });

  test("are released where the operation ended otherwise", async () => {
    const open = await artifacts.open(VERSION, "optional");
    await open.release();
    expect([loads, disposals]).toEqual([1, 1]);
    expect(readdirSync(join(store.folder, "artifacts"))).toEqual([]);
  });

  test("change their digest with any of them", async () => {
    await attach("1");
    writeFileSync(join(bucket, "fingerprint.pb"), "print");
    await attach("2");
    expect(artifacts.digest(ENDPOINT, "2")).not.toBe(artifacts.digest(ENDPOINT, "1"));
  });
});

describe("an object that can be no file", () => {
  test.each([
    ["climbs out", "..|..|evil"],
    ["stays where it is", "a|.|b"],
    ["has a part without a name", "a||b"],
  ])("%s is refused", async (_, name) => {
    writeFileSync(join(bucket, name), "x");
    await expect(artifacts.open(VERSION, "optional")).rejects.toMatchObject({
      status: { code: "FAILED_PRECONDITION" },
    });
  });
});

test("a model without an image is refused where one is required", async () => {
  await expect(artifacts.open(VERSION, "required")).rejects.toThrow(/image/);
  const image = { ...VERSION, containerSpec: { imageUri: "tf2-cpu" } };
  await (await artifacts.open(image, "required")).release();
});
