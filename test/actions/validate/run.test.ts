import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseInputs } from "../../../actions/validate/inputs.ts";
import { run } from "../../../actions/validate/run.ts";
import type { ValidatePorts } from "../../../actions/validate/validation.ts";
import { validatePorts } from "../../../actions/wiring/validate-ports.ts";
import { embeddedRuntime } from "../../../shared/adapters/embedded/runtime.ts";
import { localFiles } from "../../../shared/adapters/files/files.ts";
import { parseEvidence } from "../../../shared/evidence/document.ts";
import { Failure, type FailureCode } from "../../../shared/failure.ts";
import { parseVerdict } from "../../../shared/gate/document.ts";
import type { Runtime } from "../../../shared/ports/runtime.ts";
import { silentLog } from "../../fakes/log.ts";
import { gatesWith, laidRelease, writeManifest } from "./laid-release.ts";

describe("a release", () => {
  test("without a champion is held to its floors, and what was found is written", async () => {
    const folder = await laidRelease();
    const { verdict, fault } = await validate(folder, { out: "out/new" });
    expect(fault).toBeNull();
    expect([verdict.status, verdict.champion]).toEqual(["pass", null]);
    expect(parseVerdict(readFileSync(join(folder, "out/new/verdict.json")), "verdict.json")).toEqual(verdict);
  });

  test("is compared with the manifest that is named, whose limits hold", async () => {
    const folder = await laidRelease();
    await writeManifest(folder, "champion.yaml", { gates: gatesWith({ max: 0.01 }) });
    const { verdict, evidence } = await validate(folder, { champion: "champion.yaml" });
    expect(evidence.quality).toMatchObject({ metrics: { rmse: { difference: 0, pValue: 1 } } });
    expect(statusOf(verdict, "quality")).toBe("fail");
    expect(verdict.gates.find(({ gate }) => gate === "lint")?.status).toBe("fail");
  });

  test("reads back from its evidence what was measured", async () => {
    const folder = await laidRelease();
    const { evidence } = await validate(folder, { out: "out" });
    expect(parseEvidence(readFileSync(join(folder, "out/evidence.json")), "evidence.json")).toEqual(evidence);
  });
});

test("a runtime that lacks an operator is no second opinion", async () => {
  const load = async () => {
    throw new Failure("operator-missing", "there is no kernel for Whirl", { fix: "Use TensorFlow." });
  };
  const folder = await laidRelease();
  const { verdict } = await validate(folder, {}, { otherRuntime: async () => ({ name: "embedded", load }) });
  expect([verdict.status, statusOf(verdict, "parity")]).toEqual(["pass", "skipped"]);
});

describe("nothing is loaded where", () => {
  test.each<[string, (folder: string) => void | Promise<void>, string]>([
    ["a file was changed", (folder) => writeFileSync(join(folder, "artifact/fingerprint.pb"), "changed"), "digest"],
    ["there is an executable", (folder) => writeFileSync(join(folder, "artifact/run.sh"), "#!/bin/sh\n"), "digest"],
  ])("%s", async (_, change, gate) => {
    const folder = await laidRelease();
    await change(folder);
    const runtime = async (): Promise<Runtime> => {
      throw new Error("a runtime was asked for");
    };
    const { verdict } = await validate(folder, {}, { runtime });
    expect([verdict.status, statusOf(verdict, gate)]).toEqual(["fail", "fail"]);
    expect(statusOf(verdict, "golden")).toBe("inconclusive");
  });
});

