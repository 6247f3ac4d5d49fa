import { type Evidence, isMeasured } from "../../../evidence/evidence.ts";
import type { Latency, LatencyEvidence, Ratio, ThroughputEvidence } from "../../../evidence/latency.ts";
import type { LatencyDistribution } from "../../../evidence/load-generation/distribution.ts";
import type { SoakEvidence } from "../../../evidence/soak.ts";
import { bytes } from "../../../release/quantities.ts";
import { latencyFigure, timelineFigure } from "../../charts/latency.ts";
import { memoryFigure } from "../../charts/memory.ts";
import type { OfModels } from "../../charts/models.ts";
import { figure, fixed, milliseconds, whole } from "../../figures.ts";
import { type Html, html, NOTHING, text } from "../markup.ts";
import { absent, facts } from "../parts.ts";
import { type Row, table } from "../table.ts";

/** How fast both answer, how many answers they give, and whether memory grows meanwhile. */
export function speedContent({ latency, throughput, soak }: Pick<Evidence, "latency" | "throughput" | "soak">): Html {
  const rows = [
    ...(isMeasured(latency) ? latencyRows(latency) : []),
    ...(isMeasured(throughput) ? [throughputRow(throughput)] : []),
  ];
  const hasChampion =
    (isMeasured(latency) && latency.champion !== null) ||
    (isMeasured(throughput) && throughput.championPerSecond !== null);
  const reasons = [latency, throughput, soak].flatMap((part) => ("unmeasured" in part ? [part] : []));
  const whys = [...new Map(reasons.map((part) => [part.reason, part])).values()];
  const figures = [
    ...(isMeasured(latency) ? latencyFigures(latency) : []),
    ...(isMeasured(soak) && soak.memory !== undefined && soak.memory.length > 1 ? [memoryFigure(soak.memory)] : []),
  ];
  return html`${rows.length === 0 ? NOTHING : speedTable(rows, hasChampion)}
${isMeasured(latency) ? remarks(latency) : NOTHING}${isMeasured(soak) ? soakFacts(soak) : NOTHING}
${whys.map(({ reason, fix }) => absent(reason, fix))}
${figures.length === 0 ? NOTHING : html`<div class="plots">${figures}</div>`}`;
}

/** Of a first release there is one column of numbers. */
function speedTable(rows: readonly Row[], hasChampion: boolean): Html {
  if (hasChampion) return table({ caption: "Speed of champion and challenger", columns: COLUMNS, rows });
  const columns = [{ title: "Measured" }, { title: "Value", isNumber: true }];
  return table({ caption: "Speed", columns, rows: rows.map(({ cells }) => ({ cells: [cells[0]!, cells[2]!] })) });
}

const COLUMNS = [
  { title: "Measured" },
  ...["Champion", "Challenger", "Ratio", "90 % bounds"].map((title) => ({ title, isNumber: true })),
];
const NONE = html`<span class="faint">–</span>`;

const TIMES = [
  ["Median", "p50Ms"],
  ["95 % within", "p95Ms"],
  ["99 % within", "p99Ms"],
] as const;
const COUNTS = [
  ["Requests", "samples"],
  ["Errors", "errors"],
] as const;

function latencyRows({ challenger, champion, ratio }: LatencyEvidence): readonly Row[] {
  const rowOf = (name: string, measure: (latency: Latency) => string, bounds: readonly Html[] = [NONE, NONE]): Row => {
    return {
      cells: [text(name), champion === null ? NONE : text(measure(champion)), text(measure(challenger)), ...bounds],
    };
  };
  return [
    ...TIMES.map(([name, key]) =>
      rowOf(name, (latency) => milliseconds(latency[key]), key === "p95Ms" ? ratioCells(ratio) : undefined),
    ),
    ...COUNTS.map(([name, key]) => rowOf(name, (latency) => whole(latency[key]))),
  ];
}

function throughputRow({ challengerPerSecond, championPerSecond, ratio }: ThroughputEvidence): Row {
  const other = championPerSecond === null ? NONE : text(figure(championPerSecond));
  return { cells: [text("Answers a second, at most"), other, text(figure(challengerPerSecond)), ...ratioCells(ratio)] };
}

function ratioCells(ratio: Ratio | null): readonly Html[] {
  if (ratio === null) return [NONE, NONE];
  return [text(`× ${fixed(ratio.value, 3)}`), text(`${fixed(ratio.lower, 3)} … ${fixed(ratio.upper, 3)}`)];
}

function remarks({ device, challenger, invalid, gpus }: LatencyEvidence): Html {
  const said = invalid === null ? NOTHING : absent(`This run says nothing: ${invalid}`);
  const used = gpus.map(({ name, busyShare, mostUsedBytes }) => {
    const busy = typeof busyShare === "number" ? `${figure(100 * busyShare)} % busy` : "use unknown";
    const held = typeof mostUsedBytes === "number" ? `, at most ${bytes(mostUsedBytes)} in use` : "";
    return html` <bdi>${text(name, 80)}</bdi>: ${text(`${busy}${held}.`)}`;
  });
  return html`${said}<p>Asked ${text(figure(challenger.ratePerSecond))} times a second on <bdi>${text(device, 120)}</bdi>.${used}</p>`;
}

function soakFacts({ durationSeconds, requests, errors, bytesPerMinute }: SoakEvidence): Html {
  const slope = (value: number): string => `${value < 0 ? "−" : "+"}${bytes(Math.abs(value))}`;
  const { value, lower, upper } = bytesPerMinute;
  const growth = [value, lower, upper].every(Number.isFinite)
    ? `${slope(value)} a minute (${slope(lower)} … ${slope(upper)})`
    : "cannot be told";
  return facts([
    ["Memory growth", text(growth)],
    ["Soak", text(`${whole(requests)} requests in ${figure(durationSeconds)} s, ${whole(errors)} errors`)],
  ]);
}

function latencyFigures({ challenger, champion }: LatencyEvidence): readonly Html[] {
  const distributions: OfModels<LatencyDistribution> = {
    challenger: challenger.distribution ?? null,
    champion: champion?.distribution ?? null,
  };
  if (distributions.challenger === null) return [];
  return [
    latencyFigure(distributions),
    timelineFigure(distributions, "p95Ms"),
    timelineFigure(distributions, "ratePerSecond"),
  ];
}
