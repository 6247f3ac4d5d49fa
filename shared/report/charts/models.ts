import type { LegendEntry } from "./figure.ts";

export type Model = "challenger" | "champion";

/** The same of both models; there is no champion of a first release. */
export interface OfModels<T> {
  readonly challenger: T | null;
  readonly champion: T | null;
}

/** Those that are there: the champion first, so that the challenger is drawn over it. */
export function present<T>({ champion, challenger }: OfModels<T>): readonly (readonly [model: Model, value: T])[] {
  const both = [["champion", champion] as const, ["challenger", challenger] as const];
  return both.flatMap(([model, value]) => (value === null ? [] : [[model, value] as const]));
}

export function legendOf(models: readonly (readonly [Model, unknown])[]): readonly LegendEntry[] {
  return models.map(([tone]) => ({ tone, name: nameOf(tone) })).toReversed();
}

export function nameOf(model: Model): string {
  return model === "challenger" ? "Challenger" : "Champion";
}
