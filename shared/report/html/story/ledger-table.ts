import type { LedgerLine, ServedShare } from "../../../ledger/line.ts";
import { code, type Html, html, NOTHING, text } from "../markup.ts";
import { table } from "../table.ts";

const COLUMNS = ["When", "What", "Release", "Served after it", "Commit", "Why"].map((title) => ({ title }));
const BAD: ReadonlySet<string> = new Set(["bad", "aborted", "frozen"]);

export function ledgerTable(caption: string, lines: readonly LedgerLine[]): Html {
  const rows = lines.map((line) => ({
    cells: [
      html`<time datetime="${text(line.time)}">${text(line.time.slice(11, 19))}</time>`,
      text(line.event),
      html`<bdi>${text(`${line.model} ${line.version}`, 200)}</bdi>`,
      text(servedText(line.after)),
      code(line.commit.slice(0, 7)),
      line.reason === null ? NOTHING : html`<bdi>${text(line.reason, 1_000)}</bdi>`,
    ],
    ...(BAD.has(line.event) ? { tone: "fail" as const } : {}),
  }));
  return html`<div class="lines">${table({ caption, columns: COLUMNS, rows })}</div>`;
}

/** As `2.3.0 95 %, 2.4.0 5 %`. */
export function servedText(shares: readonly ServedShare[]): string {
  const served = shares.filter(({ percent }) => percent > 0);
  if (served.length === 0) return "nothing";
  return served.map(({ version, deployedModelId, percent }) => `${version ?? deployedModelId} ${percent} %`).join(", ");
}
