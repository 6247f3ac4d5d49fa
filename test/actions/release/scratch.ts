import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { project } from "../../repo/project.ts";

/** A folder of its own for one test, with a bundled model at `artifacts/churn`, gone when the test ends. */
export function scratchWithModel(model = "keras3-exported"): string {
  const folder = mkdtempSync(join(tmpdir(), "model-release-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(project, "fixtures/models", model), join(folder, "artifacts/churn"), { recursive: true });
  return folder;
}
