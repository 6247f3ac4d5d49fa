import type { SoakEvidence } from "../../evidence/soak.ts";
import { bytes } from "../../release/quantities.ts";
import { figure as digits } from "../figures.ts";
import type { Html } from "../html/markup.ts";
import { figure, numbersTable, thinned } from "./figure.ts";
import { lineChart } from "./lines.ts";

const MEGABYTE = 1e6;

/** What the model's process held while requests went on. */
export function memoryFigure(memory: NonNullable<SoakEvidence["memory"]>): Html {
  const paper = {
    title: "Memory",
    description: "The resident memory of the challenger's process while requests went on.",
    x: { title: "Seconds", domain: null, tick: digits },
    y: { title: "Megabytes", domain: null, tick: digits },
  };
  const points = memory.map(([second, held]) => [second, held / MEGABYTE] as const);
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
