import type { JudgedGate } from "../gate/verdict.ts";
import { count } from "../release/quantities.ts";
import { isResubmission, type ReleaseReport } from "./report.ts";
import { inTheWay, isOnlyWarned } from "./sections/marks.ts";

const MOST_NAMED = 8;

/** Whether to merge, and why: `churn 2.3.0 must not replace 2.2.0: quality and slices fail.` */
export function sentence(release: ReleaseReport): string {
  const { verdict, manifest, champion } = release;
  const name = `${manifest.model.name} ${manifest.model.version}`;
  if (verdict.status === "pass" && release.evidence.shortcut !== null)
    return `${name} may come back: ${returning(release)}.`;
  if (verdict.status === "pass") return `${name} ${permission(release)}: ${passing(verdict.gates)}.`;
  const held = champion === null ? "be released" : `replace ${champion.model.version}`;
  const verb = verdict.status === "fail" ? `must not ${held}` : `cannot ${held} yet`;
  return `${name} ${verb}: ${objections(verdict.gates)}.`;
}

function returning({ evidence }: ReleaseReport): string {
  return `this very artifact served before and was well, as line ${evidence.shortcut!.healthy} of the ledger says`;
}

function permission(release: ReleaseReport): string {
  if (release.champion === null) return "may be released, with no champion to compare with";
  const { version } = release.champion.model;
  return isResubmission(release)
    ? `may replace ${version}, whose artifact it is, byte for byte`
    : `may replace ${version}`;
}

/** `all 12 gates that apply pass`, and what that leaves out. */
function passing(gates: readonly JudgedGate[]): string {
  const applying = gates.filter(({ status }) => status !== "skipped");
  const passed = applying.filter(({ status }) => status === "pass");
  const warnings = passed.flatMap(({ reasons }) => reasons.filter(({ status }) => status === "warn")).length;
  const all = `all ${count(passed.length, "gate")} that apply pass`;
  return [
    passed.length === applying.length ? all : `${passed.length} of ${applying.length} gates pass`,
    ...said(ofStatus(applying, "waived"), "is waived", "are waived"),
    ...said(applying.filter(isOnlyWarned), "only warns", "only warn"),
    ...(warnings === 0 ? [] : [`with ${count(warnings, "warning")}`]),
  ].join(", ");
}

/** `quality and slices fail, latency is inconclusive` */
function objections(gates: readonly JudgedGate[]): string {
  const blocking = inTheWay(gates);
  const failed = said(ofStatus(blocking, "fail"), "fails", "fail");
  const open = said(ofStatus(blocking, "inconclusive"), "is inconclusive", "are inconclusive");
  return [...failed, ...open].join(", ") || "a gate says so";
}

function ofStatus(gates: readonly JudgedGate[], wanted: JudgedGate["status"]): readonly JudgedGate[] {
  return gates.filter(({ status }) => status === wanted);
}

function said(gates: readonly JudgedGate[], one: string, several: string): readonly string[] {
  const names = gates.map(({ gate }) => gate as string);
  const shown =
    names.length > MOST_NAMED ? [...names.slice(0, MOST_NAMED), `${names.length - MOST_NAMED} more`] : names;
  if (shown.length < 2) return shown.map((name) => `${name} ${one}`);
  return [`${shown.slice(0, -1).join(", ")} and ${shown.at(-1)} ${several}`];
}
