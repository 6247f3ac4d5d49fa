/** What a story's page has besides: shares over time, and what is told line by line. */
export const STORY = `
.story > .plot { margin-top: 1.5rem; }
.share { stroke-width: 1; fill-opacity: .3; }
.share.champion { fill: var(--champion); stroke: var(--champion); }
.share.challenger { fill: var(--challenger); stroke: var(--challenger); }
.share.positive { fill: var(--positive); stroke: var(--positive); }
.share.negative { fill: var(--negative); stroke: var(--negative); }
.share.reference { fill: var(--soft); stroke: var(--soft); }
.chart .begin { fill: var(--ink); font-weight: 650; text-anchor: middle; }
.told > div { grid-template-columns: minmax(5rem, 7rem) minmax(0, 1fr); }
.told > div { row-gap: .125rem; }
.told dd { grid-column: 2; }
.check { margin-top: 1.5rem; }
.check + .verdict { margin-top: .625rem; }
.lines td:not(:last-child), .lines th { white-space: nowrap; }
.lines td:last-child { min-width: 16rem; }
.told .status { white-space: normal; font-weight: 500; }
.whole { margin: 1rem 0 0; }
.story h2 .version { font-variant-numeric: tabular-nums; }
.overview.story h2 { font-size: 1.25rem; margin-bottom: .5rem; }
`;
