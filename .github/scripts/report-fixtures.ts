import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseInputs } from "../../actions/validate/inputs.ts";
import { run } from "../../actions/validate/run.ts";
import { validatePorts } from "../../actions/wiring/validate-ports.ts";
import { embeddedRuntime } from "../../shared/adapters/embedded/runtime.ts";
import { localFiles } from "../../shared/adapters/files/files.ts";
import { monotonicClock } from "../../shared/adapters/system/monotonic-clock.ts";
import { type Evidence, isMeasured } from "../../shared/evidence/evidence.ts";
import type { QualityEvidence } from "../../shared/evidence/quality.ts";
import { notApplicable } from "../../shared/evidence/unmeasured.ts";
import { canonicalJson } from "../../shared/schema/canonical-json.ts";
import { layScenario } from "../../test/actions/validate/scenario-release.ts";
import { silentLog } from "../../test/fakes/log.ts";

/**
 * Measures every scenario of the corpus again, and keeps what a report is rendered from in `fixtures/reports`:
 * `MODEL_RELEASE_CORPUS=… node .github/scripts/report-fixtures.ts`. The comments beside are then written by
 * `vitest run --update test/shared/report/comment-files.test.ts`, to be read by eye.
 */

const REPORTS = join(import.meta.dirname, "../../fixtures/reports");
const corpus = process.env.MODEL_RELEASE_CORPUS;
if (corpus === undefined) throw new Error("MODEL_RELEASE_CORPUS names no corpus");

const scenarios = join(corpus, "scenarios");
for (const name of readdirSync(scenarios).filter((name) => name !== "policy.json")) {
  await keep(join(scenarios, name), join(REPORTS, name.replaceAll("_", "-")));
  console.log(name);
}

async function keep(scenario: string, into: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "scenario-"));
  try {
    const { champion, challenger } = await layScenario(scenario, folder);
    const texts = { manifest: challenger, champion, runtime: "embedded", device: "", shard: "", out: "" };
    const ground = { files: localFiles(), log: silentLog, clock: monotonicClock(), resolve: (path: string) => path };
    const ports = {
      ...validatePorts(ground),
      runtime: async () => embeddedRuntime(localFiles()),
      otherRuntime: async () => null,
    };
    const { evidence } = await run(parseInputs(texts), ports);
    mkdirSync(into, { recursive: true });
    for (const side of ["champion", "challenger"]) {
      writeFileSync(join(into, `${side}.yaml`), readFileSync(join(folder, `${side}.yaml`)));
    }
    writeFileSync(join(into, "evidence.json"), `${canonicalJson(steady(evidence)).replaceAll(folder, "scenario")}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Without what differs from run to run, and without the curves and sketches of rows, which no comment shows. */
function steady(evidence: Evidence): Evidence {
  const { load, edge, quality } = evidence;
  return {
    ...evidence,
    baseline: notApplicable("left out of this fixture"),
    quality: isMeasured(quality) ? withoutCurves(quality) : quality,
    load: isMeasured(load) ? { ...load, attempts: load.attempts.map((one) => ({ ...one, ...took(one) })) } : load,
    edge: isMeasured(edge) ? { cases: edge.cases.map((one) => ({ ...one, durationMs: 2 })) } : edge,
  };
}

function withoutCurves({ curves: _, ...quality }: QualityEvidence): QualityEvidence {
  return quality;
}

function took({ outcome }: { readonly outcome: string }): object {
  return outcome === "loaded" ? { coldStartSeconds: 0.4, peakBytes: null } : {};
}
