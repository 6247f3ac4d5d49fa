import type { Agreement } from "../../../statistics/intervals/paired-proportion.ts";
import { mcnemar } from "../../../statistics/paired/mcnemar.ts";
import { CONFIDENCE, type Compared, lossOf } from "../compared.ts";
import { type Paired, pairedLosses } from "./paired-losses.ts";

/** Whether a model's answer to a row is right. */
export type IsRight = (rows: Paired, row: number, scores: Float64Array) => boolean;

export interface AccuracyTally {
  readonly add: (rows: Paired) => void;
  readonly compared: () => Compared;
}

/** McNemar's exact test counts rows; where rows have weights, the weighted shares are compared as means instead. */
export function accuracyTally(isRight: IsRight): AccuracyTally {
  const weighted = pairedLosses((rows, into) => {
    for (let row = 0; row < into.length; row++) into[row] = gain(isRight, rows, row);
  });
  let agreement: Agreement = { rows: 0, championOnly: 0, challengerOnly: 0 };
  let hasWeights = false;
  return {
    add(rows) {
      hasWeights ||= rows.weights !== undefined;
      if (hasWeights) weighted.add(rows);
      else agreement = withRows(agreement, isRight, rows);
    },
    compared: () => (hasWeights ? weighted.compared("accuracy") : exact(agreement)),
  };
}

function exact(agreement: Agreement): Compared {
  const loss = mcnemar(agreement, { confidence: CONFIDENCE, alternative: lossOf("accuracy") });
  return { ...mcnemar(agreement, { confidence: CONFIDENCE }), test: "mcnemar", lossPValue: loss.pValue };
}

function withRows({ rows, championOnly, challengerOnly }: Agreement, isRight: IsRight, added: Paired): Agreement {
  let [champion, challenger] = [championOnly, challengerOnly];
  for (let row = 0; row < added.rows; row++) {
    const difference = gain(isRight, added, row);
    if (difference < 0) champion++;
    else if (difference > 0) challenger++;
  }
  return { rows: rows + added.rows, championOnly: champion, challengerOnly: challenger };
}

/** 1 where the challenger alone is right, −1 where the champion alone is. */
function gain(isRight: IsRight, rows: Paired, row: number): number {
  return Number(isRight(rows, row, rows.challenger)) - Number(isRight(rows, row, rows.champion));
}
