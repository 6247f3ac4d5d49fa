import { plain } from "../../../shared/action/terminal.ts";
import type { Chain } from "../../../shared/ledger/chain.ts";
import { servedAt } from "../../../shared/ledger/history.ts";
import { LEDGER_BRANCH } from "../../../shared/ledger/ledger.ts";
import type { LedgerEvent, LedgerLine, ServedShare } from "../../../shared/ledger/line.ts";
import type { Style } from "../../../shared/ports/style.ts";
import { tableLines } from "./table.ts";

export interface ToldHistory {
  readonly place: "origin" | "local";
  readonly chains: ReadonlyMap<string, Chain>;
}

const MAX_REASON = 160;
const HEADINGS = ["time", "version", "event", "serves", "by", "why"];

/** Each endpoint's lines as a table, the oldest first. */
export function historyText({ place, chains }: ToldHistory, style: Style): string {
  if (chains.size === 0) return nothingYet(place);
  return [...chains]
    .flatMap(([endpoint, chain]) => [...tableOf(endpoint, chain, style), ""])
    .join("\n")
    .trimEnd();
}

/** Who answered at a moment, endpoint by endpoint. */
export function momentText({ place, chains, moment }: ToldHistory & { readonly moment: string }, style: Style): string {
  if (chains.size === 0) return nothingYet(place);
  const lines = [...chains].flatMap(([endpoint, chain]) => {
    const served = servedAt(chain, moment);
    const title = `${style.bold(plain(endpoint))} at ${moment}`;
    if (served === null) return [title, "  nothing had been released here yet"];
    const { since, shares } = served;
    const by = `${since.event} ${plain(since.version, 40)}${since.reason === null ? "" : `: ${plain(since.reason, MAX_REASON)}`}`;
    const rows = shares.map((share) => [`${share.percent} %`, shareName(share), share.digest ?? "of others"]);
    return [
      title,
      ...(rows.length === 0 ? ["  nothing"] : tableLines(rows)),
      style.dim(`  since ${since.time}, ${by}`),
    ];
  });
  return lines.join("\n");
}

/** As `2.3.0 95 %, 2.4.0 5 %`. */
function servedText(shares: readonly ServedShare[]): string {
  if (shares.length === 0) return "nothing";
  return shares.map((share) => `${shareName(share)} ${share.percent} %`).join(", ");
}

export function nothingYet(place: "origin" | "local"): string {
  const where = place === "origin" ? "at origin" : "in this repository";
  return `Nothing has been released from here yet: there is no branch ${LEDGER_BRANCH} ${where}.`;
}

function shareName({ version, deployedModelId }: ServedShare): string {
  return version === null ? `deployed model ${plain(deployedModelId)}` : plain(version, 40);
}

function tableOf(endpoint: string, chain: Chain, style: Style): readonly string[] {
  const rows = chain.map((line) => [
    line.time,
    plain(line.version, 40),
    line.event,
    servedText(line.after),
    whose(line),
    plain(line.reason ?? "", MAX_REASON),
  ]);
  const [head = "", ...body] = tableLines([HEADINGS, ...rows]);
  const coloured = body.map((text, index) => coloursOf(chain[index]!.event, style)(text));
  const count = chain.length === 1 ? "1 line" : `${chain.length} lines`;
  return [`${style.bold(`endpoint ${plain(endpoint)}`)}, ${count}`, style.dim(head), ...coloured];
}

function whose({ actor, pullRequest, commit }: LedgerLine): string {
  const who = actor === null ? "" : plain(actor, 40);
  const through = pullRequest === null ? commit.slice(0, 7) : `#${pullRequest}`;
  return `${who} ${through}`.trim();
}

const BAD: ReadonlySet<LedgerEvent> = new Set(["bad", "aborted", "frozen"]);
const GOOD: ReadonlySet<LedgerEvent> = new Set(["healthy", "adopted", "healed"]);

function coloursOf(event: LedgerEvent, style: Style): (text: string) => string {
  if (BAD.has(event)) return style.red;
  if (GOOD.has(event)) return style.green;
  return event === "rolledBack" || event === "restored" ? style.yellow : (text) => text;
}
