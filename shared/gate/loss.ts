import type { MetricEvidence } from "../evidence/quality.ts";
import { isBetterWhenLower } from "../release/metrics.ts";
import type { Metric } from "../schema/release.types.ts";
import { figure } from "./reasons.ts";

const ROUNDING = 2 ** -50;

/** How much worse than the champion a challenger is, in its metric's bad direction: negative where it is better. */
export interface Loss {
  readonly champion: number;
  readonly challenger: number;
  readonly value: number;
  /** Two-sided 90 % bounds, so that 5 % lie beyond each; null where they cannot be told. */
  readonly bounds: { readonly least: number; readonly most: number } | null;
}

/** Null where there is nothing to compare, or it cannot be computed. */
export function lossOf(metric: Metric, measured: MetricEvidence): Loss | null {
  const { champion, challenger, difference, lower, upper } = measured;
  if (!isNumber(champion) || !isNumber(challenger) || !isNumber(difference)) return null;
  const isError = isBetterWhenLower(metric);
  const bounds = !isNumber(lower) || !isNumber(upper) ? null : { least: lower, most: upper };
  if (isError) return { champion, challenger, value: difference, bounds };
  const turned = bounds === null ? null : { least: 0 - bounds.most, most: 0 - bounds.least };
  return { champion, challenger, value: 0 - difference, bounds: turned };
}

export function isNumber(value: number | null | undefined): value is number {
  return Number.isFinite(value);
}

/** A difference of two rounded numbers is off by their rounding: a loss of exactly what is allowed is allowed. */
export function isAllowed(loss: number, allowed: number, { champion, challenger }: Loss): boolean {
  return loss <= allowed + ROUNDING * Math.max(Math.abs(champion), Math.abs(challenger));
}

/** `auc 0.81 is 0.03 worse than the champion's 0.84 (0.02 to 0.04 worse)` */
export function lossText(name: string, { champion, challenger, value, bounds }: Loss): string {
  const how = value === 0 ? "equals" : `is ${sided(value)} than`;
  const between = bounds === null || bounds.least === bounds.most ? "" : ` (${range(bounds)})`;
  return `${name} ${figure(challenger)} ${how} the champion's ${figure(champion)}${between}`;
}

function range({ least, most }: NonNullable<Loss["bounds"]>): string {
  if (least >= 0) return `${figure(least)} to ${sided(most)}`;
  return most <= 0 ? `${figure(-most)} to ${sided(least)}` : `${sided(least)} to ${sided(most)}`;
}

function sided(loss: number): string {
  return `${figure(Math.abs(loss))} ${loss > 0 ? "worse" : "better"}`;
}

/** Rows that tell equal models from worse ones decide nothing where the loss lies near what is allowed. */
export function rowsFix(neededRows: number | null, rows: number): string {
  if (!isNumber(neededRows)) return "Evaluate on more rows.";
  if (neededRows > rows) return `Evaluate on ${neededRows} rows: so many would decide it.`;
  return `Evaluate on several times these ${rows} rows: the loss is too near to what is allowed.`;
}
