import { execFileSync } from "node:child_process";
import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findNativeRuntime } from "../../../../../shared/adapters/system/native-runtime.ts";
import type { ProvisionedRuntime } from "../../../../../shared/ports/provisioner.ts";
import { threadClock } from "../../../../thread-clock.ts";
import {
  compiledLibraries,
  createWorkshop,
  environmentOf,
  hasTools,
  serveIndex,
  setUp,
  VERSION,
  type Workshop,
} from "./workshop.ts";

const title = "with the real pip and the real compiler";
describe.runIf(hasTools)(hasTools ? title : `${title} (needs python3 with pip, and g++)`, () => {
  let workshop: Workshop;
  let cache: string;
  let made: ProvisionedRuntime;

  beforeAll(async () => {
    workshop = createWorkshop(compiledLibraries());
    cache = join(workshop.folder, "cache");
    await using index = await serveIndex(workshop.wheel);
    made = await setUp(workshop, environmentOf(cache), { indexUrl: index.url });
  });
  afterAll(() => workshop.remove());

  test("a runtime is made whose addon finds its libraries by itself", () => {
    const script = "process.stdout.write(require(process.argv[1]).TF_Version)";
    const said = execFileSync(process.execPath, ["-e", script, made.runtime.addon], { env: {}, encoding: "utf8" });
    expect(said).toBe(VERSION);
    expect(made.isReused).toBe(false);
  });

  test("it holds what can be loaded, and nothing else of the wheel or of the work", () => {
    expect(readdirSync(cache)).toEqual([expect.stringMatching(/^tensorflow-2\.99\.0-cpu-x64-[0-9a-f]{12}$/)]);
    expect(readdirSync(made.runtime.folder).sort()).toEqual([
      "addon",
      "node_modules",
      "runtime.json",
      "seal.json",
      "tensorflow",
    ]);
    expect(readdirSync(join(made.runtime.folder, "tensorflow")).sort()).toEqual([
      "libtensorflow_cc.so.2",
      "libtensorflow_framework.so.2",
    ]);
    expect(made.runtime.libraries.map(({ path }) => path)).toEqual([
      "addon/tfjs_binding.node",
      "node_modules/@tensorflow/tfjs-node-gpu/package.json",
      "tensorflow/libtensorflow_cc.so.2",
      "tensorflow/libtensorflow_framework.so.2",
    ]);
  });

  test("the finder finds it", async () => {
    expect(await findNativeRuntime({ MODEL_RELEASE_RUNTIME: cache })).toEqual(made.runtime);
  });

  test("the second run takes what is there: no tool, no index, and less than a second of computing", async () => {
    const computedMs = threadClock();
    const again = await setUp(workshop, environmentOf(cache, { PATH: "/nowhere" }));
    expect(again).toEqual({ ...made, isReused: true });
    expect(computedMs()).toBeLessThan(1000);
  });

  test("the variable may name the runtime itself, and nothing is made beside it", async () => {
    const again = await setUp(workshop, environmentOf(made.runtime.folder, { PATH: "/nowhere" }));
    expect(again.isReused).toBe(true);
    await expect(
      setUp(workshop, environmentOf(made.runtime.folder), { variant: "gpu", tensorflow: "2.0.0" }),
    ).rejects.toMatchObject({ code: "usage" });
  });

  test("a copy with other times is hashed once and sealed anew", async () => {
    const copy = join(workshop.folder, "copied");
    execFileSync("cp", ["-r", cache, copy]);
    expect((await setUp(workshop, environmentOf(copy, { PATH: "/nowhere" }))).isReused).toBe(true);
    const seal = join(copy, readdirSync(copy)[0]!, "seal.json");
    const sealed = readFileSync(seal, "utf8");
    expect(sealed).not.toBe(readFileSync(join(made.runtime.folder, "seal.json"), "utf8"));
    await setUp(workshop, environmentOf(copy, { PATH: "/nowhere" }));
    expect(readFileSync(seal, "utf8")).toBe(sealed);
  });

  test("a flipped byte is seen, even when size and time of modification are set back", async () => {
    const copy = join(workshop.folder, "flipped");
    execFileSync("cp", ["-r", cache, copy]);
    await setUp(workshop, environmentOf(copy, { PATH: "/nowhere" }));
    const library = join(copy, readdirSync(copy)[0]!, "tensorflow/libtensorflow_cc.so.2");
    flipByte(library);
    await expect(setUp(workshop, environmentOf(copy, { PATH: "/nowhere" }))).rejects.toMatchObject({
      code: "tool-missing",
    });
    await using index = await serveIndex(workshop.wheel);
    const mended = await setUp(workshop, environmentOf(copy), { indexUrl: index.url });
    expect(mended.isReused).toBe(false);
    expect(
      readFileSync(library).equals(readFileSync(join(made.runtime.folder, "tensorflow/libtensorflow_cc.so.2"))),
    ).toBe(true);
    expect(readdirSync(copy)).toHaveLength(1);
  });

  test("a runtime whose own document vouches for other libraries than the pinned ones is not taken", async () => {
    const copy = join(workshop.folder, "forged");
    execFileSync("cp", ["-r", cache, copy]);
    const document = join(copy, readdirSync(copy)[0]!, "runtime.json");
    writeFileSync(document, readFileSync(document, "utf8").replaceAll(/"sha256": "./g, '"sha256": "0'));
    await expect(setUp(workshop, environmentOf(copy, { PATH: "/nowhere" }))).rejects.toMatchObject({
      code: "tool-missing",
    });
  });

  test("a wheel that is not the pinned one is refused, and nothing is left", async () => {
    const other = join(workshop.folder, "other.whl");
    const bytes = readFileSync(workshop.wheel);
    writeFileSync(other, Buffer.concat([bytes.subarray(0, -2), Buffer.from([1, 0]), Buffer.from("!")]));
    await using index = await serveIndex(other);
    const cache = join(workshop.folder, "refused");
    const refused = setUp(workshop, environmentOf(cache), { indexUrl: index.url });
    await expect(refused).rejects.toMatchObject({
      code: "download-refused",
      message: expect.stringMatching(/has the SHA-256 \w{64}, and \w{64} is pinned/),
    });
    expect(readdirSync(cache)).toEqual([]);
  });

  test.each([
    ["that retries", "1", "cannot be reached (pip"],
    ["that does not retry", "0", "cannot be reached, or"],
  ])(
    "an index that nobody answers at is download-failed for a pip %s, without the password",
    async (_, retries, what) => {
      const indexUrl = "http://me:hidden@127.0.0.1:1/simple";
      const environment = environmentOf(join(workshop.folder, "unreachable"), { PIP_RETRIES: retries });
      const failure = await setUp(workshop, environment, { indexUrl }).catch((error) => error);
      expect(failure).toMatchObject({ code: "download-failed", message: expect.stringContaining(what) });
      expect(`${failure.message} ${failure.fix}`).not.toContain("hidden");
    },
  );

  test("an index without the wheel says so", async () => {
    const { table } = workshop;
    const gone = table.map((block) => ({
      ...block,
      wheels: block.wheels.map((wheel) => ({ ...wheel, file: wheel.file.replace("2.99.0", "2.98.0") })),
    }));
    await using index = await serveIndex(workshop.wheel);
    const failed = setUp(workshop, environmentOf(join(workshop.folder, "gone")), { indexUrl: index.url, table: gone });
    await expect(failed).rejects.toMatchObject({
      code: "download-failed",
      message: expect.stringContaining("does not have this wheel"),
    });
  });

  test("a compiler that fails is tool-failed, with its own first error", async () => {
    const broken = { ...workshop, code: join(workshop.folder, "broken") };
    execFileSync("cp", ["-r", workshop.code, broken.code]);
    writeFileSync(
      join(broken.code, "node_modules/@tensorflow/tfjs-node-gpu/binding/tfjs_binding.cc"),
      "#error the sky is falling\n",
    );
    await using index = await serveIndex(workshop.wheel);
    const failed = setUp(broken, environmentOf(join(workshop.folder, "uncompiled")), { indexUrl: index.url });
    await expect(failed).rejects.toMatchObject({
      code: "tool-failed",
      message: expect.stringContaining("the sky is falling"),
    });
  });
});

function flipByte(path: string): void {
  const { atime, mtime } = statSync(path);
  const descriptor = openSync(path, "r+");
  const byte = readFileSync(path)[100]!;
  writeSync(descriptor, Buffer.from([byte ^ 1]), 0, 1, 100);
  closeSync(descriptor);
  utimesSync(path, atime, mtime);
}
