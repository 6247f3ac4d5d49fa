import type { JudgedGate, VerdictStatus } from "../../gate/verdict.ts";
import { count } from "../../release/quantities.ts";
import { code, type Inline, joined, md, text } from "../escape.ts";
import { type Block, heading, paragraph, stacked } from "../markdown.ts";
import { isResubmission, type ReleaseReport } from "../report.ts";
import { inTheWay, isOnlyWarned, mark } from "./marks.ts";

const TITLES: Readonly<Record<VerdictStatus, Inline>> = {
  pass: md`Pass`,
  fail: md`Fail`,
  inconclusive: md`Inconclusive`,
};
const MOST_NAMED = 8;

/** The first thing that is read: one word, one sentence. */
export function verdictBlock(release: ReleaseReport): Block {
  return stacked([statusHeading(release.verdict.status), paragraph(md`${sentence(release)}${approval(release)}`)]);
}

export function statusHeading(status: VerdictStatus): Block {
  return heading(2, md`${mark(status)} ${TITLES[status]}`);
}

/** `churn 2.3.0 must not replace 2.2.0: quality and slices fail.` */
export function sentence(release: ReleaseReport): Inline {
  const { status, gates } = release.verdict;
  const name = nameOf(release);
  if (status === "pass") return md`${name} ${mayGo(release)}: ${passing(gates)}.`;
  const held = release.champion === null ? md`be released` : md`replace ${text(release.champion.model.version)}`;
  const verb = status === "fail" ? md`must not ${held}` : md`cannot ${held} yet`;
  return md`${name} ${verb}: ${objections(gates)}.`;
}

/** `churn 2.3.0` */
export function nameOf({ manifest: { model } }: Pick<ReleaseReport, "manifest">): Inline {
  return md`**${text(model.name)} ${text(model.version)}**`;
}

function mayGo(release: ReleaseReport): Inline {
  if (release.champion === null) return md`may be released, with no champion to compare with`;
  const version = text(release.champion.model.version);
  if (isResubmission(release)) return md`may replace ${version}, whose artifact it is, byte for byte`;
  return md`may replace ${version}`;
}

/** `all 12 gates that apply pass`, and what that leaves out. */
function passing(gates: readonly JudgedGate[]): Inline {
  const applying = gates.filter(({ status }) => status !== "skipped");
  const passed = applying.filter(({ status }) => status === "pass");
  const [waived, warned] = [applying.filter(({ status }) => status === "waived"), applying.filter(isOnlyWarned)];
  const rest = [
    ...(waived.length === 0 ? [] : [md`${names(waived)} ${verb(waived, md`is waived`, md`are waived`)}`]),
    ...(warned.length === 0 ? [] : [md`${names(warned)} only ${verb(warned, md`warns`, md`warn`)}`]),
  ];
  const warnings = passed.flatMap(({ reasons }) => reasons.filter(({ status }) => status === "warn")).length;
  const all = md`all ${text(count(passed.length, "gate"))} that apply pass`;
  const most = rest.length === 0 ? all : md`${passed.length} of ${applying.length} gates pass`;
  return joined([most, ...rest, ...(warnings === 0 ? [] : [text(`with ${count(warnings, "warning")}`)])], md`, `);
}

/** `quality and slices fail, latency is inconclusive` */
function objections(gates: readonly JudgedGate[]): Inline {
  const blocking = inTheWay(gates);
  const failed = blocking.filter(({ status }) => status === "fail");
  const open = blocking.filter(({ status }) => status === "inconclusive");
  const parts = [
    ...(failed.length === 0 ? [] : [md`${names(failed)} ${verb(failed, md`fails`, md`fail`)}`]),
    ...(open.length === 0 ? [] : [md`${names(open)} ${verb(open, md`is inconclusive`, md`are inconclusive`)}`]),
  ];
  return parts.length === 0 ? md`a gate says so` : joined(parts, md`, `);
}

function verb(gates: readonly JudgedGate[], one: Inline, several: Inline): Inline {
  return gates.length === 1 ? one : several;
}

function names(gates: readonly JudgedGate[]): Inline {
  const all = gates.map(({ gate }) => md`**${text(gate)}**`);
  const shown = all.length > MOST_NAMED ? [...all.slice(0, MOST_NAMED), md`${all.length - MOST_NAMED} more`] : all;
  if (shown.length < 2) return joined(shown, md``);
  return md`${joined(shown.slice(0, -1), md`, `)} and ${shown.at(-1)!}`;
}

function approval({ approvals }: ReleaseReport): Inline {
  if (approvals.length === 0) return md``;
  return md` Approved at this head by ${joined(
    approvals.slice(0, MOST_NAMED).map((login) => code(login)),
    md`, `,
  )}.`;
}
