import type { LedgerEntry, ServedShare } from "../../ledger/line.ts";
import { code, type Inline, joined, md, text } from "../escape.ts";
import { type Block, type Column, fold, table } from "../markdown.ts";

const COLUMNS: readonly Column[] = [
  { title: md`When`, align: "l" },
  { title: md`What`, align: "l" },
  { title: md`Release`, align: "l" },
  { title: md`Served after it`, align: "l" },
  { title: md`Why`, align: "l" },
];

/** What the ledger says of a release, for who wants to see it. */
export function ledgerFold(entries: readonly LedgerEntry[], most = 40): Block {
  const shown = entries.slice(-most);
  const left = entries.length - shown.length;
  const title = left > 0 ? `The last ${most} of the ledger's ${entries.length} lines` : "The ledger's lines";
  return fold(title, ledgerTable(shown, 160));
}

/** One row for each line, the oldest first. */
export function ledgerTable(entries: readonly LedgerEntry[], mostOfReason = 1_000): Block {
  const rows = entries.map((entry) => [
    code(entry.time),
    code(entry.event),
    releaseName(entry),
    sharesLine(entry.after),
    entry.reason === null ? md`` : text(entry.reason, mostOfReason),
  ]);
  return table(COLUMNS, rows);
}

/** As in `churn 2.0.0`. */
export function releaseName({ model, version }: Pick<LedgerEntry, "model" | "version">): Inline {
  return code(`${model} ${version}`);
}

/** Who answers, and what share of the requests. */
export function sharesLine(shares: readonly ServedShare[]): Inline {
  const served = shares.filter(({ percent }) => percent > 0);
  if (served.length === 0) return md`nothing`;
  const parts = served.slice(0, MOST_SHARES).map(({ version, deployedModelId, percent }) => {
    return md`${version === null ? md`deployed model ${code(deployedModelId)}` : code(version)} at ${percent} %`;
  });
  const more = served.length - parts.length;
  return joined([...parts, ...(more > 0 ? [md`${more} others`] : [])], md`, `);
}

const MOST_SHARES = 8;
