import type { LedgerLine } from "../../../ledger/line.ts";
import { figure, type LegendEntry, numbersTable } from "../../charts/figure.ts";
import { type Plot, plot } from "../../charts/plot.ts";
import { type Html, html, NOTHING, text } from "../markup.ts";
import { servedText } from "./ledger-table.ts";
import type { Story } from "./story.ts";

/** From one change of the traffic to the next. */
interface Span {
  readonly from: number;
  readonly to: number;
  /** By version, in percent. */
  readonly shares: ReadonlyMap<string, number>;
}

const TONES: readonly LegendEntry["tone"][] = ["champion", "negative", "challenger", "positive", "reference"];

/** Who served what share of the traffic, from the ledger's first line on. */
export function timeline({ chain, chapters }: Pick<Story, "chain" | "chapters">): Html {
  const [first] = chain;
  if (first === undefined) return NOTHING;
  const startMs = instantMs(first.time);
  const at = (time: string): number => (instantMs(time) - startMs) / 1000;
  const spans = spansOf(chain, at);
  const versions = [...new Set(spans.flatMap(({ shares }) => [...shares.keys()]))];
  const toneOf = (version: string) => TONES[versions.indexOf(version) % TONES.length]!;
  const end = Math.max(1, spans.at(-1)?.to ?? 1);
  const paper = {
    title: "Share of the traffic by release",
    description: spans.map(({ from, shares }) => `From ${from.toFixed(0)} s: ${sharesText(shares)}.`).join(" "),
    x: { title: "seconds since the first line of the ledger", domain: [0, end] as const, tick: String },
    y: { title: "share of the traffic, %", domain: [0, 100] as const, tick: String },
  };
  const scales = plot(paper, { x: [0, end], y: [0, 100] });
  const begun = chapters.map(({ entries: [line] }, index) => ({ number: index + 1, line }));
  const marks = html`${spans.flatMap((span) => bars(span, toneOf, scales))}${begun.map(({ number, line }) =>
    line === undefined ? NOTHING : beginning(number, at(line.time), scales),
  )}`;
  return figure({
    caption: "Who served what share of the traffic",
    note: "The numbers stand where a step's promotion begins.",
    legend: versions.map((version) => ({ tone: toneOf(version), name: version })),
    chart: scales.draw(marks),
    numbers: numbersTable(
      ["From, s", "To, s", "Served"],
      spans.map(({ from, to, shares }) => [from.toFixed(1), to.toFixed(1), sharesText(shares)]),
    ),
  });
}

/** Lines that change nothing of what is served make no span of their own. */
function spansOf(chain: readonly LedgerLine[], at: (time: string) => number): readonly Span[] {
  const last = chain.at(-1)!;
  const end = at(last.time) + Math.max(1, at(last.time) / 20);
  const changes = chain.filter((line, index) => servedText(line.after) !== servedText(chain[index - 1]?.after ?? []));
  return changes.map((line, index) => ({
    from: at(line.time),
    to: changes[index + 1] === undefined ? end : at(changes[index + 1]!.time),
    shares: new Map(
      line.after.flatMap(({ version, deployedModelId, percent }) =>
        percent > 0 ? [[version ?? deployedModelId, percent] as const] : [],
      ),
    ),
  }));
}

function bars({ from, to, shares }: Span, toneOf: (version: string) => string, { x, y }: Plot): readonly Html[] {
  let below = 0;
  return Array.from(shares, ([version, percent]) => {
    const [low, high] = [below, below + percent];
    below = high;
    const width = Math.max(1, x(to) - x(from)).toFixed(1);
    return html`<rect class="share ${text(toneOf(version))}" x="${x(from)}" y="${y(high)}" width="${text(width)}" height="${text((y(low) - y(high)).toFixed(1))}"/>`;
  });
}

function beginning(number: number, seconds: number, { x, y }: Plot): Html {
  return html`<line class="line reference" x1="${x(seconds)}" x2="${x(seconds)}" y1="${y(0)}" y2="${y(100)}"/><text class="begin" x="${x(seconds) + 7}" y="${y(100) + 13}">${number}</text>`;
}

function sharesText(shares: ReadonlyMap<string, number>): string {
  return Array.from(shares, ([version, percent]) => `${version} ${percent} %`).join(", ");
}

function instantMs(time: string): number {
  // biome-ignore lint/style/noRestrictedGlobals: what the ledger says is read, and no clock.
  return Date.parse(time);
}
