import type { ReleaseId } from "../evidence/evidence.ts";
import type { JudgedGate, VerdictStatus } from "../gate/verdict.ts";
import { readableJson } from "../schema/canonical-json.ts";
import type { ReleaseReport, Run } from "./report.ts";

/** The in-toto statement that binds an artifact's digest to the evidence about it and to the verdict on that. */
export interface Statement {
  readonly _type: "https://in-toto.io/Statement/v1";
  readonly subject: readonly [{ readonly name: string; readonly digest: { readonly sha256: string } }];
  readonly predicateType: "urn:model-release:validation:v1";
  readonly predicate: Validation;
}

export interface Validation {
  readonly release: ReleaseId;
  readonly champion: ReleaseId | null;
  readonly evidence: { readonly digest: { readonly sha256: string } };
  readonly verdict: VerdictStatus;
  readonly gates: readonly Pick<JudgedGate, "gate" | "level" | "status">[];
  readonly planHash: string | null;
  /** Where it was judged; null on a person's own machine. */
  readonly run: Pick<Run, "serverUrl" | "repository" | "commit" | "id" | "attempt"> | null;
}

/** The subject's digest is the artifact's own: SHA-256 over the sorted lines `<sha256>  <size>  <path>` of its files. */
export function statementOf({ verdict }: ReleaseReport, run: Run | null): Statement {
  const { release, champion, evidenceDigest, status, gates, planHash } = verdict;
  return {
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: `${release.model}@${release.version}`, digest: digestSet(release.digest) }],
    predicateType: "urn:model-release:validation:v1",
    predicate: {
      release,
      champion,
      evidence: { digest: digestSet(evidenceDigest) },
      verdict: status,
      gates: gates.map(({ gate, level, status }) => ({ gate, level, status })),
      planHash,
      run: run === null ? null : placeOf(run),
    },
  };
}

export function statementText(statement: Statement): string {
  return readableJson(statement);
}

function digestSet(digest: string): { readonly sha256: string } {
  return { sha256: digest.replace(/^sha256:/, "") };
}

function placeOf({ serverUrl, repository, commit, id, attempt }: Run): NonNullable<Validation["run"]> {
  return { serverUrl, repository, commit, id, attempt };
}
