import type { SafetyFinding } from "./finding.ts";
import type { Step } from "./reach/reach.ts";

/** A finding whose path is not written out yet: most of a hostile model's never are. */
export interface FoundAt extends Omit<SafetyFinding, "path"> {
  readonly path: Step;
}

export interface Findings {
  add(finding: FoundAt): void;
  all(): readonly SafetyFinding[];
}

const MAX_FINDINGS = 100;
const MAX_STEPS = 32;
const MAX_TEXT = 500;

/** At most a hundred findings, one for each operator, node and function, bounded in every part; the rest is counted. */
export function collectFindings(): Findings {
  const seen = new Set<string>();
  const kept: SafetyFinding[] = [];
  return {
    add(finding) {
      const { operator, node, path, reason } = finding;
      const key = JSON.stringify([operator ?? reason, node, path.parent && path.label]);
      if (!seen.has(key) && kept.length < MAX_FINDINGS) kept.push(written(finding));
      seen.add(key);
    },
    all: () => (seen.size === kept.length ? kept : [...kept, rest(seen.size - kept.length)]),
  };
}

function written(finding: FoundAt): SafetyFinding {
  const { operator, node, path, reason } = finding;
  const labels: string[] = [];
  for (let step: Step | null = path; step !== null; step = step.parent) labels.push(step.label);
  return {
    ...finding,
    operator: operator && clip(operator),
    node: node && clip(node),
    path: shortened(labels.reverse()).map(clip),
    reason: clip(reason),
  };
}

function shortened(path: readonly string[]): readonly string[] {
  if (path.length <= MAX_STEPS) return path;
  const half = MAX_STEPS / 2;
  return [...path.slice(0, half), `… ${path.length - MAX_STEPS} more …`, ...path.slice(-half)];
}

function clip(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
}

function rest(dropped: number): SafetyFinding {
  return {
    operator: null,
    node: null,
    file: null,
    path: [],
    reason: `… and ${dropped} more of this kind or another`,
    fix: "Correct the findings above, then scan again.",
  };
}
