import { isMeasured } from "../../evidence/evidence.ts";
import type { Latency, LatencyEvidence, Ratio } from "../../evidence/latency.ts";
import { bytes } from "../../release/quantities.ts";
import { type Inline, joined, md, text } from "../escape.ts";
import { figure, fixed, milliseconds, signed, whole } from "../figures.ts";
import { type Block, fold, list, NOTHING, stacked, table } from "../markdown.ts";
import type { ReleaseReport } from "../report.ts";
import { barChart } from "./chart.ts";

/** `Latency: p95 12.3 ms → 11.8 ms, 0.96 × (0.91 to 1.02)` */
export function latencyLine({ evidence: { latency } }: ReleaseReport): Inline | null {
  if (!isMeasured(latency)) return null;
  const { challenger, champion, ratio, invalid } = latency;
  const before = champion === null ? md`` : md`${text(milliseconds(champion.p95Ms))} → `;
  const beside = ratio === null ? md`` : md`, ${ratioText(ratio)}`;
  const caution = invalid === null ? md`` : md`, but the run says nothing`;
  return md`**Latency**: p95 ${before}${text(milliseconds(challenger.p95Ms))}${beside}${caution}`;
}

/** Latency, throughput and memory, as far as they were measured. */
export function paceFold({ evidence: { latency, throughput, soak } }: ReleaseReport): Block {
  const facts = [...throughputLines(throughput), ...soakLines(soak)];
  const figures = isMeasured(latency) ? [picture(latency), latencyTable(latency)] : [];
  if (facts.length + figures.length === 0) return NOTHING;
  return fold("Latency, throughput and memory", stacked([...figures, ...(facts.length > 0 ? [list(facts)] : [])]));
}

function latencyTable({ challenger, champion }: LatencyEvidence): Block {
  const columns = ["", "p50", "p95", "p99", "requests/s", "samples", "errors"].map((title, index) => ({
    title: text(title),
    align: index === 0 ? ("l" as const) : ("r" as const),
  }));
  const row = (name: Inline, { p50Ms, p95Ms, p99Ms, ratePerSecond, samples, errors }: Latency): readonly Inline[] => [
    name,
    ...[p50Ms, p95Ms, p99Ms].map((ms) => text(milliseconds(ms))),
    ...[figure(ratePerSecond), whole(samples), whole(errors)].map((value) => text(value)),
  ];
  return table(columns, [...(champion === null ? [] : [row(md`champion`, champion)]), row(md`challenger`, challenger)]);
}

function picture({ challenger, champion }: LatencyEvidence): Block {
  const values = ({ p50Ms, p95Ms, p99Ms }: Latency): readonly number[] => [p50Ms, p95Ms, p99Ms];
  const labels = ["p50", "p95", "p99"];
  if (champion === null) return barChart({ title: "latency in ms", labels, bars: values(challenger) });
  const title = "latency in ms: champion as bars, challenger as a line";
  return barChart({ title, labels, bars: values(champion), line: values(challenger) });
}

function throughputLines(throughput: ReleaseReport["evidence"]["throughput"]): readonly Inline[] {
  if (!isMeasured(throughput)) return [];
  const { challengerPerSecond, championPerSecond, ratio, invalid } = throughput;
  const before = championPerSecond === null ? md`` : md`${text(figure(championPerSecond))} → `;
  const beside = ratio === null ? md`` : md`, ${ratioText(ratio)}`;
  const caution = invalid === null ? md`` : md`; ${text(invalid)}`;
  return [md`Throughput: ${before}${text(figure(challengerPerSecond))} answers/s${beside}${caution}`];
}

function soakLines(soak: ReleaseReport["evidence"]["soak"]): readonly Inline[] {
  if (!isMeasured(soak)) return [];
  const { durationSeconds, requests, errors, bytesPerMinute } = soak;
  const bounds = [bytesPerMinute.lower, bytesPerMinute.upper].map((bound) => text(perMinute(bound)));
  return [
    md`Memory: ${text(perMinute(bytesPerMinute.value))} a minute (${joined(bounds, md` to `)}) over ${text(figure(durationSeconds))} s, ${text(whole(requests))} requests, ${text(whole(errors))} errors`,
  ];
}

function perMinute(value: number): string {
  if (!Number.isFinite(value)) return signed(value, 0);
  return `${value < 0 ? "\u2212" : "+"}${bytes(Math.round(Math.abs(value)))}`;
}

/** `0.96 × (0.91 to 1.02)` */
function ratioText({ value, lower, upper }: Ratio): Inline {
  const written = [value, lower, upper].map((one) => text(fixed(one, 2)));
  return md`${written[0]!} × (${written[1]!} to ${written[2]!})`;
}
