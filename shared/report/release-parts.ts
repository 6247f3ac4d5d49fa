import type { Part } from "./budget.ts";
import { md, text } from "./escape.ts";
import { type Block, fold, list, NOTHING, stacked } from "./markdown.ts";
import type { ReleaseReport, Run } from "./report.ts";
import { contractFold } from "./sections/contract.ts";
import { edgesFold } from "./sections/edges.ts";
import { environmentFold } from "./sections/environment.ts";
import { allGatesFold, objectionList, warningsFold } from "./sections/gates.ts";
import { allMetricsFold, metricsBlock } from "./sections/metrics.ts";
import { modelBlock } from "./sections/model.ts";
import { latencyLine, paceFold } from "./sections/pace.ts";
import { planBlock, planFold } from "./sections/plan.ts";
import { reproduceFold } from "./sections/reproduce.ts";
import { safetyFold } from "./sections/safety.ts";
import { slicesFold, slicesLine } from "./sections/slices.ts";
import { sentenceBlock, verdictBlock } from "./sections/verdict.ts";

/** How much there is room for. */
export interface Detail {
  /** Characters of each free text. */
  readonly prose: number;
  /** Rows of each table. */
  readonly rows: number;
  /** Of what could not be judged. */
  readonly problems: number;
}

const LENGTHS = [
  { message: 500, fix: 300 },
  { message: 200, fix: 120 },
  { message: 80, fix: 0 },
  { message: 0, fix: 0 },
] as const;
const WHOLE = { message: 2_001, fix: 2_001 };

/** All that is told of one release, in the order in which it is read. */
export function releaseParts(release: ReleaseReport, run: Run | null, { prose, rows }: Detail): readonly Part[] {
  const lengths = [rows, rows >> 2, rows >> 4];
  return [
    { name: md`the verdict`, rank: 0, isKept: true, forms: [() => verdictBlock(release)] },
    { name: md`the plan`, rank: 2, forms: [() => planBlock(release)] },
    { name: md`the metrics`, rank: 3, forms: [() => metricsBlock(release)] },
    {
      name: md`what is in the way`,
      rank: 1,
      isKept: true,
      forms: LENGTHS.map((length) => () => objectionList(release, length)),
    },
    { name: md`slices and latency at a glance`, rank: 4, forms: [() => glance(release)] },
    { name: md`all gates`, rank: 5, forms: [WHOLE, LENGTHS[1]].map((length) => () => allGatesFold(release, length)) },
    { name: md`warnings`, rank: 7, forms: [WHOLE, LENGTHS[1]].map((length) => () => warningsFold(release, length)) },
    { name: md`all metrics`, rank: 6, forms: [() => allMetricsFold(release)] },
    { name: md`the plan's steps`, rank: 5, forms: [() => planFold(release)] },
    { name: md`slices`, rank: 9, forms: lengths.map((most) => () => slicesFold(release, most)) },
    { name: md`latency, throughput and memory`, rank: 10, forms: [() => paceFold(release)] },
    {
      name: md`the model card`,
      rank: 12,
      forms: [prose, prose >> 2].map((most) => () => modelFold(release, run, most)),
    },
    { name: md`the contract`, rank: 11, forms: lengths.map((most) => () => contractFold(release, most)) },
    { name: md`safety`, rank: 6, forms: lengths.map((most) => () => safetyFold(release, most)) },
    { name: md`edge cases`, rank: 14, forms: lengths.map((most) => () => edgesFold(release, most)) },
    { name: md`the environment`, rank: 13, forms: [() => environmentFold(release, run)] },
    { name: md`how to reproduce it`, rank: 8, forms: [() => reproduceFold(release, run)] },
  ];
}

const RANKS = [14, 11, 8, 5, 1];

/** The same as one part that is unfolded, down to what keeps it back and then to nothing: a table has a line of it. */
export function foldedRelease(release: ReleaseReport, run: Run | null, detail: Detail): Part {
  const { model } = release.manifest;
  const [, ...parts] = releaseParts(release, run, detail);
  const blocks = parts.map(({ rank, forms }) => ({ rank, render: once(forms[0]!) }));
  const upTo = (most: number): Block => {
    const kept = blocks.filter(({ rank }) => rank <= most).map(({ render }) => render());
    return fold(
      `${model.name} ${model.version}: ${release.verdict.status}`,
      stacked([sentenceBlock(release), ...kept]),
    );
  };
  return {
    name: md`${text(model.name)} ${text(model.version)}`,
    rank: 5,
    forms: RANKS.map((rank) => () => upTo(rank)),
  };
}

function once(render: () => Block): () => Block {
  let rendered: Block | null = null;
  return () => (rendered ??= render());
}

function glance(release: ReleaseReport): Block {
  const found = [slicesLine(release), latencyLine(release)].filter((line) => line !== null);
  return found.length === 0 ? NOTHING : list(found);
}

function modelFold({ manifest }: ReleaseReport, run: Run | null, most: number): Block {
  return fold("Model card", modelBlock(manifest, run, most));
}
