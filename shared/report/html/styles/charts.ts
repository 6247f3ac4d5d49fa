/** The challenger is blue and solid, the champion ochre and dashed: no chart tells them apart by colour alone. */
export const CHARTS = `
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); column-gap: 2rem; margin-top: 1.5rem; }
.plot { margin: 0; min-width: 0; max-width: 34rem; }
.plots .plot { display: grid; grid-row: span 4; grid-template: subgrid / minmax(0, 1fr); margin-bottom: 1.5rem; }
.plots .legend { grid-row: 2; }
.plots .chart { grid-row: 3; }
.plots .numbers { grid-row: 4; }
figcaption { display: block; font-size: .875rem; line-height: 1.4; }
figcaption strong { display: block; font-weight: 650; font-size: .9375rem; }
.chart { display: block; width: 100%; height: auto; margin-top: .375rem; }
.chart text { fill: var(--soft); font: 11px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.chart .end { text-anchor: end; }
.chart .middle, .chart .axis { text-anchor: middle; }
.grid { stroke: var(--line); stroke-width: 1; }
.line { fill: none; stroke-width: 2; stroke-linejoin: round; }
.line.challenger { stroke: var(--challenger); }
.line.champion { stroke: var(--champion); stroke-dasharray: 5 3; }
.line.reference { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 2 3; }
.dot { stroke: var(--paper); stroke-width: 1; }
.dot.challenger { fill: var(--challenger); }
.dot.champion { fill: var(--champion); }
.bins { stroke-width: 1.5; fill-opacity: .22; }
.bins.challenger { fill: var(--challenger); stroke: var(--challenger); }
.bins.champion { fill: none; stroke: var(--champion); stroke-dasharray: 5 3; }
.bins.positive { fill: var(--positive); stroke: var(--positive); }
.bins.negative { fill: var(--negative); stroke: var(--negative); stroke-dasharray: 5 3; }
.legend { display: flex; flex-wrap: wrap; gap: .125rem 1rem; margin: .375rem 0 0; padding: 0; list-style: none; font-size: .8125rem; }
.legend li { display: flex; align-items: center; gap: .375rem; }
.legend li::before { content: ""; width: 1.25rem; border-top: 2px solid; }
.legend .challenger::before { border-color: var(--challenger); }
.legend .champion::before { border-color: var(--champion); border-top-style: dashed; }
.legend .reference::before { border-color: var(--soft); border-top: 1px dotted; }
.legend .positive::before { border-color: var(--positive); }
.legend .negative::before { border-color: var(--negative); border-top-style: dashed; }
.numbers { margin-top: .25rem; }
.numbers .scroll { max-height: 20rem; overflow-y: auto; margin: 0; padding: 0; }
.numbers caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.forest { display: block; width: 12.5rem; height: 1.25rem; }
.forest .zero { stroke: var(--line); stroke-width: 1; }
.forest .bounds { stroke-width: 2; stroke: var(--soft); }
.forest rect { fill: var(--soft); }
.forest.better .bounds { stroke: var(--pass); }
.forest.better rect { fill: var(--pass); }
.forest.worse .bounds { stroke: var(--fail); }
.forest.worse rect { fill: var(--fail); }
.forests td { vertical-align: middle; }
.confusion { max-width: 100%; margin-top: 1.5rem; }
.confusion table { width: auto; margin-top: .5rem; }
.confusion td { padding: .375rem .625rem; text-align: right; border: 1px solid var(--paper); }
.confusion td small { display: block; color: inherit; }
.confusion td.right { font-weight: 650; }
.confusion thead th, .confusion tbody th { padding: .375rem .625rem .375rem 0; text-align: right; }
${[0, 1, 2, 3, 4, 5, 6, 7, 8]
  .map(
    (shade) => `.right.shade-${shade} { background: color-mix(in srgb, var(--challenger) ${5 * shade}%, var(--paper)); }
.wrong.shade-${shade} { background: color-mix(in srgb, var(--champion) ${5 * shade}%, var(--paper)); }`,
  )
  .join("\n")}
`;
