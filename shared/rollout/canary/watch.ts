import { type ServedCase, servedCases } from "../../evidence/served-case.ts";
import { Failure } from "../../failure.ts";
import type { Telemetry } from "../../ports/telemetry.ts";
import type { Manifest } from "../../release/manifest.ts";
import type { CanaryJudgement, CanaryQuestion } from "../canary.ts";
import { judgeCanary } from "./judge.ts";
import { type LogPorts, logged } from "./log.ts";
import { monitored } from "./monitoring.ts";
import { openProbes, type ProbePorts, type Probes } from "./probes.ts";
import { canaryRules } from "./rules.ts";
import type { CanarySource } from "./source.ts";

export interface WatchPorts extends ProbePorts, LogPorts {
  readonly telemetry: Telemetry;
  /** The bytes of the manifest's golden file; null where it names none. */
  readonly golden: (manifest: Manifest) => Promise<Uint8Array | null>;
}

const AGAIN_MS = 60_000;

/** Judges each step of a canary by what its manifest's `rollout.telemetry` shows of it; where that is nothing, it holds. */
export function canaryWatch(ports: WatchPorts): (question: CanaryQuestion) => Promise<CanaryJudgement> {
  const sources: Readonly<Record<Manifest["rollout"]["telemetry"], CanarySource>> = {
    cloudMonitoring: monitored(ports.telemetry),
    probes: probed(openProbes(ports), ports),
    log: logged(ports),
  };
  return async (question) => {
    const { manifest } = question;
    const sourced = await sources[manifest.rollout.telemetry](question);
    if (sourced.kind === "seen") return judgeCanary(sourced.readings, canaryRules(manifest));
    return {
      kind: "more",
      reason: `${manifest.rollout.telemetry} not available: ${sourced.reason}`,
      againMs: AGAIN_MS,
    };
  };
}

function probed(probes: Probes, { golden }: WatchPorts): CanarySource {
  return async (question) => {
    const cases = await casesOf(question.manifest, golden);
    if (cases instanceof Failure) return { kind: "unseen", reason: cases.message };
    if (cases === null) return { kind: "unseen", reason: "the manifest names no golden requests to send" };
    return { kind: "seen", readings: await probes.ask(question, cases) };
  };
}

async function casesOf(
  manifest: Manifest,
  golden: WatchPorts["golden"],
): Promise<readonly ServedCase[] | Failure | null> {
  try {
    const bytes = await golden(manifest);
    return bytes === null ? null : servedCases(bytes, manifest.golden?.file ?? "golden", manifest.contract);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}
