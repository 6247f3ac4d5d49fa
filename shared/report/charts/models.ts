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

function nameOf(model: Model): string {
  return model === "challenger" ? "Challenger" : "Champion";
}

/** In the order of a legend: the challenger's lines, then the champion's, each with its name in front. */
export function linesOf<T>(
  models: readonly (readonly [Model, T])[],
  cellsOf: (value: T) => readonly (readonly string[])[],
): readonly (readonly string[])[] {
  return models.toReversed().flatMap(([model, value]) => cellsOf(value).map((cells) => [nameOf(model), ...cells]));
}
