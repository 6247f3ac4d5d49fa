/** How long a method may take and whether asking again can do harm. The client library repeats nothing by itself. */
export interface Method {
  /** What is being done, after which its outcome is told. */
  readonly verb: string;
  /** `safe` methods change nothing twice; a `once` method is repeated only where it surely had no effect. */
  readonly repeat: "safe" | "once" | "never";
  /** Whether it may be refused for what the artifact or its image is. */
  readonly opensArtifact: boolean;
  /** One attempt's. */
  readonly timeoutMs: number;
  /** Of all attempts together, and of what they wait between them. */
  readonly deadlineMs: number;
}

const READ = { repeat: "safe", opensArtifact: false, timeoutMs: 15_000, deadlineMs: 60_000 } as const;
const WRITE = { repeat: "once", opensArtifact: false, timeoutMs: 30_000, deadlineMs: 90_000 } as const;

export const METHODS = {
  getEndpoint: { verb: "Reading", ...READ },
  getOperation: { verb: "Following", ...READ },
  getModel: { verb: "Reading", ...READ },
  listModelVersions: { verb: "Listing", ...READ },
  // The own id and the etag make repeating them harmless, but only after the endpoint was read again.
  deployModel: { verb: "Deploying", ...WRITE, opensArtifact: true },
  undeployModel: { verb: "Undeploying", ...WRITE },
  updateEndpoint: { verb: "Sharing the traffic of", ...WRITE },
  uploadModel: { verb: "Registering", ...WRITE, opensArtifact: true },
  deleteModelVersion: { verb: "Deleting", ...WRITE },
  // Aliases are moved to where they are asked to be, however often.
  mergeVersionAliases: { verb: "Moving aliases to", ...READ, timeoutMs: 30_000 },
  // Its outcome is evidence.
  predict: { verb: "Asking", repeat: "never", opensArtifact: false, timeoutMs: 60_000, deadlineMs: 60_000 },
  listTimeSeries: { verb: "Reading the telemetry of", ...READ },
} as const satisfies Readonly<Record<string, Method>>;

export type MethodName = keyof typeof METHODS;
