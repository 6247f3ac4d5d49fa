import type { JudgedGate, Reason } from "../../gate/verdict.ts";
import { type Inline, joined, md, text } from "../escape.ts";
import { type Block, fold, list, NOTHING, table } from "../markdown.ts";
import type { ReleaseReport } from "../report.ts";
import { gateMark, gateSays, inTheWay, isBad, isOnlyWarned, mark } from "./marks.ts";

/** How much of a reason is shown. */
export interface Length {
  readonly message: number;
  readonly fix: number;
}

const MOST_LINES = 8;
/** The rest is in the table of all gates: what comes first is to be read on a phone. */
const MOST_AT_ONCE = 1;

/** What keeps the release back and what is only warned about, one line for each gate; all of them by name. */
export function objectionList({ verdict: { gates } }: ReleaseReport, length: Length): Block {
  const waived = gates.filter(({ status }) => status === "waived");
  const listed = [...inTheWay(gates), ...gates.filter(isOnlyWarned), ...waived];
  const room = listed.length > MOST_LINES ? MOST_LINES - 1 : MOST_LINES;
  const rest = listed.slice(room);
  if (listed.length === 0) return NOTHING;
  return list([
    ...listed.slice(0, room).map((gate) => objection(gate, length)),
    ...(rest.length === 0 ? [] : [md`${joined(rest.map(named), md`, `)}`]),
  ]);
}

/** Every gate with all that it has to say. */
export function allGatesFold({ verdict: { gates } }: ReleaseReport, length: Length): Block {
  const rows = gates.map((gate) => [
    md`${gateMark(gate)} ${text(gate.gate)}`,
    text(isOnlyWarned(gate) ? `${gate.status} (warn)` : gate.status),
    joined(
      gate.reasons.map((reason) => md`${reasonMark(gate, reason)}${said(reason, length)}`),
      md`<br>`,
    ),
  ]);
  const columns = [md`gate`, md`result`, md`what it says`].map((title) => ({ title, align: "l" as const }));
  return fold(`All ${gates.length} gates`, table(columns, rows));
}

/** What no gate fails for, and somebody should know. */
export function warningsFold({ verdict: { gates } }: ReleaseReport, length: Length): Block {
  const found = gates
    .filter(({ status }) => status === "pass")
    .flatMap(({ gate, reasons }) =>
      reasons.filter(({ status }) => status === "warn").map((reason) => md`**${text(gate)}**: ${said(reason, length)}`),
    );
  return found.length === 0 ? NOTHING : fold(`Warnings: ${found.length}`, list(found));
}

/** `❌ quality fails: auc 0.81 is 0.03 worse than the champion's 0.84. Fix: …` */
function objection(gate: JudgedGate, length: Length): Inline {
  if (gate.status === "waived" && length.message > 0) return waiver(gate, length);
  const reasons = gate.reasons.filter(({ status }) => status === gate.status);
  if (length.message === 0 || reasons.length === 0) return named(gate);
  const shown = reasons.slice(0, MOST_AT_ONCE);
  const rest = reasons.length - shown.length;
  const messages = shown.map(({ message }) => text(message, length.message));
  const more = rest > 0 ? [md`and ${rest} more, below`] : [];
  return md`${named(gate)}: ${joined([...messages, ...more], md`<br>`)}${fixesOf(shown, length)}`;
}

/** Several reasons may want the same. */
function fixesOf(reasons: readonly Reason[], { fix: most }: Length): Inline {
  const fixes = new Set(reasons.flatMap(({ fix }) => (fix === undefined || most === 0 ? [] : [fix])));
  return fixes.size === 0
    ? md``
    : md`<br>→ ${joined(
        [...fixes].map((fix) => text(fix, most)),
        md` `,
      )}`;
}

function named(gate: JudgedGate): Inline {
  return md`${gateMark(gate)} **${text(gate.gate)}** ${gateSays(gate)}`;
}

/** Its first reason says who let it pass, until when and why. */
function waiver(gate: JudgedGate, length: Length): Inline {
  const [first] = gate.reasons;
  return first === undefined
    ? named(gate)
    : md`${gateMark(gate)} **${text(gate.gate)}**: ${text(first.message, length.message)}`;
}

function reasonMark({ reasons }: JudgedGate, { status }: Reason): Inline {
  return reasons.length > 1 && (isBad(status) || status === "warn") ? md`${mark(status)} ` : md``;
}

function said({ message, fix }: Reason, length: Length): Inline {
  const shown = text(message, length.message);
  return fix === undefined || length.fix === 0 ? shown : md`${shown} → ${text(fix, length.fix)}`;
}
