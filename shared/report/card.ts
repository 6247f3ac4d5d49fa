import { isMeasured } from "../evidence/evidence.ts";
import { featureNames } from "../release/contract.ts";
import type { ContractInput, ContractOutput } from "../schema/release.types.ts";
import { COMMENT, fitted, type Part } from "./budget.ts";
import { frontMatter } from "./card-front-matter.ts";
import { code, type Inline, joined, md, text } from "./escape.ts";
import { whole } from "./figures.ts";
import { type Block, heading, NOTHING, paragraph, stacked, table } from "./markdown.ts";
import type { ReleaseReport, Run } from "./report.ts";
import { metricTable, rowsOf } from "./sections/metrics.ts";
import { modelBlock } from "./sections/model.ts";
import { slicesTable } from "./sections/slices.ts";
import { sentenceBlock } from "./sections/verdict.ts";

const MOST_TENSORS = 50;
const MOST_SLICES = 200;
const MOST_NAMED = 20;

/** What the model is, for whom, how good, and where it is weak. Written whatever the verdict. */
export function renderCard(release: ReleaseReport, run: Run | null): string {
  const front = frontMatter(release);
  const most = COMMENT.most - front.length - 2;
  return `${front}\n${fitted(partsOf(release, run), { ...COMMENT, most })}\n`;
}

function partsOf(release: ReleaseReport, run: Run | null): readonly Part[] {
  const { manifest } = release;
  const title = heading(1, md`Model card`);
  return [
    { name: md`the model`, rank: 0, isKept: true, forms: [() => stacked([title, modelBlock(manifest, run)])] },
    { name: md`the verdict`, rank: 1, forms: [() => titled(md`Verdict`, sentenceBlock(release))] },
    { name: md`the evaluation`, rank: 2, forms: [() => titled(md`Evaluation`, evaluationBlock(release))] },
    { name: md`the slices`, rank: 4, forms: [() => titled(md`Slices`, slicesTable(release, MOST_SLICES))] },
    { name: md`the contract`, rank: 3, forms: [() => titled(md`Contract`, contractTable(release))] },
  ];
}

function titled(title: Inline, block: Block): Block {
  return block === NOTHING ? NOTHING : stacked([heading(2, title), block]);
}

function evaluationBlock(release: ReleaseReport): Block {
  const { quality, dataset, runtime } = release.evidence;
  if (!isMeasured(quality)) return paragraph(md`Not measured: ${text(quality.reason, 300)}`);
  const { evaluation } = release.manifest;
  const facts = [
    text(`${quality.task}, ${whole(quality.rows)} rows`),
    ...(evaluation === undefined ? [] : [code(evaluation.dataset.uri)]),
    ...(isMeasured(dataset) ? [code(dataset.digest)] : []),
    ...(isMeasured(runtime) ? [text(`computed by ${runtime.name} ${runtime.version} on ${runtime.device}`)] : []),
  ];
  return stacked([paragraph(joined(facts, md`<br>`)), metricTable(release, rowsOf(release))]);
}

function contractTable({ manifest: { contract } }: ReleaseReport): Block {
  const columns = [md`tensor`, md`type`, md`shape`, md`holds`].map((title) => ({ title, align: "l" as const }));
  return table(columns, [
    ...contract.inputs.slice(0, MOST_TENSORS).map(inputCells),
    ...contract.outputs.slice(0, MOST_TENSORS).map(outputCells),
  ]);
}

function inputCells(input: ContractInput): readonly Inline[] {
  return [md`takes ${code(input.name)}`, code(input.dtype), shapeOf(input), named(featureNames(input))];
}

function outputCells(output: ContractOutput): readonly Inline[] {
  const { range, labels = [] } = output;
  const within = range === undefined ? [] : [text(`${range[0]} to ${range[1]}`)];
  const holds = joined([...within, ...(labels.length === 0 ? [] : [named(labels)])], md`: `);
  return [md`gives ${code(output.name)}`, code(output.dtype), shapeOf(output), holds];
}

function shapeOf({ shape }: ContractInput | ContractOutput): Inline {
  return shape === null ? md`any` : code(`[${shape.map((size) => (size === -1 ? "any" : size)).join(", ")}]`);
}

function named(names: readonly string[]): Inline {
  const shown = joined(
    names.slice(0, MOST_NAMED).map((name) => code(name)),
    md`, `,
  );
  return names.length > MOST_NAMED ? md`${shown} and ${names.length - MOST_NAMED} more` : shown;
}
