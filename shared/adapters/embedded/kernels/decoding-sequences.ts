import { allocate, numbersOf, tensor, tensorOf } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Family, hostKernel, invalid } from "./kernel.ts";
import type { Pairs } from "./pairs.ts";

/** Labels out of the scores of connectionist temporal classification. */
export const sequenceDecoding: Family = {
  CTCGreedyDecoder: hostKernel((node) => {
    const mergesRepeated = node.bool("merge_repeated");
    const blank = node.int("blank_index");
    return ([scores, lengths]) => {
      const [steps, batch, classes] = scores!.shape as readonly [number, number, number];
      const wanted = numbersOf(lengths!);
      if (scores!.shape.length !== 3 || wanted.length !== batch) {
        throw invalid(`scores of shape [${scores!.shape}], lengths of shape [${lengths!.shape}]`);
      }
      const wrong = wanted.find((length) => length < 0 || length > steps);
      if (wrong !== undefined) throw invalid(`a sequence of ${wrong} steps in scores of ${steps}`);
      const settings = { mergesRepeated, blank: blank < 0 ? blank + classes : blank };
      return sparseLabels(
        wanted.map((length, row) => bestPath(scores!, row, length, settings)),
        scores!,
      );
    };
  }),
};

interface Path {
  readonly labels: readonly number[];
  /** The sum of the best scores, taken negative. */
  readonly cost: number;
}

interface Settings {
  readonly mergesRepeated: boolean;
  readonly blank: number;
}

function bestPath(scores: HostTensor, row: number, length: number, { mergesRepeated, blank }: Settings): Path {
  const [, batch, classes] = scores.shape as readonly [number, number, number];
  const labels: number[] = [];
  let cost = 0;
  let before = -1;
  for (let step = 0; step < length; step++) {
    const start = (step * batch + row) * classes;
    const values = (scores.data as Float64Array).subarray(start, start + classes);
    let best = 0;
    for (let label = 1; label < classes; label++) if (values[label]! > values[best]!) best = label;
    cost -= values[best]!;
    if (best !== blank && !(mergesRepeated && best === before)) labels.push(best);
    before = best;
  }
  return { labels, cost };
}

function sparseLabels(paths: readonly Path[], { dtype }: HostTensor): readonly HostTensor[] {
  const places = paths.flatMap(({ labels }, row) => labels.flatMap((_, column) => [row, column]));
  const labels = paths.flatMap((path) => path.labels);
  const longest = paths.reduce((length, path) => Math.max(length, path.labels.length), 0);
  const costs = allocate<Pairs>(dtype, paths.length);
  paths.forEach(({ cost }, row) => {
    costs[row] = cost;
  });
  return [
    tensorOf("int64", [labels.length, 2], places),
    tensorOf("int64", [labels.length], labels),
    tensorOf("int64", [2], [paths.length, longest]),
    tensor(dtype, [paths.length, 1], costs),
  ];
}
