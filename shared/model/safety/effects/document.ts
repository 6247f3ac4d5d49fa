import { ALLOWED, type Effect, FORBIDDEN_BECAUSE, PASSES_WHEN } from "./effect.ts";
import { judgedOperators } from "./operator-effect.ts";

/** Every class of operators in Markdown, for the documentation: what it does, how it is judged, whom it holds. */
export function renderEffects(): string {
  const forbidden = Object.entries(FORBIDDEN_BECAUSE) as [keyof typeof FORBIDDEN_BECAUSE, { does: string }][];
  const judged = Object.entries(PASSES_WHEN) as [keyof typeof PASSES_WHEN, string][];
  const allowed = Object.entries(ALLOWED) as [keyof typeof ALLOWED, string][];
  return [
    "### Fails wherever it is reached",
    ...forbidden.map(([effect, { does }]) => `**${title(effect)}**: it ${does}. ${operators(effect)}`),
    "### Judged by its arguments",
    ...judged.map(([effect, when]) => `**${title(effect)}** passes when ${when}. ${operators(effect)}`),
    "### Passes",
    ...allowed.map(([effect, does]) => `**${title(effect)}** (${names(effect).length} operators): it ${does}.`),
  ].join("\n\n");
}

function operators(effect: Effect): string {
  return names(effect)
    .map((name) => `\`${name}\``)
    .join(", ");
}

function names(effect: Effect): readonly string[] {
  return [...judgedOperators()].flatMap(([name, of]) => (of === effect ? [name] : []));
}

/** `readsFiles` → `Reads files` */
function title(effect: Effect): string {
  const words = effect.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
