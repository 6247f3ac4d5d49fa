/**
 * Why we could not judge or could not act. A challenger that loses is a verdict, never one of these. Each comment says
 * what happened in its first sentence, and then what to do: .github/docs/errors.md is made of them.
 */
export type FailureCode =
  /** The command or the action is asked for what there is not. Do as the message says, or see `--help`. */
  | "usage"
  /** There is no `release.yaml` where one was named. Correct the path, or commit the file. */
  | "manifest-missing"
  /** A `release.yaml` has mistakes, each told with its line. Correct them; near keys are named. */
  | "manifest-invalid"
  /** Another file is not what its schema says. Correct the place that is named, or have it written anew. */
  | "document-invalid"
  /** There is no SavedModel where one was named. Correct the path; fetch what Git LFS or a bucket keeps. */
  | "artifact-missing"
  /** The artifact is not safe, not plain files, or not the pinned one. Replace what is named, and `pack`. */
  | "artifact-refused"
  /** A file changed while it was read. Let whatever writes there finish, and run it again. */
  | "artifact-changed"
  /** Git LFS has left a pointer where the file should be. Run the `git lfs pull` it names; in a job, `lfs: true`. */
  | "lfs-pointer"
  /** A graph, a checkpoint or a file beside it is damaged or none. Export the model again. */
  | "model-unreadable"
  /** Something is larger or deeper than is ever read. Make it smaller, or raise a limit of the manifest's own. */
  | "limit-exceeded"
  /** A request does not fit the model's signature. Correct it by what `model-release inspect` shows. */
  | "request-invalid"
  /** The embedded runtime does not know an operator. Run `model-release setup` and use `--runtime tensorflow`. */
  | "operator-missing"
  /** The model answered by an error, or by what is no score. Look at the row or the output that is named. */
  | "prediction-failed"
  /** The runtime has not been set up on this machine. Run `model-release setup`, or use `--runtime embedded`. */
  | "runtime-missing"
  /** A GPU was asked for and none can be used. See `model-release doctor --device gpu`. */
  | "device-missing"
  /** There is no native runtime for this system. Use Linux on x86-64 with glibc, or `--runtime embedded`. */
  | "platform-unsupported"
  /** A program is not on the search path: git, pip, npm, g++, a driver. Install it as the message says. */
  | "tool-missing"
  /** A program that was called ended with an error. Read its words in the message, and run it again. */
  | "tool-failed"
  /** A wheel or a package could not be fetched. Look at the network, and at how pip and npm are configured. */
  | "download-failed"
  /** What was fetched is not what is pinned. Use an index that delivers the original files. */
  | "download-refused"
  /** The model's process ended by itself. Try the other runtime; if only one crashes, report it. */
  | "model-crashed"
  /** A signal ended the model's process. Look for who sent it in the logs of the job and the kernel. */
  | "model-killed"
  /** The model needs more memory than it may have. Use a larger machine, or a smaller model. */
  | "model-out-of-memory"
  /** The model did not answer before its deadline. Look for a loop in its graph, or use a faster machine. */
  | "model-hung"
  /** The model's process wrote what is no answer. Run it again, and report it if it recurs. */
  | "model-protocol"
  /** The server that is to be loaded takes no connection. Start it, or correct its address. */
  | "target-unreachable"
  /** Vertex AI does not say what an endpoint serves. Run it again; a denial names the missing role. */
  | "endpoint-unreachable"
  /** Google Cloud does not learn who asks. Use google-github-actions/auth, or `gcloud auth` at your desk. */
  | "credentials-missing"
  /** The evaluation set is not what the manifest says of it. Correct the rows or columns that are named. */
  | "dataset-invalid"
  /** A bundle, key or certificate for signing is not one. Sign again, or name the public half. */
  | "signature-unreadable"
  /** A file that was named is not there. Correct its path, or commit it. */
  | "file-missing"
  /** A file may not be read or written, or is no regular file. Name a regular file that this user may reach. */
  | "file-refused"
  /** A commit is not in this clone. Use `fetch-depth: 0` in a job, `git fetch --unshallow` elsewhere. */
  | "commit-missing"
  /** The token may not do this at the forge. Add the line of `permissions` that the message names. */
  | "forge-denied"
  /** The forge has no such thing, or hides it from the token. Look at its number and at the permissions. */
  | "forge-missing"
  /** The conversation is locked. Unlock it, or read the job's page. */
  | "forge-locked"
  /** The forge does not take what was sent. Do as its words in the message say. */
  | "forge-refused"
  /** The forge has had too many requests. Wait until the time in the message, and run the job again. */
  | "forge-limited"
  /** The forge, or `origin`, does not answer. Run it again. */
  | "forge-unreachable"
  /** This runner keeps no artifacts. Hand the folder in the output `evidence` on in another way. */
  | "artifacts-absent"
  /** A release has no evidence that is about it. Let `validate` run at this head, then `report` again. */
  | "evidence-missing"
  /** A ledger or a lease is not what was written. Run `model-release verify`, and mend what it names. */
  | "ledger-invalid"
  /** Others wrote to the ledger each time before us. Run it again. */
  | "ledger-busy"
  /** The ledger's branch cannot be read or pushed. Run it again; the job needs `contents: write`. */
  | "ledger-unreachable"
  /** The bucket does not let this job do that. Give it the role that the message names. */
  | "bucket-denied"
  /** There is no such bucket, or it is hidden from this job. Correct its name, or grant the role. */
  | "bucket-missing"
  /** The bucket gave an answer that cannot be worked with. Do as its words in the message say. */
  | "bucket-refused"
  /** Cloud Storage does not answer, or bytes came damaged. Run it again. */
  | "bucket-unreachable"
  /** The disk is full. Free space; `df -h` shows where. */
  | "out-of-space"
  /** The system could not read or write. Look at the disk, and run it again. */
  | "io"
  /** Somebody stopped the run before it was done. Run it again. */
  | "interrupted"
  /** This is a defect of model-release. Run it again with `MODEL_RELEASE_DEBUG=1`, and report what it prints. */
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
