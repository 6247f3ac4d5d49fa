import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { type ProcessLimits, processRuntime } from "../../../../../shared/adapters/system/model-process/runtime.ts";
import { Failure, type FailureCode } from "../../../../../shared/failure.ts";
import type { Log } from "../../../../../shared/ports/log.ts";
import type { LoadedModel } from "../../../../../shared/ports/runtime.ts";
import type { NamedTensors } from "../../../../../shared/ports/tensor.ts";
import { recordedLog, silentLog } from "../../../../fakes/log.ts";
import { project } from "../../../../repo/project.ts";

const worker = join(project, "test/fakes/model-worker.ts");
const MEMORY = 250 * 2 ** 20;
const GOOD = "üñ";

interface World {
  readonly directory?: string;
  readonly limits?: Partial<ProcessLimits>;
  readonly log?: Log;
}

function load({ directory = "model", limits = {}, log = silentLog }: World = {}): Promise<LoadedModel> {
  const given = { memoryBytes: MEMORY, ...limits };
  const runtime = processRuntime({ name: "embedded", worker, readable: [project], limits: given, log });
  return runtime.load({ directory, signatureName: "several" });
}

/** A question whose text tells the fake model what to do. */
function asking(deed: string): NamedTensors {
  return new Map([
    ["count", { dtype: "int64", shape: [1], data: BigInt64Array.of(41n) }],
    ["pixels", { dtype: "float32", shape: [1, 2], data: Float32Array.of(1, 2) }],
    ["text", { dtype: "string", shape: [1], data: [new TextEncoder().encode(deed)] }],
  ]);
}

async function expectGood(model: LoadedModel): Promise<void> {
  expect((await model.predict(asking(GOOD))).get("next")?.data).toEqual(BigInt64Array.of(42n));
}

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const thrown = await promise.then(
    () => new Error("nothing failed"),
    (error: unknown) => error,
  );
  if (thrown instanceof Failure) return thrown;
  throw thrown;
}

const ENDINGS: readonly (readonly [string, FailureCode, RegExp, Partial<ProcessLimits>])[] = [
  ["exits-with-3", "model-crashed", /ended with exit code 3/, {}],
  ["throws", "model-crashed", /exit code 1.*Error: a defect in the worker/, {}],
  ["kills-itself", "model-killed", /killed by SIGKILL/, {}],
  ["faults-in-native-code", "model-killed", /killed by SIGSEGV/, {}],
  ["loops-for-ever", "model-hung", /after 0\.3 s/, { loadMs: 300, predictMs: 300 }],
  ["eats-memory", "model-out-of-memory", /it held \d+ MiB, where 250 MiB are the limit/, {}],
  ["fills-the-heap", "model-out-of-memory", /JavaScript heap out of memory/, {}],
  ["writes-garbage", "model-protocol", /bytes that are no frame/, {}],
  ["announces-too-much", "model-protocol", /1099511627776 bytes, where 2147483648 are the limit/, {}],
];

describe.each(ENDINGS)("a model that %s", (deed, code, message, limits) => {
  test(`while loading is ${code}`, { timeout: 20_000 }, async () => {
    const failure = await failureOf(load({ directory: `some/${deed}`, limits }));
    expect(failure).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(failure.message).toContain(`some/${deed}`);
    expect(failure.fix).toMatch(/^[A-Z].*\.$/);
  });

  test(`while predicting is ${code}, and the next call is answered`, { timeout: 20_000 }, async () => {
    await using model = await load({ limits: { ...limits, loadMs: 10_000 } });
    expect(await failureOf(model.predict(asking(deed)))).toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
    await expectGood(model);
  });
});

test("a process that the system does not give is io", async () => {
  // No program takes an argument of 128 KiB.
  expect(await failureOf(load({ directory: "x".repeat(2 ** 18) }))).toMatchObject({ code: "io" });
});

