import type { SoakEvidence } from "../../evidence/soak.ts";
import { bytes } from "../../release/quantities.ts";
import { figure as digits } from "../figures.ts";
import type { Html } from "../html/markup.ts";
import { figure, numbersTable, thinned } from "./figure.ts";
import { lineChart, type Point } from "./lines.ts";

const MEGABYTE = 1e6;

/** What the model's process held while requests went on. */
export function memoryFigure(memory: NonNullable<SoakEvidence["memory"]>): Html {
  const points = memory.map(([second, held]) => [second, held / MEGABYTE] as const);
  const paper = {
    title: "Memory",
    description: "The resident memory of the challenger's process while requests went on.",
    x: { title: "Seconds", domain: null, tick: digits },
    y: { title: "Megabytes", domain: domainOf(points), tick: digits },
  };
  return figure({
    caption: "Memory",
    note: "What the challenger's process held while requests went on; a steady rise is a leak.",
    legend: [],
    chart: lineChart(paper, [{ tone: "challenger", form: "line", points }]),
    numbers: numbersTable(
      ["At", "Resident"],
      thinned(memory).map(([second, held]) => [`${digits(second)} s`, bytes(held)]),
    ),
  });
}

const LEAST_SPAN = 0.1;

/** A tenth of it at least: what hardly grows must not look as if it did. */
function domainOf(points: readonly Point[]): readonly [number, number] {
  const [low, high] = [Math.min(...points.map(([, held]) => held)), Math.max(...points.map(([, held]) => held))];
  const room = Math.max(0.05 * (high - low), (LEAST_SPAN * high - (high - low)) / 2);
  return [low - room, high + room];
}
