import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Emulator, startEmulator } from "../../shared/emulator/emulator.ts";
import { silentLog } from "../fakes/log.ts";
import { sumRuntime } from "../fakes/sum-runtime.ts";
import { tellByNode } from "../official/node-story.ts";
import { PACKAGES, pythonWithClients } from "../official/python.ts";
import { expectedTelling, STORY, type Told } from "../official/story.ts";

// Outside Google Cloud nobody answers there, and the clients wait for it.
beforeAll(() => void vi.stubEnv("METADATA_SERVER_DETECTION", "none"));
afterAll(() => void vi.unstubAllEnvs());

test("Google's Node clients tell the story as it is written", async () => {
  await using emulator = await empty();
  expect(await tellByNode(emulator)).toEqual(expectedTelling());
});

const python = pythonWithClients();

if (python === null) {
  test.skip(`Google's Python clients tell the same (needs MODEL_RELEASE_PYTHON, a Python with ${PACKAGES.join(" ")})`, () => {});
} else {
  test.each(["grpc", "rest"] as const)("Google's Python clients tell the same over %s", async (transport) => {
    await using emulator = await empty();
    expect(await tellByPython(python, transport, emulator)).toEqual(expectedTelling());
  });
}

function empty(): Promise<Emulator> {
  return startEmulator({ runtime: sumRuntime(), log: silentLog, plan: { operationMs: 0 } });
}

async function tellByPython(
  python: string,
  transport: "grpc" | "rest",
  { vertex, storage }: Emulator,
): Promise<readonly Told[]> {
  const script = join(import.meta.dirname, "../official/story.py");
  const { stdout } = await promisify(execFile)(python, [script, STORY, transport, vertex, storage], {
    timeout: 120_000,
  });
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}