describe("after a crash", () => {
  test("only the call that was begun fails; those behind it are answered by the next process", async () => {
    const { log, infos } = recordedLog();
    await using model = await load({ log });
    const [failed, ...others] = await Promise.allSettled(
      ["exits-with-3", GOOD, GOOD, GOOD].map((deed) => model.predict(asking(deed))),
    );
    expect(failed).toMatchObject({ status: "rejected", reason: { code: "model-crashed" } });
    expect(others.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
    expect(infos).toEqual(["The model's process ended; it is started again (1 of 2)."]);
  });

  test("an answer is not held back by the call behind it, however large it is", async () => {
    await using model = await load({ limits: { predictMs: 300 } });
    // A megabyte is more than a socket holds, and no work for a busy machine.
    const rows = 2 ** 17;
    const large = new Map([
      ...asking(GOOD),
      ["pixels", { dtype: "float32", shape: [rows, 2], data: new Float32Array(2 * rows) }] as const,
    ]);
    const [answered, hung] = await Promise.allSettled([model.predict(large), model.predict(asking("loops-for-ever"))]);
    expect(answered.status).toBe("fulfilled");
    expect(hung).toMatchObject({ status: "rejected", reason: { code: "model-hung" } });
  });

  test("the process is started again twice, and then no more", { timeout: 20_000 }, async () => {
    await using model = await load();
    for (let crash = 0; crash < 3; crash += 1) await failureOf(model.predict(asking("exits-with-3")));
    const failure = await failureOf(model.predict(asking(GOOD)));
    expect(failure).toMatchObject({ code: "model-crashed", message: expect.stringMatching(/started again 2 times/) });
  });

  test("a kill from outside is told as one", async () => {
    await using model = await load();
    const call = model.predict(asking("loops-for-ever"));
    process.kill(pidOf(model), "SIGTERM");
    expect(await failureOf(call)).toMatchObject({ code: "model-killed", message: expect.stringMatching(/SIGTERM/) });
  });
});

describe("what a model may do", () => {
  test("it sees no secret and works in a folder of its own, which goes with it", async () => {
    process.env.ACTIONS_RUNTIME_TOKEN = "secret-1";
    process.env.TF_VAR_password = "secret-2";
    const { log, details } = recordedLog();
    const model = await load({ log });
    await model.predict(asking("prints-secrets"));
    await model[Symbol.asyncDispose]();
    const [environment, folder] = details.map((line) => line.replace("[model] ", ""));
    const seen = JSON.parse(environment!.replace(/…$/, "")) as Record<string, string>;
    expect(Object.values(seen).join()).not.toMatch(/secret/);
    expect(Object.keys(seen)).not.toContain("GITHUB_TOKEN");
    expect(seen.HOME).toBe(folder);
    expect(existsSync(folder!)).toBe(false);
  });

  test("what it prints is shown line by line, and obeyed by no terminal and no job", async () => {
    const { log, details } = recordedLog();
    const model = await load({ log });
    await model.predict(asking("prints-commands"));
    await model[Symbol.asyncDispose]();
    expect(details).toEqual(["[model] ::error::x", "[model] ?[31mred", "[model] ##\u200b[group]", "[model] last"]);
  });

  test("what it prints without end is cut, and it still answers", async () => {
    const { log, details } = recordedLog();
    await using model = await load({ log });
    await model.predict(asking("prints-for-ever"));
    await expectGood(model);
    expect(details.length).toBeLessThanOrEqual(1000);
    expect(Math.max(...details.map(({ length }) => length))).toBeLessThan(1020);
  });

  test("a long answer never blocks the host", async () => {
    await using model = await load({ limits: { predictMs: 1000 } });
    const call = failureOf(model.predict(asking("loops-for-ever")));
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 10);
    await call;
    clearInterval(timer);
    // Of a hundred, so that a busy machine leaves time for them; a host that waited would have seen one at most.
    expect(ticks).toBeGreaterThan(20);
  });
});

test("the memory of its process is told while there is one", async () => {
  const model = await load();
  const memory = await model.memory!();
  expect(memory!.residentBytes).toBeGreaterThan(10e6);
  expect(memory!.peakBytes).toBeGreaterThanOrEqual(memory!.residentBytes);
  await model[Symbol.asyncDispose]();
  expect(await model.memory!()).toBeNull();
});

describe("the end", () => {
  test("disposing ends a process that is working, and its call", async () => {
    const model = await load();
    const call = failureOf(model.predict(asking("loops-for-ever")));
    await model[Symbol.asyncDispose]();
    expect((await call).message).toMatch(/disposed/);
    expect(isRunning(pidOf(model))).toBe(false);
  });

  test.each([
    ["idle", GOOD],
    ["in an endless loop", "loops-for-ever"],
  ])("a host that is killed leaves no model behind: %s", { timeout: 20_000 }, async (_, deed) => {
    // The model's scratch folder stays where its host is killed.
    const scratch = mkdtempSync(join(tmpdir(), "model-host-"));
    onTestFinished(() => rmSync(scratch, { recursive: true }));
    const host = spawn(process.execPath, [join(project, "test/fakes/model-host.ts"), deed], {
      env: { ...process.env, TMPDIR: scratch },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = (await once(host.stdout!.setEncoding("utf8"), "data")) as [string];
    const pid = Number(line);
    expect(isRunning(pid)).toBe(true);
    host.kill("SIGKILL");
    await once(host, "exit");
    const deadline = performance.now() + 10_000;
    while (isRunning(pid) && performance.now() < deadline) await pause(20);
    expect(isRunning(pid)).toBe(false);
  });
});

function pidOf({ device }: LoadedModel): number {
  return Number(device.replace("process ", ""));
}

/** A process that has ended may stay a zombie for a while, where nobody asks for it. */
function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "latin1"));
  } catch {
    return false;
  }
}
