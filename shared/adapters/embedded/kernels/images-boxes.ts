import { widened } from "../values/half.ts";
import { allocate, numberOf, scalar, tensor, tensorOf } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Context, type Family, hostKernel, invalid, type Kernel } from "./kernel.ts";
import { type Choice, overlapOf, type Suppression, suppressed } from "./suppression.ts";

/** Of boxes that overlap, the best: what detection models end with. */
export const boxSelection: Family = {
  NonMaxSuppression: hostKernel((node) => {
    const limit = node.float("iou_threshold");
    return ([boxes, scores, count], context) => indicesOf(byBoxes(boxes!, scores!, count!, { limit }, context));
  }),
  NonMaxSuppressionV2: hostKernel(
    () =>
      ([boxes, scores, count, limit], context) =>
        indicesOf(byBoxes(boxes!, scores!, count!, { limit: real(limit!) }, context)),
  ),
  NonMaxSuppressionV3: hostKernel(
    () =>
      ([boxes, scores, count, limit, least], context) =>
        indicesOf(byBoxes(boxes!, scores!, count!, { limit: real(limit!), least: real(least!) }, context)),
  ),
  NonMaxSuppressionV4: hostKernel((node) => {
    const isPadded = node.bool("pad_to_max_output_size");
    return ([boxes, scores, count, limit, least], context) => {
      const chosen = byBoxes(boxes!, scores!, count!, { limit: real(limit!), least: real(least!) }, context);
      return [indicesOf(chosen, isPadded ? numberOf(count!) : undefined), scalar("int32", chosen.length)];
    };
  }),
  NonMaxSuppressionV5: hostKernel((node) => {
    const isPadded = node.bool("pad_to_max_output_size");
    const dtype = node.dtype("T");
    return ([boxes, scores, count, limit, least, sigma], context) => {
      const settings = { limit: real(limit!), least: real(least!), sigma: real(sigma!) };
      const chosen = byBoxes(boxes!, scores!, count!, settings, context);
      const length = isPadded ? numberOf(count!) : chosen.length;
      const kept = allocate<Float32Array>("float32", length);
      chosen.forEach(({ score }, i) => {
        kept[i] = score;
      });
      if (dtype !== "float32") throw invalid(`scores of type ${dtype}`);
      return [indicesOf(chosen, length), tensor("float32", [length], kept), scalar("int32", chosen.length)];
    };
  }),
  NonMaxSuppressionWithOverlaps: hostKernel(() => ([overlaps, scores, count, limit, least], context) => {
    const [rows, columns] = overlaps!.shape;
    if (overlaps!.shape.length !== 2 || rows !== columns) throw invalid(`overlaps of shape [${overlaps!.shape}]`);
    const table = overlaps!.data as Float32Array;
    const overlap = (a: number, b: number) => table[a * rows! + b]!;
    const settings = { limit: real(limit!), least: real(least!), most: numberOf(count!), overlap };
    return indicesOf(suppressed(scoresFor(scores!, rows!), settings, context.checkDeadline));
  }),
  CombinedNonMaxSuppression: combined(),
};

type Limits = Pick<Suppression, "limit" | "least" | "sigma">;

function byBoxes(boxes: HostTensor, scores: HostTensor, count: HostTensor, limits: Limits, { checkDeadline }: Context) {
  if (boxes.shape.length !== 2 || boxes.shape[1] !== 4) throw invalid(`boxes of shape [${boxes.shape}]`);
  if (!(limits.limit >= 0 && limits.limit <= 1)) throw invalid(`a limit of ${limits.limit} for the overlap of boxes`);
  const most = numberOf(count);
  if (most < 0) throw invalid(`at most ${most} boxes`);
  const overlap = overlapOf(widened(boxes).data as Float32Array);
  return suppressed(scoresFor(scores, boxes.shape[0]!), { ...limits, most, overlap }, checkDeadline);
}

