import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, project } from "../bundle/build.ts";
import { startCloud } from "./cloud.ts";
import { serveOrigins } from "./origins.ts";
import type { Ground } from "./workplace.ts";

export interface LaidGround extends Ground, AsyncDisposable {
  /** Of the cloud. */
  readonly stateFolder: string;
}

/** A cloud, a host of repositories and the programs as they are built from these sources; gone with the run. */
export async function layGround(operationMs?: number): Promise<LaidGround> {
  await using laid = new AsyncDisposableStack();
  const scratch = mkdtempSync(join(tmpdir(), "model-release-chaos-"));
  laid.defer(() => rmSync(scratch, { recursive: true, force: true }));
  mkdirSync(join(scratch, "origins"));
  const stateFolder = join(scratch, "state");
  const dist = join(scratch, "dist");
  build(project, dist);
  const cloud = laid.use(await startCloud(stateFolder, operationMs));
  const origins = laid.use(await serveOrigins(join(scratch, "origins")));
  const kept = laid.move();
  return { scratch, stateFolder, dist, cloud, origins, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}
