import type { SliceQuality } from "../../../shared/evidence/quality.ts";
import type { JudgedGate, Reason, VerdictStatus } from "../../../shared/gate/verdict.ts";
import { type ReleaseReport, type Report, reportOf } from "../../../shared/report/report.ts";
import type { GateId } from "../../../shared/schema/release.types.ts";
import { evidence, manifest, metric, quality } from "../gate/good.ts";
import { GITHUB_STRINGS } from "./hostile-strings.ts";
import { RUN, releaseOf } from "./told.ts";

type Draw = () => number;

const SHORT = GITHUB_STRINGS.filter(({ length }) => length < 200);
const STATUSES = ["pass", "fail", "inconclusive", "waived", "skipped"] as const;
const below = (draw: Draw, most: number): number => Math.floor(draw() * most);
/** Mostly small, at times as large as it gets. */
const skewed = (draw: Draw, most: number): number => Math.floor(draw() ** 18 * (most + 1));
const oneOf = <T>(draw: Draw, values: readonly T[]): T => values[below(draw, values.length)]!;

function words(draw: Draw, most: number): string {
  return oneOf(draw, SHORT)
    .repeat(1 + skewed(draw, 100))
    .slice(0, most);
}

/** Any report, from an empty one to one that is many times too long. */
export function randomReport(draw: Draw): Report {
  const releases = Array.from({ length: skewed(draw, 24) }, (_, index) => randomRelease(draw, index));
  const failures = Array.from({ length: skewed(draw, 40) }, () => ({
    path: draw() < 0.5 ? null : words(draw, 1_000),
    failure: { code: "io", message: words(draw, 4_000), fix: words(draw, 2_000), problems: [] } as const,
  }));
  return reportOf({ releases, failures, run: draw() < 0.2 ? null : RUN });
}

interface Size {
  readonly gates: number;
  readonly reasons: number;
  readonly slices: number;
}

/** Its gates have names of their own, so that each can be looked for. */
export function randomRelease(draw: Draw, index: number, size?: Size): ReleaseReport {
  const { gates, reasons, slices } = size ?? { gates: 16, reasons: skewed(draw, 50), slices: skewed(draw, 300) };
  const judged = Array.from({ length: gates }, (_, gate) => randomGate(draw, `gate${index}x${gate}`, reasons));
  const blocked = judged.filter(({ level }) => level === "block").map(({ status }) => status);
  const status: VerdictStatus = blocked.includes("fail")
    ? "fail"
    : blocked.includes("inconclusive")
      ? "inconclusive"
      : "pass";
  const measured = { ...quality, slices: Array.from({ length: slices }, (_, slice) => randomSlice(draw, slice)) };
  const release = releaseOf({ evidence: { ...evidence, quality: measured } });
  const model = {
    ...manifest.model,
    description: words(draw, 8_000),
    limitations: [words(draw, 8_000), words(draw, 8_000)],
  };
  return { ...release, manifest: { ...manifest, model }, verdict: { ...release.verdict, status, gates: judged } };
}

function randomGate(draw: Draw, gate: string, most: number): JudgedGate {
  const status = oneOf(draw, STATUSES);
  const reasons = Array.from({ length: 1 + most }, (): Reason => {
    const said = {
      rule: words(draw, 200),
      measured: draw(),
      limit: draw(),
      message: words(draw, 2_000),
      fix: words(draw, 2_000),
    };
    return { ...said, status: status === "fail" || status === "inconclusive" ? status : "pass" };
  });
  return { gate: gate as GateId, level: oneOf(draw, ["block", "block", "warn"]), status, reasons };
}

function randomSlice(draw: Draw, slice: number): SliceQuality {
  const value = metric({ challenger: draw(), champion: draw(), difference: draw() - 0.5 });
  const predicate = `slice = ${slice} ${words(draw, 100)}`;
  return {
    predicate,
    isRequired: draw() < 0.1,
    rows: 1_000,
    classRows: [500, 500],
    metrics: { auc: value },
    lossPValue: draw(),
  };
}
