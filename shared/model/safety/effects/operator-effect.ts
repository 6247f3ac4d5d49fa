import { CALLS } from "./calls.ts";
import { DATASETS } from "./datasets.ts";
import type { AllowedEffect, Effect } from "./effect.ts";
import { FORBIDDEN } from "./forbidden.ts";
import { JUDGED } from "./judged.ts";
import { LEARNING } from "./learning.ts";
import { LOWERED } from "./lowered.ts";
import { MEMORY } from "./memory.ts";
import { VALUES } from "./values.ts";

/** Families of names, for people; safety asks only for the effect that a whole table stands for. */
type Families = Readonly<Record<string, string>>;

const ALLOWED_TABLES: readonly (readonly [AllowedEffect, Families])[] = [
  ["compute", VALUES],
  ["compute", LEARNING],
  ["compute", LOWERED],
  ["memory", MEMORY],
  ["dataset", DATASETS],
  ["call", CALLS],
];

const EFFECTS: ReadonlyMap<string, Effect> = new Map([
  ...ALLOWED_TABLES.flatMap(([effect, families]) => Object.values(families).flatMap((names) => pairs(names, effect))),
  ...entries(JUDGED),
  ...entries(FORBIDDEN),
]);

/** The effect of an operator of any TensorFlow from 2.1 to 2.21; null for a custom or newer one. */
export function operatorEffect(operator: string): Effect | null {
  return EFFECTS.get(operator) ?? null;
}

/** Every operator that is judged, with its effect. */
export function judgedOperators(): ReadonlyMap<string, Effect> {
  return EFFECTS;
}

function entries<Kind extends Effect>(tables: Readonly<Record<Kind, string>>): readonly [string, Effect][] {
  return (Object.keys(tables) as Kind[]).flatMap((effect) => pairs(tables[effect], effect));
}

function pairs(names: string, effect: Effect): [string, Effect][] {
  return names.split(/\s+/).flatMap((name) => (name === "" ? [] : [[name, effect] as [string, Effect]]));
}
