import { figure as digits, percent } from "../figures.ts";
import { type Html, html, text } from "../html/markup.ts";
import type { Model } from "./models.ts";

const SHADES = 8;

/** A table that is a chart: how dark a cell is says what share of the true class it holds. */
export function confusionFigure(model: Model, matrix: readonly (readonly number[])[], labels: readonly string[]): Html {
  const name = (index: number): Html => text(labels[index] ?? `class ${index}`, 60);
  const caption = `Confusion of the ${model}`;
  const rows = matrix.map((row, label) => {
    const total = row.reduce((sum, weight) => sum + weight, 0);
    const cells = row.map((weight, predicted) => cellOf(weight, total, predicted === label));
    return html`<tr><th scope="row">${name(label)}</th>${cells}</tr>`;
  });
  const heads = (matrix[0] ?? []).map((_, predicted) => html`<th scope="col">${name(predicted)}</th>`);
  return html`<figure class="plot confusion">
<figcaption><strong>${text(caption)}</strong> <span>A row for each true class: what was predicted for it. The diagonal is right.</span></figcaption>
<div class="scroll" role="group" tabindex="0" aria-label="${text(caption)}"><table><caption class="unseen">${text(caption)}</caption>
<thead><tr><th scope="col">True \\ predicted</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div>
</figure>
`;
}

function cellOf(weight: number, total: number, isRight: boolean): Html {
  const share = total > 0 ? weight / total : 0;
  const shade = Math.min(SHADES, Math.ceil(share * SHADES));
  return html`<td class="shade-${shade} ${text(isRight ? "right" : "wrong")}"><span>${text(percent(Math.round(share * 1000) / 1000))}</span><small>${text(digits(weight))}</small></td>`;
}
