import type { SafetyFinding } from "../../safety/finding.ts";
import { isDamage } from "../bytes.ts";
import { cannotBeJudged, findingAt, type Place } from "../content.ts";
import { parsePythonJson } from "./json.ts";
import { type Foreign, type JsonObject, judgeObject } from "./object.ts";

export interface KerasPlace {
  readonly place: Place;
  readonly foreign: Foreign;
}

const FIX = "Save the model with Keras' own layers only, or leave the Keras file out of the artifact.";
const MAX_PROBLEMS = 10;

/** A Keras configuration walked as data: only what Keras itself defines may be named in it. */
export function scanKerasConfiguration(text: string, where: KerasPlace): readonly SafetyFinding[] {
  try {
    const problems = problemsIn(parsePythonJson(text), where.foreign);
    return problems.map((problem) => findingAt(where.place, `a Keras configuration ${problem}`, FIX));
  } catch (error) {
    if (isDamage(error)) return [cannotBeJudged(where.place, error.message)];
    throw error;
  }
}

/** Each problem once, in the order of the configuration; by a list of open values, never by recursion. */
function problemsIn(root: unknown, foreign: Foreign): readonly string[] {
  const problems = new Set<string>();
  const open: unknown[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== "object" || value === null) continue;
    if (!Array.isArray(value)) for (const problem of judgeObject(value as JsonObject, foreign)) problems.add(problem);
    if (problems.size >= MAX_PROBLEMS) break;
    const inner = Object.values(value);
    for (let index = inner.length - 1; index >= 0; index--) open.push(inner[index]);
  }
  return [...problems];
}
