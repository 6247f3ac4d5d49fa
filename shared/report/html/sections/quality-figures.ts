import type { ModelCurves, QualityCurves } from "../../../evidence/quality/curves/model-curves.ts";
import type { QualityEvidence } from "../../../evidence/quality.ts";
import type { Manifest } from "../../../release/manifest.ts";
import { confusionFigure } from "../../charts/confusion.ts";
import { errorFigure, predictionFigure } from "../../charts/errors.ts";
import { type OfModels, present } from "../../charts/models.ts";
import { calibrationFigure, OF_BINARY, OF_MULTICLASS, scoreFigures } from "../../charts/scores.ts";
import { precisionFigure, rocFigure } from "../../charts/thresholds.ts";
import { type Html, html, NOTHING } from "../markup.ts";

/** The charts that the task has. */
export function qualityFigures({ task, curves }: QualityEvidence, manifest: Manifest): Html {
  if (curves === undefined) return NOTHING;
  const figures = [...thresholdFigures(curves), ...probabilityFigures(curves, task), ...errorFigures(curves)];
  const matrices = present(partOf(curves, "confusion")).toReversed();
  const labels = labelsOf(manifest);
  const confusions = matrices.map(([model, matrix]) => confusionFigure(model, matrix, labels));
  return html`${figures.length === 0 ? NOTHING : html`<div class="plots">${figures}</div>`}${confusions}`;
}

function thresholdFigures(curves: QualityCurves): readonly Html[] {
  const thresholds = partOf(curves, "thresholds");
  return thresholds.challenger === null ? [] : [rocFigure(thresholds), precisionFigure(thresholds)];
}

function probabilityFigures(curves: QualityCurves, task: QualityEvidence["task"]): readonly Html[] {
  const wording = task === "binary" ? OF_BINARY : OF_MULTICLASS;
  const scores = partOf(curves, "scores");
  return present(scores).length === 0 ? [] : [calibrationFigure(scores, wording), ...scoreFigures(scores, wording)];
}

function errorFigures(curves: QualityCurves): readonly Html[] {
  const [errors, predictions] = [partOf(curves, "errors"), partOf(curves, "predictions")];
  return [
    ...(errors.challenger === null ? [] : [errorFigure(errors)]),
    ...(predictions.challenger === null ? [] : [predictionFigure(predictions)]),
  ];
}

function partOf<Part extends keyof ModelCurves>(
  { challenger, champion }: QualityCurves,
  part: Part,
): OfModels<NonNullable<ModelCurves[Part]>> {
  return { challenger: challenger[part], champion: champion?.[part] ?? null } as OfModels<
    NonNullable<ModelCurves[Part]>
  >;
}

function labelsOf({ contract, evaluation }: Manifest): readonly string[] {
  const { outputs } = contract;
  return (outputs.find(({ name }) => name === evaluation?.output) ?? outputs[0])?.labels ?? [];
}
