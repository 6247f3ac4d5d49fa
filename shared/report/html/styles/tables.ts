/** Numbers under each other, and names in sight. */
export const TABLES = `
.scroll { overflow-x: auto; margin: 0 0 .75rem; overscroll-behavior-x: contain; }
.scroll:focus-visible { outline-offset: -2px; }
table { width: 100%; border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
.narrow { width: auto; min-width: min(28rem, 100%); }
caption { padding-bottom: .5rem; text-align: left; font-size: .8125rem; color: var(--soft); }
th, td { padding: .4375rem .75rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: baseline; }
th:first-child { padding-left: 0; }
td:last-child, th:last-child { padding-right: 0; }
thead th { font-weight: 600; font-size: .8125rem; color: var(--soft); white-space: nowrap; border-bottom-width: 2px; vertical-align: bottom; }
tbody th { font-weight: 400; min-width: 6rem; }
tbody tr:last-child > * { border-bottom: 0; }
.number { text-align: right; white-space: nowrap; }
tr.primary > * { font-weight: 650; }
tr.primary small { font-weight: 400; }
tr.fail > * { background: var(--fail-tint); }
tr.faint > * { color: var(--soft); }
td .faint, td small { white-space: nowrap; }
tbody th, thead th:first-child { position: sticky; left: 0; background: var(--paper); padding-right: .5rem; }
th code, td code { display: inline-block; max-width: 24rem; line-height: 1.3125rem; vertical-align: top; }
@media (max-width: 40rem) {
  .scroll {
    background:
      linear-gradient(to left, var(--paper) 1rem, transparent) right / 2.5rem 100% no-repeat local,
      linear-gradient(to left, var(--line), transparent) right / .75rem 100% no-repeat scroll;
  }
  th code, td code { max-width: 9rem; }
  td:has(code, bdi) { min-width: 9rem; }
}
`;
