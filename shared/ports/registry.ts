import type { VersionReference } from "./endpoint.ts";
import type { Outcome, Running } from "./outcome.ts";

/** Where versions of models are registered, in one project and region. A model is named as its release names it. */
export interface Registry {
  /** Every version of a model, oldest first; a model that was never registered has none. */
  list(model: string): Promise<Outcome<readonly ModelVersion[]>>;
  /** A version by its reference, or by one of its aliases in place of the number. */
  read(version: VersionReference): Promise<Outcome<ModelVersion>>;
  /** The version whose artifact lies there; of several the oldest, which alone is ours. None is `absent`. */
  find(model: string, artifactUri: string): Promise<Outcome<ModelVersion>>;
  /**
   * Registers a version, the model with it if it is the first. It gets no alias that another version holds. The
   * registry itself keeps no two uploads apart: look for it first, and when the outcome is `ambiguous` look for it
   * until the upload must have ended, before it is registered again. What is there already is found, not doubled.
   */
  upload(wish: UploadWish): Promise<Outcome<UploadOperation>>;
  /** Waits for an upload, whoever started it. Done is what was read back. */
  settle(operation: UploadOperation, waitMs: number): Promise<Outcome<ModelVersion> | Running>;
  /** Moves aliases here from whichever version of the model holds them. To move them again changes nothing. */
  alias(version: VersionReference, aliases: readonly string[]): Promise<Outcome<ModelVersion>>;
  /** Deletes one version; refused as `state` where it is deployed or the default. What is not there is `absent`. */
  remove(version: VersionReference, waitMs: number): Promise<Outcome<null> | Running>;
}

export interface ModelVersion {
  readonly reference: VersionReference;
  /** Holds the full digest. */
  readonly artifactUri: string;
  /** `sha256:` and 64 hex digits as the artifact's URI has it; null for what others registered. */
  readonly digest: string | null;
  readonly image: string;
  readonly aliases: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  /** By the registry's clock, in ISO 8601. */
  readonly createdAt: string;
}

export interface UploadWish {
  /** The release's model: `[a-z][a-z0-9-]{0,62}`. */
  readonly model: string;
  readonly artifactUri: string;
  readonly image: string;
  /** What people read: the release's version, owner, commit. */
  readonly description: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Plain data: what a ledger keeps is enough to find the operation again. */
export interface UploadOperation {
  readonly model: string;
  readonly artifactUri: string;
  /** Null where it was lost on the way, or where the version was there already. */
  readonly operation: string | null;
}
