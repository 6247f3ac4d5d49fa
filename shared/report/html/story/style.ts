/** What a story's page has besides: shares over time, and what is told line by line. */
export const STORY = `
.story .plot { max-width: 44rem; margin-top: 1.5rem; }
.share { stroke: var(--paper); stroke-width: .5; fill-opacity: .8; }
.share.champion { fill: var(--champion); }
.share.challenger { fill: var(--challenger); }
.share.positive { fill: var(--positive); }
.share.negative { fill: var(--negative); }
.share.reference { fill: var(--soft); }
.chart .begin { fill: var(--ink); font-weight: 650; }
.told > div { grid-template-columns: minmax(5rem, 7rem) minmax(0, 1fr); }
.told dd { grid-column: 2; }
.told .status { white-space: normal; font-weight: 500; }
.whole { margin: 1rem 0 0; }
.story h2 .version { font-variant-numeric: tabular-nums; }
.overview.story h2 { font-size: 1.25rem; margin-bottom: .5rem; }
`;
