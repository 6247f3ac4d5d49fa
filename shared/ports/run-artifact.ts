/** What a run of a workflow left behind. Its content may be a fork's own. */
export interface RunArtifact {
  readonly id: number;
  readonly name: string;
  readonly sizeBytes: number;
  readonly isExpired: boolean;
  /** `sha256:` and 64 hex digits of the archive; null when the forge does not tell. */
  readonly digest: string | null;
  readonly run: number;
}

export interface WorkflowRun {
  readonly id: number;
  readonly url: string;
  /** The commit that it ran for: the forge's word, whatever the artifact says. */
  readonly commit: string;
  readonly event: string;
  /** As in `.github/workflows/release.yml`. */
  readonly workflow: string;
  /** As in `owner/name`; null when it is gone. */
  readonly headRepository: string | null;
  readonly status: "queued" | "inProgress" | "completed";
}

export interface RunArtifacts {
  /** Undefined when there is none of that number. */
  run(id: number): Promise<WorkflowRun | undefined>;
  /** Those that ran for a commit, the newest first. */
  runs(commit: string): Promise<readonly WorkflowRun[]>;
  /** The newest first. */
  list(run: number): Promise<readonly RunArtifact[]>;
  /** Writes the zip archive into a new file. A larger one is `limit-exceeded`, and leaves nothing behind. */
  download(artifact: number, into: { readonly path: string; readonly maxBytes: number }): Promise<void>;
}

/** Keeps files of this job as one archive. Where the runner offers no such place that is `artifacts-absent`. */
export type KeepFolder = (request: KeptFolder) => Promise<{ readonly id: number; readonly sizeBytes: number }>;

export interface KeptFolder {
  readonly name: string;
  /** Everything below it is kept. */
  readonly folder: string;
  readonly retentionDays?: number;
}