describe("every other gate is measured when", () => {
  test.each<[string, (folder: string) => void, FailureCode]>([
    ["a column is missing", edit("eval.csv", (text) => text.replace("label", "truth")), "dataset-invalid"],
    ["a value is no number", edit("eval.csv", (text) => text.replace(/\n[^,]+,/, "\nmuch,")), "dataset-invalid"],
    ["the evaluation set is empty", edit("eval.csv", () => ""), "dataset-invalid"],
    ["a golden case is no JSON", edit("golden.jsonl", () => "{"), "document-invalid"],
  ])("%s", async (_, change, code) => {
    const folder = await laidRelease();
    change(folder);
    const { verdict, fault, evidence } = await validate(folder);
    expect(fault?.code).toBe(code);
    expect(verdict.status).toBe("inconclusive");
    expect(statusOf(verdict, "edge")).toBe("pass");
    expect(evidence.load).toHaveProperty("attempts");
    expect(statusOf(verdict, code === "dataset-invalid" ? "golden" : "quality")).toBe("pass");
  });

  test("the evaluation set vanishes after it was opened", async () => {
    const folder = await laidRelease(30_000);
    const runtime = dying((calls) => {
      if (calls === 3) writeFileSync(join(folder, "eval.csv"), "gone");
      return null;
    });
    const { verdict, fault } = await validate(folder, {}, { runtime });
    expect(fault?.code).toBe("artifact-changed");
    expect(statusOf(verdict, "golden")).toBe("pass");
  });

  test("the model dies over the evaluation set, which is its own doing", async () => {
    const folder = await laidRelease(3_000);
    const died = new Failure("model-crashed", "the model's process crashed", { fix: "Mend the model." });
    const { verdict, fault } = await validate(
      folder,
      {},
      { runtime: dying((_, rows) => (rows > 1_000 ? died : null)) },
    );
    expect(fault).toBeNull();
    expect(verdict.status).toBe("inconclusive");
    expect([statusOf(verdict, "quality"), statusOf(verdict, "golden")]).toEqual(["inconclusive", "pass"]);
  });

  test("the disk is full, which is the machine's", async () => {
    const folder = await laidRelease();
    const full = new Failure("out-of-space", "the disk is full", { fix: "Make room." });
    const { verdict, fault } = await validate(
      folder,
      {},
      {
        spill: () => {
          throw full;
        },
      },
    );
    expect([fault?.code, fault?.exitCode]).toEqual(["out-of-space", 4]);
    expect([statusOf(verdict, "quality"), statusOf(verdict, "edge")]).toEqual(["inconclusive", "pass"]);
  });
});

test("a full disk while the model is loaded is the machine's, and no finding", async () => {
  const full = new Failure("out-of-space", "the disk is full", { fix: "Make room." });
  const runtime = async (): Promise<Runtime> => ({ name: "embedded", load: async () => Promise.reject(full) });
  const { verdict, fault } = await validate(await laidRelease(), {}, { runtime });
  expect([verdict.status, statusOf(verdict, "load"), fault?.exitCode]).toEqual(["inconclusive", "inconclusive", 4]);
});

test("an interruption ends the run at once, and what was measured is kept", async () => {
  const folder = await laidRelease(3_000);
  const interruption = new AbortController();
  const runtime = dying((_, rows) => {
    if (rows > 1_000) interruption.abort();
    return null;
  });
  const { fault, evidence } = await validate(folder, { out: "out" }, { runtime, signal: interruption.signal });
  expect([fault?.code, fault?.exitCode]).toEqual(["interrupted", 4]);
  expect(evidence.load).toHaveProperty("attempts");
  expect(evidence.golden).toHaveProperty("unmeasured", "notPossible");
  expect(existsSync(join(folder, "out/evidence.json"))).toBe(true);
});

test("a file that the manifest names and nobody added fails lint", async () => {
  const folder = await laidRelease();
  rmSync(join(folder, "golden.jsonl"));
  const { verdict } = await validate(folder);
  expect([verdict.status, statusOf(verdict, "lint"), statusOf(verdict, "quality")]).toEqual(["fail", "fail", "pass"]);
});

type Verdict = Awaited<ReturnType<typeof run>>["verdict"];

function statusOf({ gates }: Verdict, wanted: string): string | undefined {
  return gates.find(({ gate }) => gate === wanted)?.status;
}

function edit(name: string, change: (text: string) => string) {
  return (folder: string) => writeFileSync(join(folder, name), change(readFileSync(join(folder, name), "utf8")));
}

/** The embedded runtime in this process; what `fault` answers for a call is thrown there. */
function dying(fault: (calls: number, rows: number) => Failure | null): () => Promise<Runtime> {
  const runtime = embeddedRuntime(localFiles());
  let calls = 0;
  return async () => ({
    name: "embedded",
    async load(request) {
      const model = await runtime.load(request);
      const predict: typeof model.predict = async (inputs) => {
        const failure = fault(++calls, inputs.get("x")?.shape[0] ?? 0);
        if (failure !== null) throw failure;
        return model.predict(inputs);
      };
      const { signature, device, version } = model;
      return { signature, device, version, predict, [Symbol.asyncDispose]: () => model[Symbol.asyncDispose]() };
    },
  });
}

async function validate(
  folder: string,
  texts: Partial<Parameters<typeof parseInputs>[0]> = {},
  ports: Partial<ValidatePorts> = {},
) {
  const asked = {
    manifest: "release.yaml",
    champion: "",
    runtime: "embedded",
    device: "",
    shard: "",
    out: "",
    ...texts,
  };
  const resolve = (path: string) => join(folder, path);
  const ground = { files: localFiles(), log: silentLog, clock: { elapsedMs: () => performance.now() }, resolve };
  return run(parseInputs(asked), {
    ...validatePorts(ground),
    repositories: { find: async () => undefined },
    runtime: async () => embeddedRuntime(localFiles()),
    otherRuntime: async () => null,
    signal: new AbortController().signal,
    ...ports,
  });
}
