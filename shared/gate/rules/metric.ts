import type { MetricEvidence } from "../../evidence/quality.ts";
import type { Metric, MetricLimits } from "../../schema/release.types.ts";
import { isAllowed, isNumber, type Loss, lossOf, lossText, rowsFix } from "../loss.ts";
import { fail, figure, inconclusive, pass, percent } from "../reasons.ts";
import type { Reason } from "../verdict.ts";

export interface LimitedMetric {
  readonly metric: Metric;
  readonly limits: MetricLimits;
  readonly measured: MetricEvidence | undefined;
  readonly hasChampion: boolean;
  readonly rows: number;
}

/** One metric against all its limits. What cannot be computed decides nothing. */
export function judgeMetric({ metric, limits, measured, hasChampion, rows }: LimitedMetric): readonly Reason[] {
  if (measured === undefined || !isNumber(measured.challenger)) {
    const message = `${metric} cannot be computed for the challenger`;
    return [
      inconclusive({ rule: metric, measured: measured?.challenger ?? null, message, fix: "Look at its scores." }),
    ];
  }
  const floors = judgeFloors(metric, limits, measured.challenger);
  if (!hasChampion || !isRelative(limits)) return floors;
  const loss = lossOf(metric, measured);
  if (loss === null) {
    const message = `${metric} cannot be compared with the champion's`;
    return [...floors, inconclusive({ rule: metric, message, fix: "Look at the champion's scores." })];
  }
  const compared = { metric, limits, loss, measured, rows };
  return [...floors, ...marginsOf(compared).map((margin) => judgeMargin(margin, compared)), ...neverWorse(compared)];
}

function judgeFloors(metric: Metric, { min, max }: MetricLimits, value: number): readonly Reason[] {
  const floor = (rule: "min" | "max", limit: number, isKept: boolean): Reason => {
    const bound = rule === "min" ? "at least" : "at most";
    const said = { rule: `${metric}.${rule}`, measured: value, limit };
    const message = `${metric} is ${figure(value)}, and ${bound} ${limit} is needed`;
    return isKept ? pass({ ...said, message }) : fail({ ...said, message, fix: "Train a better model." });
  };
  return [
    ...(min === undefined ? [] : [floor("min", min, value >= min)]),
    ...(max === undefined ? [] : [floor("max", max, value <= max)]),
  ];
}

function isRelative({ maxLoss, maxLossRatio, minGain, neverWorse: level }: MetricLimits): boolean {
  return [maxLoss, maxLossRatio, minGain, level].some((limit) => limit !== undefined);
}

interface Compared {
  readonly metric: Metric;
  readonly limits: MetricLimits;
  readonly loss: Loss;
  readonly measured: MetricEvidence;
  readonly rows: number;
}

interface Margin {
  readonly rule: "maxLoss" | "maxLossRatio" | "minGain";
  readonly limit: number;
  /** The largest loss that keeps it; a gain that has to be made is a negative one. */
  readonly allowed: number;
}

function marginsOf({ limits: { maxLoss, maxLossRatio, minGain }, loss }: Compared): readonly Margin[] {
  const margins: Margin[] = [];
  if (maxLoss !== undefined) margins.push({ rule: "maxLoss", limit: maxLoss, allowed: maxLoss });
  if (maxLossRatio !== undefined) {
    margins.push({ rule: "maxLossRatio", limit: maxLossRatio, allowed: maxLossRatio * Math.abs(loss.champion) });
  }
  if (minGain !== undefined) margins.push({ rule: "minGain", limit: minGain, allowed: -minGain });
  return margins;
}

/** Pass and fail need 95 % certainty each, unless the point value is to decide. */
function judgeMargin({ rule, limit, allowed }: Margin, { metric, limits, loss, measured, rows }: Compared): Reason {
  const isByPoint = limits.decide === "point";
  const bounds = isByPoint ? { least: loss.value, most: loss.value } : loss.bounds;
  const said = { rule: `${metric}.${rule}`, measured: rule === "minGain" ? -loss.value : loss.value, limit };
  const share = rule === "maxLossRatio" ? ` (${percent(limit)})` : "";
  const asked = rule === "minGain" ? `a gain of ${limit} is needed` : `a loss of ${figure(allowed)}${share} is allowed`;
  const message = `${lossText(metric, loss)}; ${asked}${isByPoint ? ", by its point value" : ""}`;
  if (bounds !== null && isAllowed(bounds.most, allowed, loss)) return pass({ ...said, message });
  if (bounds !== null && !isAllowed(bounds.least, allowed, loss))
    return fail({ ...said, message, fix: "Train a better model." });
  return inconclusive({
    ...said,
    message: `${message}: these rows cannot decide it`,
    fix: rowsFix(measured.neededRows, rows),
  });
}

function neverWorse({ metric, limits, loss, measured: { pValue } }: Compared): readonly Reason[] {
  const level = limits.neverWorse;
  if (level === undefined) return [];
  const said = { rule: `${metric}.neverWorse`, measured: pValue, limit: level };
  if (loss.value <= 0) return [pass({ ...said, message: `${metric} is not worse than the champion's` })];
  if (!isNumber(pValue)) {
    return [inconclusive({ ...said, message: `${metric} is worse, and whether by chance cannot be told` })];
  }
  const message = `${lossText(metric, loss)}, with p = ${figure(pValue)} against chance`;
  if (pValue >= level) return [pass({ ...said, message: `${message}: not significant at ${level}` })];
  return [fail({ ...said, message: `${message}: significant at ${level}`, fix: "Train a better model." })];
}
