/** Where things stand: one column on a phone, the contents beside the report where there is room. */
export const LAYOUT = `
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 400 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere;
}
.top, .contents, main, .bottom { width: 100%; max-width: 84rem; margin: 0 auto; padding: 0 1rem; }
.top { padding-top: 1.5rem; }
.top h1 { margin: 0; font-size: .8125rem; font-weight: 650; letter-spacing: .08em; text-transform: uppercase; color: var(--soft); }
.top p { margin: .125rem 0 0; font-size: .875rem; color: var(--soft); }
.contents { padding-top: .75rem; font-size: .875rem; }
.contents ul { display: flex; flex-wrap: wrap; gap: .25rem .875rem; margin: 0; padding: 0; list-style: none; }
.contents a { display: inline-block; padding: .125rem 0; color: var(--soft); text-decoration: none; }
.contents a:hover { color: var(--link); text-decoration: underline; }
main { padding-bottom: 3rem; }
main:focus { outline: none; }
.bottom { padding-bottom: 2rem; font-size: .8125rem; color: var(--soft); }
.skip { position: absolute; left: -100vw; top: 0; padding: .5rem 1rem; background: var(--paper); z-index: 1; }
.skip:focus { left: 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.release { margin-top: 1.25rem; }
.release + .release { margin-top: 3rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
.release > header { margin-bottom: .75rem; }
.release > section, .fold, .verdict, .failure, .overview {
  margin-top: 1rem; padding: 1rem; background: var(--paper); border: 1px solid var(--line); border-radius: .625rem;
  box-shadow: var(--shadow);
}
@media (min-width: 40rem) {
  .top, .contents, main, .bottom { padding-left: 1.5rem; padding-right: 1.5rem; }
  .release > section, .verdict, .failure, .overview { padding: 1.25rem 1.5rem; }
}
@media (min-width: 72rem) {
  body { display: grid; grid-template-columns: minmax(1.5rem, 1fr) 11rem minmax(0, 66rem) minmax(1.5rem, 1fr); grid-template-rows: auto 1fr auto; }
  .top { grid-column: 2 / 4; padding-left: 0; }
  .contents { grid-column: 2; grid-row: 2; padding: 1.625rem 1rem 0 0; }
  .contents ul { position: sticky; top: 1.5rem; flex-direction: column; max-height: calc(100vh - 3rem); overflow-y: auto; }
  main { grid-column: 3; padding: 0 0 3rem; }
  .bottom { grid-column: 3; padding-left: 0; }
}
`;
