/** On paper nothing can be opened or scrolled: all is there, and stays whole where it can. */
export const PRINT = `
@media print {
  body { display: block; font-size: .8125rem; }
  .contents, .skip, .numbers > summary, .more > summary { display: none; }
  details::details-content { content-visibility: visible; display: block; height: auto; opacity: 1; }
  .release > section, .fold, .verdict { border: 0; border-top: 1px solid var(--line); border-radius: 0; padding: .75rem 0; }
  .verdict { border-left: .375rem solid; padding-left: 1rem; }
  .fold > summary { padding: 0 0 .5rem; }
  .fold > summary::before { content: none; }
  .within { padding: 0; }
  .scroll, .numbers .scroll { overflow: visible; max-height: none; margin: 0; padding: 0; }
  .plots { grid-template-columns: 1fr 1fr; }
  .numbers { display: none; }
  figcaption, .legend { font-size: .75rem; }
  figcaption strong { font-size: .8125rem; }
  table { font-size: .6875rem; }
  th, td { padding: .25rem .375rem; }
  td small { white-space: normal; }
  .forest { width: 8rem; }
  .plot, .gate, tr, .headlines { break-inside: avoid; }
  h2, h3, h4, caption { break-after: avoid; }
  .release + .release { break-before: page; }
  a { color: inherit; text-decoration: none; }
}
`;
