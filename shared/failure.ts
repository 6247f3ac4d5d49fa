/** Why we could not judge or could not act. A challenger that loses is a verdict, never one of these. */
export type FailureCode =
  | "usage"
  | "manifest-missing"
  | "manifest-invalid"
  | "document-invalid"
  | "artifact-missing"
  | "artifact-refused"
  | "artifact-changed"
  | "lfs-pointer"
  | "model-unreadable"
  | "limit-exceeded"
  | "request-invalid"
  | "operator-missing"
  | "prediction-failed"
  | "runtime-missing"
  | "device-missing"
  | "platform-unsupported"
  | "tool-missing"
  | "tool-failed"
  | "download-failed"
  | "download-refused"
  | "model-crashed"
  | "model-killed"
  | "model-out-of-memory"
  | "model-hung"
  | "model-protocol"
  | "target-unreachable"
  | "endpoint-unreachable"
  | "credentials-missing"
  | "dataset-invalid"
  | "signature-unreadable"
  | "file-missing"
  | "file-refused"
  | "commit-missing"
  | "forge-denied"
  | "forge-missing"
  | "forge-locked"
  | "forge-refused"
  | "forge-limited"
  | "forge-unreachable"
  | "artifacts-absent"
  | "evidence-missing"
  | "ledger-invalid"
  | "ledger-busy"
  | "ledger-unreachable"
  | "bucket-denied"
  | "bucket-missing"
  | "bucket-refused"
  | "bucket-unreachable"
  | "out-of-space"
  | "io"
  | "interrupted"
  | "internal";

/** One thing wrong in one place of a person's file. Lines and columns count from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly fix: string;
  /** The whole offending line, for the excerpt that a terminal shows. */
  readonly source?: string;
}

export interface FailureDetails {
  /** One imperative sentence: what the reader does next. */
  readonly fix: string;
  readonly cause?: unknown;
  /** Every place at fault, when the cause is a file that a person wrote. */
  readonly problems?: readonly Problem[];
}

const OURS: ReadonlySet<FailureCode> = new Set([
  "model-protocol",
  "tool-failed",
  "download-failed",
  "forge-limited",
  "forge-unreachable",
  "ledger-busy",
  "ledger-unreachable",
  "bucket-unreachable",
  "endpoint-unreachable",
  "out-of-space",
  "io",
  "interrupted",
  "internal",
]);

export class Failure extends Error {
  readonly code: FailureCode;
  readonly fix: string;
  readonly problems: readonly Problem[];

  constructor(code: FailureCode, message: string, details: FailureDetails) {
    super(message, { cause: details.cause });
    this.name = "Failure";
    this.code = code;
    this.fix = details.fix;
    this.problems = details.problems ?? [];
  }

  /** 2 asks the user to change something; 4 says that we or the platform broke. */
  get exitCode(): 2 | 4 {
    return OURS.has(this.code) ? 4 : 2;
  }
}

/** A Failure as JSON, for callers that asked for JSON. */
export function failureDocument({ code, message, fix, problems }: Failure): object {
  return { schema: "model-release/failure/v1", code, message, fix, problems };
}

export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new Failure("internal", `This is a defect of model-release: ${message}`, {
    fix: "Run again with MODEL_RELEASE_DEBUG=1 and report the stack trace.",
    cause: thrown,
  });
}
