import type { Choices } from "./choice.ts";
import { type Contradiction, unless } from "./contradictions/contradiction.ts";
import { measuresContradicting } from "./contradictions/quality.ts";
import type { Difference } from "./difference.ts";
import { type Evidence, isMeasured } from "./evidence.ts";
import type { Latency, Ratio } from "./latency.ts";
import type { OutputSanity } from "./sanity.ts";

/** Evidence is a file, and a file can be written by hand: what its own parts deny is no measurement. */
export function contradictionsIn(evidence: Evidence): readonly Contradiction[] {
  return [
    ...completenessContradicting(evidence),
    ...answersContradicting(evidence),
    ...scoresContradicting(evidence),
    ...measuresContradicting(evidence),
    ...paceContradicting(evidence),
  ];
}

function completenessContradicting({ lint: { completeness } }: Evidence): readonly Contradiction[] {
  const { named, of, missing } = completeness;
  const said = `${named} of ${of} are named, and ${missing.length} are missing`;
  return unless(named + missing.length === of, "/lint/completeness", said);
}

function answersContradicting({ golden, parity }: Evidence): readonly Contradiction[] {
  const outputs = [
    ...(isMeasured(golden) ? golden.outputs.map((output, index) => ({ at: `/golden/outputs/${index}`, output })) : []),
    ...(isMeasured(parity) ? parity.outputs.map((output, index) => ({ at: `/parity/outputs/${index}`, output })) : []),
  ];
  return outputs.flatMap(({ at, output: { difference, choices } }) => [
    ...differenceContradicting(`${at}/difference`, difference),
    ...choicesContradicting(`${at}/choices`, choices),
  ]);
}

function differenceContradicting(at: string, { elements, largestShare, beyondTolerance, mismatch }: Difference) {
  const isBeyond = !(largestShare <= 1);
  const said = `${beyondTolerance} of ${elements} values are beyond the tolerance, and the largest takes ${largestShare} of it`;
  return unless(mismatch !== null || (beyondTolerance <= elements && beyondTolerance > 0 === isBeyond), at, said);
}

function choicesContradicting(at: string, choices: Choices | null): readonly Contradiction[] {
  if (choices === null) return [];
  const { rows, agreeing, tied } = choices;
  return unless(agreeing + tied <= rows, at, `${agreeing} agree and ${tied} are tied, of ${rows} rows`);
}

function scoresContradicting({ sanity, dataset }: Evidence): readonly Contradiction[] {
  if (!isMeasured(sanity)) return [];
  const most = isMeasured(dataset) ? dataset.rows : Number.POSITIVE_INFINITY;
  return [
    ...unless(sanity.rows <= most, "/sanity/rows", `${sanity.rows} rows are scored, and the dataset has ${most}`),
    ...sanity.outputs.flatMap((output, index) => outputContradicting(`/sanity/outputs/${index}`, output)),
  ];
}

/** A range is kept in the output's own type: where that is a short float, its limits lie a little beside. */
const ROUNDING = 0.01;

function outputContradicting(at: string, { range, outOfRange, lowest, highest }: OutputSanity) {
  if (range === null || outOfRange > 0 || lowest === null || highest === null) return [];
  const slack = ROUNDING * Math.max(1e-3, Math.abs(range[0]), Math.abs(range[1]));
  const isWithin = !(lowest < range[0] - slack || highest > range[1] + slack);
  return unless(isWithin, at, `values from ${lowest} to ${highest} are said to lie within [${range.join(", ")}]`);
}

function paceContradicting({ latency, throughput, soak }: Evidence): readonly Contradiction[] {
  return [
    ...(isMeasured(latency)
      ? [
          ...latencyContradicting("/latency/challenger", latency.challenger),
          ...latencyContradicting("/latency/champion", latency.champion),
          ...boundsContradicting("/latency/ratio", latency.ratio),
        ]
      : []),
    ...(isMeasured(throughput) ? boundsContradicting("/throughput/ratio", throughput.ratio) : []),
    ...(isMeasured(soak) ? boundsContradicting("/soak/bytesPerMinute", soak.bytesPerMinute) : []),
  ];
}

function latencyContradicting(at: string, latency: Latency | null): readonly Contradiction[] {
  if (latency === null) return [];
  const { p50Ms, p95Ms, p99Ms } = latency;
  const isOrdered = !(p50Ms < 0 || p50Ms > p95Ms || p95Ms > p99Ms);
  return unless(isOrdered, at, `percentiles of ${p50Ms}, ${p95Ms} and ${p99Ms} ms are no percentiles`);
}

function boundsContradicting(at: string, bounds: Ratio | null): readonly Contradiction[] {
  if (bounds === null) return [];
  return unless(!(bounds.lower > bounds.upper), at, `bounds of ${bounds.lower} and ${bounds.upper} hold nothing`);
}
