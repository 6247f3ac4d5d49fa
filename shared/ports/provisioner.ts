import type { NativeRuntime, RuntimeVariant } from "./native-runtime.ts";

export interface RuntimeRequest {
  /** One of the provisioner's versions. */
  readonly tensorflow: string;
  readonly variant: RuntimeVariant;
  /** The package index to ask; null leaves it to pip's own configuration. */
  readonly indexUrl: string | null;
}

export interface ProvisionedRuntime {
  readonly runtime: NativeRuntime;
  /** It was there already, and its files are the ones that were verified. */
  readonly isReused: boolean;
  /** What it takes on the disk. */
  readonly sizeBytes: number;
}

/** Puts native runtimes on this machine. What it answers is complete and verified, or it is a Failure. */
export interface Provisioner {
  /** The versions whose sums are known, or that the system holds; the newest first. */
  versions(variant: RuntimeVariant): Promise<readonly string[]>;
  provision(request: RuntimeRequest): Promise<ProvisionedRuntime>;
}
