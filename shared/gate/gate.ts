import type { Evidence, Unmeasured } from "../evidence/evidence.ts";
import type { GateId, GateLevel } from "../schema/release.types.ts";
import { inconclusive, pass, warn } from "./reasons.ts";
import type { Question, Rule } from "./rule.ts";
import { type JudgedGate, type Reason, type VerdictStatus, worst } from "./verdict.ts";

export type Gate = (question: Question) => JudgedGate;

type Finding = Pick<JudgedGate, "status" | "reasons">;

/** A verdict is read by people: the rest of a long list is counted, and never changes the status. */
const MOST_REASONS = 50;
const SEVERITY: readonly Reason["status"][] = ["fail", "inconclusive", "warn", "pass"];

/** A rule with all that gates have in common: its level, what it does not apply to, and who waived it. */
export function gateOf<Part extends keyof Evidence>(rule: Rule<Part>): Gate {
  return (question) => {
    const level = question.policy.gates[rule.gate]?.level ?? rule.level?.(question) ?? "block";
    return { gate: rule.gate, level, ...findingOf(rule, level, question) };
  };
}

function findingOf<Part extends keyof Evidence>(rule: Rule<Part>, level: GateLevel, question: Question): Finding {
  if (level === "off") return skipped("the manifest switches this gate off");
  const excuse = servedBefore(rule.gate, question) ?? rule.excuse?.(question) ?? null;
  if (excuse !== null) return skipped(excuse);
  const reasons = reasonsOf(rule, question);
  const status = worst(reasons.map((reason) => reason.status));
  const readable = { status, reasons: readableOf(reasons) };
  return status === "pass" ? readable : (waived(rule, readable, question) ?? readable);
}

/** Only a loaded model tells these; one that served before has told them already. */
const NEEDS_MODEL: ReadonlySet<GateId> = new Set([
  "load",
  "golden",
  "parity",
  "sanity",
  "edge",
  "quality",
  "slices",
  "latency",
  "throughput",
  "soak",
  "rehearsal",
]);

/** The evidence names a line of the ledger, and counts only where the judge has found that very line. */
function servedBefore(gate: GateId, { evidence, policy }: Question): string | null {
  const { healthySequence } = policy;
  if (!NEEDS_MODEL.has(gate) || healthySequence === null || evidence.shortcut?.healthy !== healthySequence) return null;
  return `this very release served before and was well: line ${healthySequence} of the ledger`;
}

function skipped(message: string): Finding {
  return { status: "skipped", reasons: [pass({ rule: "skipped", message })] };
}

function reasonsOf<Part extends keyof Evidence>(rule: Rule<Part>, question: Question): readonly Reason[] {
  const part = question.evidence[rule.reads];
  if (isMissing(part)) return [missing(part)];
  const reasons = rule.judge(part as Exclude<Evidence[Part], Unmeasured>, question);
  // A gate that finds nothing to say has judged nothing.
  return reasons.length > 0 ? reasons : [inconclusive({ rule: "judged", message: "there was nothing to judge" })];
}

function isMissing(part: unknown): part is Unmeasured {
  return typeof part === "object" && part !== null && "unmeasured" in part;
}

function missing({ reason, fix }: Unmeasured): Reason {
  return inconclusive({ rule: "measured", message: reason, ...(fix === null ? {} : { fix }) });
}

/** The worst first. */
function readableOf(reasons: readonly Reason[]): readonly Reason[] {
  const ordered = reasons.toSorted((a, b) => SEVERITY.indexOf(a.status) - SEVERITY.indexOf(b.status));
  const rest = ordered.length - MOST_REASONS;
  if (rest <= 0) return ordered;
  return [...ordered.slice(0, MOST_REASONS), warn({ rule: "more", measured: rest, message: `and ${rest} more` })];
}

function waived(
  { gate }: { readonly gate: JudgedGate["gate"] },
  finding: Finding,
  { policy }: Question,
): Finding | null {
  const waiver = policy.waivers.find((candidate) => candidate.gate === gate);
  if (waiver === undefined) return null;
  const message = `waived by ${waiver.approver} until ${waiver.expires}: ${waiver.reason}`;
  return { status: "waived", reasons: [warn({ rule: "waiver", limit: waiver.expires, message }), ...finding.reasons] };
}

/** Whether a gate's finding keeps the release back. */
export function blocking({ level, status }: JudgedGate): VerdictStatus {
  return level === "block" && (status === "fail" || status === "inconclusive") ? status : "pass";
}
