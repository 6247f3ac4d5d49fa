import { type Html, html, NOTHING, text } from "./markup.ts";

/** What is seen at once. */
export function section(id: string, title: string, content: Html): Html {
  return html`<section id="${text(id)}">
<h3>${text(title)}</h3>
${content}
</section>
`;
}

/** What is seen by those who ask for it, and in print. */
export function fold(
  id: string,
  title: string,
  { hint, content }: { readonly hint: string; readonly content: Html },
): Html {
  return html`<details class="fold" id="${text(id)}"><summary><h3>${text(title)}</h3><span class="hint">${text(hint)}</span></summary>
<div class="within">${content}</div>
</details>
`;
}

/** A name and what it stands for, line by line. */
export function facts(lines: readonly (readonly [name: string, value: Html])[]): Html {
  return html`<dl class="facts">${lines.map(([name, value]) => html`<div><dt>${text(name)}</dt><dd>${value}</dd></div>`)}</dl>`;
}

export function list(items: readonly Html[]): Html {
  return items.length === 0 ? NOTHING : html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

/** Why something is not here. */
export function absent(reason: string, fix: string | null = null): Html {
  const advice = fix === null ? NOTHING : html` <span class="fix">${text(fix)}</span>`;
  return html`<p class="absent">${text(reason)}${advice}</p>`;
}

export type Tone = "pass" | "fail" | "inconclusive" | "waived" | "skipped" | "warn";

const GLYPHS: Readonly<Record<Tone, string>> = {
  pass: "✓",
  fail: "✕",
  inconclusive: "?",
  waived: "–",
  skipped: "–",
  warn: "!",
};

/** Never by its colour alone. */
export function status(tone: Tone, words: string = tone): Html {
  return html`<span class="status ${text(tone)}"><span class="glyph" aria-hidden="true">${text(GLYPHS[tone])}</span>${text(words)}</span>`;
}
