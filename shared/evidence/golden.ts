import { Failure } from "../failure.ts";
import type { Exchange } from "../model/serving/exchange.ts";
import type { LoadedModel } from "../ports/runtime.ts";
import type { Signature } from "../ports/signature.ts";
import type { NamedTensors } from "../ports/tensor.ts";
import { type Choices, choices, joinedChoices } from "./choice.ts";
import { type Difference, difference, joined, NO_DIFFERENCE, type Tolerance } from "./difference.ts";
import { isRefused, noiseOf, repeatedAnswers } from "./repeated-answers.ts";
import { type Spread, spread } from "./spread.ts";

/** How the golden cases were answered. */
export interface GoldenEvidence {
  readonly cases: number;
  /** Under which the answers were compared. */
  readonly tolerance: Tolerance;
  readonly outputs: readonly GoldenOutput[];
  /** The first cases that were answered otherwise than recorded, or not at all. */
  readonly misses: readonly GoldenMiss[];
}

export interface GoldenOutput {
  readonly name: string;
  /** Of the answers from the recorded ones. */
  readonly difference: Difference;
  /** Of repeated answers from the first: no tolerance means anything below ten times this. */
  readonly noise: Difference;
  readonly choices: Choices | null;
  /** Whether the answers depend on the inputs; null where too few were asked to tell. */
  readonly isDiscriminating: boolean | null;
}

export interface GoldenMiss {
  /** Where the case stands in its file, from 1. */
  readonly line: number;
  readonly output: string | null;
  readonly message: string;
}

const REPEATS = 3;
const MOST_MISSES = 100;

/** Asks every case three times. What a case asks or recorded that does not fit the signature is a miss like any other. */
export async function measureGolden(
  cases: readonly Exchange[],
  model: Pick<LoadedModel, "signature" | "predict">,
  tolerance: Tolerance,
): Promise<GoldenEvidence> {
  const tally: Tallied = { tolerance, outputs: new Map() };
  const misses: GoldenMiss[] = [];
  for (const exchange of cases) misses.push(...(await missesOf(exchange, model, tally)));
  const outputs = [...tally.outputs.values()].map(({ rows, ...output }) => ({
    ...output,
    isDiscriminating: rows.isDiscriminating(),
  }));
  return { cases: cases.length, tolerance, outputs, misses: misses.slice(0, MOST_MISSES) };
}

interface Tally extends Omit<GoldenOutput, "isDiscriminating"> {
  readonly rows: Spread;
}

interface Tallied {
  readonly tolerance: Tolerance;
  readonly outputs: Map<string, Tally>;
}

async function missesOf(
  { line, ...exchange }: Exchange,
  model: Pick<LoadedModel, "signature" | "predict">,
  tally: Tallied,
): Promise<readonly GoldenMiss[]> {
  const asked = question(exchange, model.signature);
  if (asked instanceof Failure) return [{ line, output: null, message: asked.message }];
  const answers = await repeatedAnswers(model, asked.inputs, REPEATS);
  if (isRefused(answers)) return [{ line, output: null, message: answers.message }];
  return compare(asked.recorded, answers, tally).map((miss) => ({ line, ...miss }));
}

interface Question {
  readonly inputs: NamedTensors;
  readonly recorded: NamedTensors;
}

function question(exchange: Pick<Exchange, "inputs" | "answers">, signature: Signature): Question | Failure {
  try {
    return { inputs: exchange.inputs(signature), recorded: exchange.answers(signature) };
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** Counts every output that was recorded, and says which were answered otherwise. */
function compare(
  recorded: NamedTensors,
  answers: readonly NamedTensors[],
  { tolerance, outputs }: Tallied,
): readonly Omit<GoldenMiss, "line">[] {
  return [...recorded].flatMap(([name, wanted]) => {
    const given = answers[0]!.get(name);
    const found = difference(wanted, given, tolerance);
    const tally = outputs.get(name) ?? newTally(name, tolerance);
    if (given !== undefined) tally.rows.add(given);
    const chosen = found.mismatch === null ? choices(wanted, given!, tolerance) : null;
    outputs.set(name, {
      ...tally,
      difference: joined(tally.difference, found),
      noise: joined(tally.noise, noiseOf(answers, name, tolerance)),
      choices: joinedChoices(tally.choices, chosen),
    });
    const message = missOf(name, found);
    return message === null ? [] : [{ output: name, message }];
  });
}

function newTally(name: string, tolerance: Tolerance): Tally {
  return { name, rows: spread(tolerance), difference: NO_DIFFERENCE, noise: NO_DIFFERENCE, choices: null };
}

/** How an output was answered otherwise than recorded, in words; null where it was not. */
export function missOf(name: string, { mismatch, beyondTolerance, elements, largest }: Difference): string | null {
  if (mismatch !== null) return `output ${name} ${mismatch}`;
  if (beyondTolerance === 0) return null;
  return `output ${name} is off by up to ${Number(largest.toPrecision(4))} in ${beyondTolerance} of ${elements} values`;
}
