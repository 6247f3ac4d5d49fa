import { counted, dotted, list, quote } from "../../schema/phrases.ts";
import type { Evaluation, ReleaseManifest } from "../../schema/release.types.ts";
import { pointerTo } from "../../schema/source.ts";
import { type Contract, type ContractOutput, featureNames, widthOf } from "../contract.ts";
import { METRICS } from "../metrics.ts";
import { sliceComplaints } from "../predicates/slices.ts";
import { type Complaint, missing, type Rule, repeated } from "./rule.ts";

/** What cannot be evaluated. */
export const evaluationRules: readonly Rule[] = [
  { reads: ["evaluation", "gates"], find: withoutEvaluation },
  { reads: ["golden", "gates"], find: withoutGolden },
  { reads: ["evaluation", "gates"], find: slicesWithoutData },
  { reads: ["evaluation"], find: ({ evaluation }, given) => (evaluation ? taskComplaints(evaluation, given) : []) },
  { reads: ["evaluation"], find: ({ evaluation }) => (evaluation ? repeatedSlices(evaluation) : []) },
  { reads: ["evaluation"], find: ({ evaluation }) => (evaluation ? sliceComplaints(evaluation) : []) },
  { reads: ["evaluation", "contract"], find: withContract(scoreComplaints) },
  { reads: ["evaluation", "contract"], find: withContract(inputComplaints) },
  { reads: ["evaluation", "contract"], find: withContract(columnComplaints) },
];

/** Which output is the score, when that can be said. */
function scoreOf(evaluation: Evaluation, contract: Contract): number {
  if (evaluation.output === undefined) return contract.outputs.length === 1 ? 0 : -1;
  return contract.outputs.findIndex(({ name }) => name === evaluation.output);
}

function withContract(find: (evaluation: Evaluation, contract: Contract) => readonly Complaint[]): Rule["find"] {
  return ({ evaluation, contract }) => (evaluation ? find(evaluation, contract) : []);
}

function withoutEvaluation({ evaluation, gates }: ReleaseManifest): readonly Complaint[] {
  if (evaluation !== undefined || gates.quality?.level === "off") return [];
  const message = "evaluation is missing, and gates.quality is not off";
  return [missing("evaluation", message, "Add evaluation, or set gates.quality.level to off.")];
}

function withoutGolden({ golden, gates }: ReleaseManifest): readonly Complaint[] {
  if (golden !== undefined || gates.golden?.level === "off") return [];
  const message = "golden is missing, and gates.golden is not off";
  return [missing("golden", message, "Add golden, or set gates.golden.level to off.")];
}

function slicesWithoutData(
  { evaluation, gates }: ReleaseManifest,
  given: (at: string) => boolean,
): readonly Complaint[] {
  if (evaluation !== undefined || !given("/gates/slices") || gates.slices.level === "off") return [];
  const message = "gates.slices judges slices, and there is no evaluation.dataset to take them from";
  return [{ at: "/gates/slices", onKey: true, message, fix: "Add evaluation, or take gates.slices out." }];
}

function taskComplaints({ task, primaryMetric }: Evaluation, given: (at: string) => boolean): readonly Complaint[] {
  const found: Complaint[] = [];
  if (task !== "binary" && given("/evaluation/threshold")) {
    const message = `evaluation.threshold belongs to binary models, and this task is ${task}`;
    found.push({ at: "/evaluation/threshold", onKey: true, message, fix: "Take evaluation.threshold out." });
  }
  if (primaryMetric !== undefined && !METRICS[task].includes(primaryMetric)) {
    const message = `evaluation.primaryMetric ${primaryMetric} is not measured for a ${task} task`;
    found.push({ at: "/evaluation/primaryMetric", message, fix: `Write ${list(METRICS[task])}.` });
  }
  return found;
}

function repeatedSlices({ slices = [] }: Evaluation): readonly Complaint[] {
  const names = slices.map((slice) =>
    typeof slice === "string" ? `where ${slice}` : "by" in slice ? `by ${slice.by}` : `where ${slice.where}`,
  );
  return repeated(names).map((index) => ({
    at: `/evaluation/slices/${index}`,
    message: `evaluation.slices has the slice ${quote(names[index]!)} twice`,
    fix: "Keep one of them.",
  }));
}

function scoreComplaints(evaluation: Evaluation, contract: Contract): readonly Complaint[] {
  const names = contract.outputs.map(({ name }) => name);
  const index = scoreOf(evaluation, contract);
  if (index >= 0) return scoreForm(evaluation, contract.outputs[index]!, `/contract/outputs/${index}`);
  if (evaluation.output !== undefined) {
    const message = `evaluation.output ${quote(evaluation.output)} is no output of the contract`;
    return [{ at: "/evaluation/output", message, fix: `Write ${list(names, 6)}.` }];
  }
  const message = `evaluation.output is missing, and the contract has ${names.length} outputs`;
  return [{ at: "/evaluation", onKey: true, message, fix: `Add output: ${list(names, 6)}.` }];
}

function scoreForm({ task }: Evaluation, output: ContractOutput, at: string): readonly Complaint[] {
  const width = widthOf(output);
  const named = quote(output.name);
  if (output.dtype === "string" || output.dtype === "bool" || output.dtype.startsWith("complex")) {
    const message = `the score ${named} is ${output.dtype}, and a ${task} task needs numbers`;
    return [{ at: `${at}/dtype`, message, fix: "Name another output in evaluation.output." }];
  }
  const wrong =
    (task === "binary" && width !== undefined && width > 2 && "one or two numbers") ||
    (task === "regression" && width !== undefined && width > 1 && "one number") ||
    (task === "multiclass" && width === 1 && output.dtype.includes("float") && "a number for each class");
  if (!wrong) return [];
  const message = `the score ${named} holds ${counted(width ?? 0, "number")} a row, and a ${task} task needs ${wrong}`;
  return [{ at: `${at}/shape`, message, fix: "Correct evaluation.task, or name another output in evaluation.output." }];
}

function inputComplaints({ inputs = {} }: Evaluation, contract: Contract): readonly Complaint[] {
  return Object.entries(inputs).flatMap(([name, columns]) => {
    const at = pointerTo("/evaluation/inputs", name);
    const input = contract.inputs.find((candidate) => candidate.name === name);
    if (input === undefined) {
      const known = contract.inputs.map((candidate) => candidate.name);
      const fix = known.length === 0 ? "Take it out." : `Write ${list(known, 6)}.`;
      return [
        { at, onKey: true, message: `evaluation.inputs names ${quote(name)}, which is no input of the contract`, fix },
      ];
    }
    if (input.features === undefined || input.features.length === columns.length) return [];
    const message = `${dotted(at)} has ${columns.length} columns for ${input.features.length} features`;
    return [{ at, message, fix: "Give one column for each feature, in the contract's order." }];
  });
}

/** A column that is truth or weight and fed to the model besides makes every number look better than it is. */
function columnComplaints({ inputs = {}, label, weight }: Evaluation, contract: Contract): readonly Complaint[] {
  const fed = new Set(contract.inputs.flatMap((input) => inputs[input.name] ?? featureNames(input)));
  const found: Complaint[] = [];
  if (fed.has(label)) {
    const message = `evaluation.label ${quote(label)} is also fed to the model`;
    found.push({
      at: "/evaluation/label",
      message,
      fix: "Name the column with the truth, or take it out of the features.",
    });
  }
  if (weight === label) {
    const message = `evaluation.weight and evaluation.label are both ${quote(label)}`;
    found.push({ at: "/evaluation/weight", message, fix: "Name the column with the weights." });
  }
  return found;
}
