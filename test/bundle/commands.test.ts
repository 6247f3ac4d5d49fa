import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, expect, inject, test } from "vitest";
import type { Emulator } from "../../shared/emulator/emulator.ts";
import { emulatedVertex } from "../emulated-cloud.ts";
import { makeEndpoint } from "../laid-cloud.ts";
import { project } from "./build.ts";

const alone = mkdtempSync(join(tmpdir(), "model-release-alone-"));
afterAll(() => rmSync(alone, { recursive: true }));
cpSync(join(project, "fixtures/models/keras3-exported"), join(alone, "churn"), { recursive: true });

/** The command line as it is installed, in a folder of a person's own. */
function modelRelease(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(inject("bundle"), "model-release.js"), ...words],
    {
      cwd: alone,
      encoding: "utf8",
      env: { PATH: process.env.PATH, ...environment },
    },
  );
  return { status, stdout, stderr };
}

test("it knows its version", () => {
  const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  expect(modelRelease(["--version"])).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
});

test("it packs a model, and inspects the release", () => {
  expect(modelRelease(["pack", "churn"]).stdout).toContain("release.yaml written");
  expect(JSON.parse(modelRelease(["inspect", "release.yaml", "--json"]).stdout)).toMatchObject({
    safety: { status: "pass" },
    servable: { status: "pass" },
    release: { matches: true },
  });
});

test("it asks a model, which runs in a process of its own from the same folder", () => {
  writeFileSync(join(alone, "request.json"), JSON.stringify({ instances: [[0.5, 0.25, 0.125]] }));
  const asked = modelRelease(["predict", "churn", "--input", "request.json", "--runtime", "embedded"]);
  expect(asked).toMatchObject({ status: 0 });
  expect(JSON.parse(asked.stdout)).toEqual({ predictions: [[expect.any(Number)]] });
});

test("it is a cloud of its own, which Google's client speaks to", async () => {
  const program = join(inject("bundle"), "model-release.js");
  const child = spawn(process.execPath, [program, "emulator"], { cwd: alone, stdio: ["ignore", "pipe", "ignore"] });
  const ended = once(child, "exit");
  const [line] = (await once(createInterface(child.stdout), "line")) as [string];
  const emulator = JSON.parse(line) as Emulator;
  await makeEndpoint(emulator, "p", "123");
  await using cloud = emulatedVertex(emulator, "p");
  expect(await cloud.endpoint("123").read()).toMatchObject({ kind: "done", value: { deployed: [] } });
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});

test("it says what is no command of its", () => {
  const { status, stdout, stderr } = modelRelease(["inspekt", "churn"]);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("Did you mean `inspect`?");
});

test("a failure in a job is an annotation at file, line and column, and its exit code", () => {
  modelRelease(["pack", "churn", "--out", "broken.yaml"]);
  const path = join(alone, "broken.yaml");
  writeFileSync(path, readFileSync(path, "utf8").replace(/^ {2}owner: TODO.*/m, "  ownr: me"));
  const { status, stdout } = modelRelease(["inspect", "broken.yaml"], { GITHUB_ACTIONS: "true" });
  expect(status).toBe(2);
  expect(stdout).toMatch(/^::error title=manifest-invalid,file=.*broken\.yaml,line=\d+,col=\d+::/m);
});
