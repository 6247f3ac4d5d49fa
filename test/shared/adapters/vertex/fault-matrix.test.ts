import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { VertexCloud } from "../../../../shared/adapters/vertex/cloud.ts";
import type { Emulator } from "../../../../shared/emulator/emulator.ts";
import type { PlannedFault } from "../../../../shared/emulator/faults/plan.ts";
import type { Outcome, Running } from "../../../../shared/ports/outcome.ts";
import { emulatedCloud, emulatedVertex } from "../../../emulated-cloud.ts";
import { makeEndpoint } from "../../../laid-cloud.ts";
import { ENDPOINTS, layScenes, PATIENT_MS, PROJECT, SCENES, type Scene } from "./fault-scenes.ts";

/** How a call ends: its outcome, and the reason of a refusal. */
type Ending = "done" | "conflict" | "absent" | "ambiguous" | "running" | `refused: ${string}`;

interface Row {
  readonly fault: Omit<PlannedFault, "method" | "resource" | "calls">;
  /** Whether it ever ends. */
  readonly times: "once" | "always";
  readonly read: Ending;
  readonly write: Ending;
  readonly predict: Ending;
  /** Where a call differs from its kind. */
  readonly but?: Readonly<Record<string, Ending>>;
  readonly waitMs?: number;
  /** How often Vertex AI is asked, where that is the point. */
  readonly asked?: number;
}

const RATE = "refused: rate";
const GONE = "refused: unavailable";
/** Nothing tells two uploads of one artifact apart: what is not found again is not repeated. */
const UPLOAD_UNKNOWN = { "registry.upload": "ambiguous" } as const;
const DENIAL =
  "Permission 'aiplatform.endpoints.get' denied on resource '//aiplatform.googleapis.com/projects/p-1/locations/europe-west4' (or it may not exist).";
const STOCK_OUT = "The zone does not have enough resources available to fulfil the request. Try a different zone.";
const WRONG_IMAGE = "The image europe-docker.pkg.dev/vertex-ai/prediction/tf2-cpu.9-9 does not exist.";

const MATRIX: Readonly<Record<string, Row>> = {
  "F1 too many calls, once": {
    fault: { fault: "tooManyRequests" },
    ...{ times: "once", read: "done", write: "done", predict: RATE },
  },
  "F1 too many calls, and told for how long": {
    fault: { fault: "tooManyRequests", retryAfterSeconds: 7 },
    ...{ times: "once", read: "done", write: "done", predict: RATE },
  },
  "F1 too many calls, without end": {
    fault: { fault: "tooManyRequests" },
    ...{ times: "always", read: RATE, write: RATE, predict: RATE },
  },
  "F2 no machine is left": {
    fault: { fault: "tooManyRequests", message: STOCK_OUT },
    ...{ times: "always", read: "refused: capacity", write: "refused: capacity", predict: "refused: capacity" },
    asked: 1,
  },
  "F2 the quota is used up": {
    fault: { fault: "quota" },
    ...{ times: "always", read: "refused: quota", write: "refused: quota", predict: "refused: quota" },
    asked: 1,
  },
  "F3 unavailable, once": {
    fault: { fault: "unavailable" },
    ...{ times: "once", read: "done", write: "done", predict: GONE, but: UPLOAD_UNKNOWN },
  },
  "F3 unavailable, without end": {
    fault: { fault: "unavailable" },
    ...{ times: "always", read: GONE, write: "ambiguous", predict: GONE },
  },
  "F3 an error of the platform's own, once": {
    fault: { fault: "refuse", status: "INTERNAL" },
    ...{ times: "once", read: "done", write: "done", predict: "refused: crashed", but: UPLOAD_UNKNOWN },
  },
  "F4 the answer lost after the effect": {
    fault: { fault: "loseAnswer" },
    ...{ times: "once", read: "done", write: "done", predict: GONE },
  },
  "F4 no answer in time, after the effect": {
    fault: { fault: "loseAnswer", status: "DEADLINE_EXCEEDED" },
    ...{ times: "once", read: "done", write: "done", predict: GONE },
  },
  "F4 no answer in time, before the effect": {
    fault: { fault: "refuse", status: "DEADLINE_EXCEEDED" },
    ...{ times: "once", read: "done", write: "done", predict: GONE, but: UPLOAD_UNKNOWN },
  },
  "F5 somebody else wrote first": {
    fault: { fault: "refuse", status: "ABORTED" },
    ...{ times: "once", read: "done", write: "conflict", predict: GONE },
  },
  "F5 somebody else wrote first, by its other code": {
    fault: { fault: "refuse", status: "FAILED_PRECONDITION", message: "The etag is not the current one." },
    ...{ times: "once", read: "refused: state", write: "refused: state", predict: "refused: state" },
    but: { "endpoint.share": "conflict" },
  },
  "F6 the operation fails late": {
    fault: { fault: "failLate" },
    ...{ times: "always", read: "done", write: "refused: crashed", predict: "done" },
    // What ends them is no server of a model's.
    but: { "endpoint.share": "done", "endpoint.undeploy": "refused: state", "registry.remove": "refused: state" },
  },
  "F6 the operation never ends": {
    fault: { fault: "neverEnd" },
    ...{ times: "always", read: "done", write: "running", predict: "done", but: { "endpoint.share": "done" } },
    waitMs: 60_000,
  },
  "F8 the token has expired": {
    fault: { fault: "expireToken" },
    ...{ times: "once", read: "done", write: "done", predict: "done" },
  },
  "F8 nobody accepts the token": {
    fault: { fault: "expireToken" },
    ...{
      times: "always",
      read: "refused: credentials",
      write: "refused: credentials",
      predict: "refused: credentials",
    },
    asked: 2,
  },
  "F8 the permission is missing": {
    fault: { fault: "refuse", status: "PERMISSION_DENIED", message: DENIAL },
    ...{ times: "always", read: "refused: permission", write: "refused: permission", predict: "refused: permission" },
    asked: 1,
  },
  "the image is not there": {
    fault: { fault: "refuse", status: "INVALID_ARGUMENT", message: WRONG_IMAGE },
    ...{ times: "always", read: "refused: invalid", write: "refused: invalid", predict: "refused: invalid" },
    but: { "endpoint.deploy": "refused: artifact", "registry.upload": "refused: artifact" },
    asked: 1,
  },
};

