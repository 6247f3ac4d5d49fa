/** What a job's token is given, as a workflow writes it: `pull-requests: write`. */
export type Permission =
  `${"actions" | "checks" | "contents" | "deployments" | "issues" | "pull-requests" | "statuses"}: ${"read" | "write"}`;

/** What is attempted, for whoever reads that it failed. */
export interface Operation {
  /** As in `comment on pull request #7`. */
  readonly what: string;
  readonly needs: Permission;
  readonly deadlineMs?: number;
}

/**
 * The line that a job's `permissions` lack. The header tells alternatives, as in `issues=write; pull_requests=write`,
 * each a list; for a comment it names both, but on a pull request only the second helps. So ours comes first, if it is one.
 */
export function missingPermissions(needed: Permission, header: string | undefined): readonly string[] {
  const alternatives = (header ?? "")
    .slice(0, 1000)
    .split(";")
    .map((list) => [...list.matchAll(/([a-z_]{1,40})=(read|write|admin)/g)].map(lineOf).filter(isGranted))
    .filter((lines) => lines.length > 0);
  const ours = alternatives.find((lines) => lines.includes(needed));
  return ours ?? alternatives[0] ?? [needed];
}

function lineOf([, name, level]: RegExpExecArray): string {
  return `${name!.replaceAll("_", "-")}: ${level}`;
}

/** Every token has it. */
function isGranted(line: string): boolean {
  return !line.startsWith("metadata:");
}
