import { type Spread, spread } from "../../evidence/spread.ts";
import type { NamedTensors } from "../../ports/tensor.ts";
import type { Manifest } from "../../release/manifest.ts";

/** Sees every answer beside the recorded one, and tells whether a model answers everybody alike. */
export interface SameAnswers {
  add(recorded: NamedTensors, answered: NamedTensors): void;
  readonly problem: () => string | null;
}

const TOLERANCE = { rtol: 1e-3, atol: 1e-5 };

/** Each case may lie within its tolerance of one number when the tolerance is wide; all of them together may not. */
export function sameAnswers({ golden }: Pick<Manifest, "golden">): SameAnswers {
  const outputs = new Map<string, { readonly recorded: Spread; readonly answered: Spread }>();
  return {
    add(recorded, answered) {
      for (const [name, wanted] of recorded) {
        const known = outputs.get(name) ?? { recorded: spread(golden ?? TOLERANCE), answered: spread(EXACT) };
        outputs.set(name, known);
        known.recorded.add(wanted);
        const given = answered.get(name);
        if (given !== undefined) known.answered.add(given);
      }
    },
    problem() {
      const same = [...outputs].find(([, each]) => differ(each.recorded) && !differ(each.answered));
      return same === undefined
        ? null
        : `output ${same[0]} answers every golden case alike, and they were recorded apart`;
    },
  };
}

const EXACT = { rtol: 0, atol: 1e-6 };

function differ(seen: Spread): boolean {
  return seen.isDiscriminating() ?? false;
}