function scoresFor(scores: HostTensor, count: number): Float32Array {
  if (scores.shape.length === 1 && scores.shape[0] === count) return widened(scores).data as Float32Array;
  throw invalid(`scores of shape [${scores.shape}] for ${count} boxes`);
}

function real(value: HostTensor): number {
  return numberOf(widened(value));
}

function indicesOf(chosen: readonly Choice[], length = chosen.length): HostTensor {
  const data = allocate<Int32Array>("int32", length);
  chosen.forEach(({ index }, i) => {
    data[i] = index;
  });
  return tensor("int32", [length], data);
}

interface Detection {
  readonly box: Float32Array;
  readonly score: number;
  readonly label: number;
}

/** For each image the best boxes of each class, and of these the best. */
function combined(): Kernel {
  return hostKernel((node) => {
    const [isPadded, isClipped] = [node.bool("pad_per_class"), node.bool("clip_boxes")];
    return ([boxes, scores, perClass, total, limit, least], { checkDeadline }) => {
      const [images, count, kinds, four] = boxes!.shape as readonly [number, number, number, number];
      const classes = scores!.shape[2]!;
      const isShaped = four === 4 && (kinds === 1 || kinds === classes) && scores!.shape[1] === count;
      if (!isShaped || scores!.shape[0] !== images)
        throw invalid(`boxes of [${boxes!.shape}], scores of [${scores!.shape}]`);
      const [most, wanted] = [numberOf(perClass!), numberOf(total!)];
      if (!(most > 0 && wanted > 0)) throw invalid(`at most ${most} boxes of a class and ${wanted} in all`);
      const length = isPadded ? Math.min(wanted, most * classes) : wanted;
      const settings = { limit: real(limit!), least: real(least!), most };
      const found = Array.from({ length: images }, (_, image) =>
        detections(boxes!, scores!, image, settings, checkDeadline).slice(0, length),
      );
      return packed(found, length, isClipped);
    };
  });
}

function detections(
  boxes: HostTensor,
  scores: HostTensor,
  image: number,
  settings: Omit<Suppression, "overlap">,
  checkDeadline: () => void,
): readonly Detection[] {
  const [, count, kinds] = boxes.shape as readonly [number, number, number];
  const classes = scores.shape[2]!;
  const corners = (boxes.data as Float32Array).subarray(image * count * kinds * 4);
  const found: Detection[] = [];
  for (let label = 0; label < classes; label++) {
    const kind = kinds === 1 ? 0 : label;
    const own = Float32Array.from({ length: 4 * count }, (_, i) => corners[((i >> 2) * kinds + kind) * 4 + (i & 3)]!);
    const points = Float32Array.from(
      { length: count },
      (_, i) => scores.data[(image * count + i) * classes + label] as number,
    );
    for (const { index, score } of suppressed(points, { ...settings, overlap: overlapOf(own) }, checkDeadline)) {
      found.push({ box: own.subarray(4 * index, 4 * index + 4), score, label });
    }
  }
  return found.sort((a, b) => b.score - a.score);
}

function packed(found: readonly (readonly Detection[])[], length: number, isClipped: boolean): readonly HostTensor[] {
  const boxes = allocate<Float32Array>("float32", found.length * length * 4);
  const scores = allocate<Float32Array>("float32", found.length * length);
  const labels = allocate<Float32Array>("float32", found.length * length);
  found.forEach((detected, image) => {
    detected.forEach(({ box, score, label }, i) => {
      const at = image * length + i;
      boxes.set(isClipped ? box.map((corner) => Math.min(1, Math.max(0, corner))) : box, 4 * at);
      scores[at] = score;
      labels[at] = label;
    });
  });
  return [
    tensor("float32", [found.length, length, 4], boxes),
    tensor("float32", [found.length, length], scores),
    tensor("float32", [found.length, length], labels),
    tensorOf(
      "int32",
      [found.length],
      found.map((detected) => detected.length),
    ),
  ];
}
