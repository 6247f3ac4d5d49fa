import { blocking } from "../../gate/gate.ts";
import type { JudgedGate, Reason, VerdictStatus } from "../../gate/verdict.ts";
import { type Inline, md } from "../escape.ts";

type Status = JudgedGate["status"] | Reason["status"];

const MARKS: Readonly<Record<Status, Inline>> = {
  pass: md`✅`,
  fail: md`❌`,
  inconclusive: md`❔`,
  warn: md`⚠️`,
  waived: md`⚠️`,
  skipped: md`➖`,
};

export function mark(status: Status): Inline {
  return MARKS[status];
}

/** As it counts: what only warns is not what it is where it blocks. */
export function gateMark(gate: Pick<JudgedGate, "level" | "status">): Inline {
  return mark(isOnlyWarned(gate) ? "warn" : gate.status);
}

/** As a colleague would say it: `fails`, `is inconclusive`. */
export function gateSays(gate: Pick<JudgedGate, "level" | "status">): Inline {
  const said = { pass: md`passes`, fail: md`fails`, inconclusive: md`is inconclusive`, waived: md`is waived` };
  if (gate.status === "skipped") return md`does not apply`;
  return isOnlyWarned(gate) ? md`${said[gate.status]} (warn)` : said[gate.status];
}

export function isBad(status: Status): boolean {
  return status === "fail" || status === "inconclusive";
}

export function isOnlyWarned({ level, status }: Pick<JudgedGate, "level" | "status">): boolean {
  return level === "warn" && isBad(status);
}

/** What keeps the release back, the worst first. */
export function inTheWay(gates: readonly JudgedGate[]): readonly JudgedGate[] {
  const of = (status: VerdictStatus) => gates.filter((gate) => blocking(gate) === status);
  return [...of("fail"), ...of("inconclusive")];
}
