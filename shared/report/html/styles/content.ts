/** Headings, words, lists and marks. */
export const CONTENT = `
h2, h3, h4 { margin: 0; line-height: 1.25; font-weight: 650; text-wrap: balance; }
h2 { font-size: 1.75rem; letter-spacing: -.015em; }
h2 .version { font-weight: 400; color: var(--soft); }
h3 { font-size: 1.125rem; }
section > h3 { margin-bottom: .75rem; }
section > :last-child, .within > :last-child { margin-bottom: 0; }
h4 { margin: 1.25rem 0 .375rem; font-size: .9375rem; }
p { margin: 0 0 .75rem; max-width: 46rem; }
.release > header p { margin: .25rem 0 0; font-size: .875rem; color: var(--soft); }
.prose { white-space: pre-line; }
small, .faint, .hint, .absent, figcaption span { color: var(--soft); }
small { font-size: .8125em; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: .25rem; }
code, pre { font: .875em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
code { white-space: pre-wrap; }
pre { margin: 0; padding: .75rem 1rem; background: var(--sunk); border-radius: .5rem; overflow-x: auto; }
ul { margin: 0 0 .75rem; padding-left: 1.25rem; }
.status { display: inline-flex; align-items: baseline; gap: .375rem; font-weight: 600; white-space: nowrap; color: var(--soft); }
.status .glyph { font-weight: 700; }
.status.pass { color: var(--pass); }
.status.fail { color: var(--fail); }
.status.inconclusive, .status.warn, .status.waived { color: var(--open); }
.verdict { border-left-width: .375rem; }
.verdict.pass { border-left-color: var(--pass); }
.verdict.fail { border-left-color: var(--fail); }
.verdict.inconclusive { border-left-color: var(--open); }
.sentence { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .875rem; margin: 0; max-width: none; font-size: 1.125rem; }
.sentence > .status { padding: .25rem .75rem; border-radius: 2rem; font-size: 1rem; }
.sentence > .status.pass { background: var(--pass-tint); }
.sentence > .status.fail { background: var(--fail-tint); }
.sentence > .status.inconclusive { background: var(--open-tint); }
.overview .sentence { margin: .5rem 0 1rem; }
.chips { display: flex; flex-wrap: wrap; gap: .375rem; margin: 1rem 0 0; padding: 0; list-style: none; }
.chips a { display: block; padding: .125rem .625rem; border-radius: .375rem; background: var(--sunk); text-decoration: none; font-size: .8125rem; line-height: 1.5rem; }
.chips a:hover { text-decoration: underline; text-decoration-color: var(--soft); }
.chips .status { font-weight: 500; }
.chips .status.fail { font-weight: 700; }
.facts { display: grid; gap: .375rem 1.5rem; margin: .75rem 0; }
.facts > div { display: grid; grid-template-columns: minmax(6rem, 10rem) minmax(0, 3fr); gap: 1rem; }
.facts dt { color: var(--soft); font-size: .875rem; line-height: 1.5rem; }
.facts dd { margin: 0; }
.headlines .facts { grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 1rem; margin: 1.25rem 0 0; padding-top: 1rem; border-top: 1px solid var(--line); }
.headlines .facts > div { display: block; }
.headlines dt { font-size: .8125rem; }
.headlines dd { font-size: 1.25rem; font-weight: 600; font-variant-numeric: tabular-nums; line-height: 1.3; }
.headlines dd small { display: block; font-size: .8125rem; font-weight: 400; }
.headlines dd code { font: inherit; }
.absent { padding: .625rem .875rem; border: 1px dashed var(--line); border-radius: .5rem; font-size: .9375rem; }
.fix { display: block; margin-top: .25rem; padding-left: .75rem; border-left: 2px solid var(--line); color: var(--soft); }
.gate { padding: .75rem 0; border-top: 1px solid var(--line); }
.gate:first-of-type { border-top: 0; padding-top: 0; }
.gate h4 { margin: 0 0 .25rem; font-size: 1rem; }
.gate h4 small { font-weight: 400; }
.reasons { margin: 0; padding: 0; list-style: none; }
.reasons li { padding: .3125rem 0; }
.reasons p { margin: 0; }
.reasons .status { font-size: .875rem; margin-right: .25rem; }
.reasons .fix { margin-top: .25rem; }
.gate li.pass { color: var(--soft); }
.amounts { display: flex; flex-wrap: wrap; gap: 0 .75rem; font-size: .8125rem; color: var(--soft); font-variant-numeric: tabular-nums; }
.rule { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
@media (min-width: 60rem) {
  .gate li { display: grid; grid-template-columns: minmax(0, 1fr) 17rem; gap: 1.5rem; }
  .amounts { align-content: start; padding-top: .1875rem; }
  .amounts .rule { width: 100%; }
}
.way { display: block; font-size: .875rem; color: var(--soft); }
summary { cursor: pointer; }
.fold { padding: 0; }
.fold > summary { display: flex; align-items: baseline; gap: .75rem; padding: .875rem 1rem; border-radius: .625rem; list-style: none; }
.fold > summary::-webkit-details-marker { display: none; }
.fold > summary::before { content: "›"; width: .75rem; font-size: 1.25rem; line-height: 1; color: var(--soft); transition: rotate .15s; }
.fold[open] > summary::before { rotate: 90deg; }
.fold .hint { margin-left: auto; font-size: .875rem; text-align: right; }
.within { padding: 0 1rem 1rem; }
.within > h4:first-child { margin-top: 0; }
.more { margin-top: .75rem; }
.more > summary, .numbers > summary { width: fit-content; color: var(--link); font-size: .875rem; padding: .25rem 0; }
del { text-decoration-color: var(--fail); }
ins { text-decoration-color: var(--pass); }
.failure h2 { font-size: 1.25rem; }
.failure { border-left: .375rem solid var(--open); }
@media (min-width: 40rem) { .fold > summary { padding: .875rem 1.5rem; } .within { padding: 0 1.5rem 1.25rem; } }
@media (prefers-reduced-motion: reduce) { .fold > summary::before { transition: none; } }
`;