const scratch = mkdtempSync(join(tmpdir(), "fault-matrix-"));
const laid = join(scratch, "laid");
beforeAll(async () => {
  await using emulator = await emulatedCloud({ operationMs: 0 }, laid);
  for (const id of ENDPOINTS) await makeEndpoint(emulator, PROJECT, id);
  await using cloud = emulatedVertex(emulator, PROJECT);
  await layScenes(cloud);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe.each(Object.entries(MATRIX))("%s", (title, row) => {
  let emulator: Emulator;
  let cloud: VertexCloud;
  beforeAll(async () => {
    const folder = join(scratch, String(Object.keys(MATRIX).indexOf(title)));
    cpSync(laid, folder, { recursive: true });
    const calls = row.times === "once" ? { calls: [1] } : {};
    const faults = SCENES.map(({ method, resource }) => ({ ...row.fault, ...calls, method, resource }));
    emulator = await emulatedCloud({ operationMs: 0, faults }, folder);
    cloud = emulatedVertex(emulator, PROJECT);
  });
  afterAll(async () => {
    await cloud[Symbol.asyncDispose]();
    await emulator[Symbol.asyncDispose]();
  });

  test.each(SCENES)("$name", async (scene) => {
    const ending = expected(row, scene);
    expect(endingOf(await scene.act(cloud, row.waitMs ?? PATIENT_MS))).toBe(ending);
    if (row.asked !== undefined) expect(timesAsked(emulator, scene)).toBe(row.asked);
    const effects = await scene.effects?.(cloud);
    if (effects !== undefined) expect(effects).toBe(ending === "done" ? 1 : 0);
  });
});

function expected(row: Row, { name, kind }: Scene): Ending {
  return row.but?.[name] ?? row[kind];
}

function endingOf(outcome: Outcome<unknown> | Running): Ending {
  return outcome.kind === "refused" ? `refused: ${outcome.reason}` : outcome.kind;
}

function timesAsked(emulator: Emulator, { method, resource }: Scene): number {
  const part = resource.replaceAll("*", "");
  return emulator.requests().filter((entry) => entry.method === method && entry.resource.includes(part)).length;
}
