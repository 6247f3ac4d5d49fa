import type { Outcome, Running } from "./outcome.ts";

/**
 * A place that serves versions of models and shares its traffic among them by whole percents. Reads are repeated as
 * often as it takes; a write is read back where its answer was lost, and only what stays unknown is `ambiguous`.
 */
export interface Endpoint {
  /** As the platform names it, project and region included. */
  readonly name: string;
  read(): Promise<Outcome<EndpointState>>;
  /**
   * Starts a version at 0 %: the split stays as it is. To deploy the same id again is to find it again. An id that
   * holds another version is a `conflict`.
   */
  deploy(wish: DeploymentWish): Promise<Outcome<EndpointOperation>>;
  /** Ends what has no traffic; with traffic it is refused as `state`. What is no longer there is `absent`. */
  undeploy(deployedModelId: string): Promise<Outcome<EndpointOperation>>;
  /** Waits for an operation, whoever started it. Done is what was read back: the operation's effect is seen in it. */
  settle(operation: EndpointOperation, waitMs: number): Promise<Outcome<EndpointState> | Running>;
  /**
   * The whole split at once, only if nothing changed since the state with this etag was read. What is left out gets
   * nothing; the percents sum to 100, or the split is empty. Done is what was read back.
   *
   * A `mark`, of digits, letters and hyphens and never used before, is kept beside the split: the endpoint is then another one even where its
   * split is the same, and done is a state with another etag.
   */
  share(split: Split, etag: string, mark?: string): Promise<Outcome<EndpointState>>;
  /** One request, made once: what it cost and who answered is evidence, so no failure is hidden by asking again. */
  predict(request: PredictRequest): Promise<Outcome<PredictAnswer>>;
}

/** Whole percents by the id of a deployed model. */
export type Split = Readonly<Record<string, number>>;

export interface EndpointState {
  /** Changes with everything that changes. */
  readonly etag: string;
  /** Only what has traffic: what is not named has none. */
  readonly split: Split;
  readonly deployed: readonly DeployedModel[];
}

export interface DeployedModel {
  /** 1 to 10 digits: our own for what we deployed. */
  readonly id: string;
  readonly version: VersionReference;
  /** As `sha256:` and 64 hex digits where we deployed it; null for what others did. The registry is the proof. */
  readonly digest: string | null;
  readonly displayName: string;
  /** By the platform's clock, in ISO 8601. */
  readonly deployedAt: string;
  /** Null where the platform chooses. */
  readonly machine: MachineWish | null;
}

/** A version as a registry names it. */
export interface VersionReference {
  /** The model's whole name, without a version. */
  readonly model: string;
  /** The registry's own number, not the release's version. */
  readonly version: string;
}

export interface MachineWish {
  readonly machineType: string;
  readonly accelerator: { readonly type: string; readonly count: number } | null;
  readonly replicas: { readonly min: number; readonly max: number };
}

export interface DeploymentWish {
  readonly deployedModelId: string;
  readonly version: VersionReference;
  /** `sha256:` and 64 hex digits: what was validated. It is readable at the endpoint afterwards. */
  readonly digest: string;
  /** What people read beside the digest, such as `churn 2.3.0`. */
  readonly title: string;
  readonly machine: MachineWish;
  /** Which identity the model's server runs as; null is the platform's own. */
  readonly serviceAccount: string | null;
}

/** Plain data: what a ledger keeps is enough to find the operation again. */
export interface EndpointOperation {
  readonly kind: "deploy" | "undeploy";
  readonly deployedModelId: string;
  /** Null where it was lost on the way: then only the endpoint tells whether it has ended. */
  readonly operation: string | null;
}

export interface PredictRequest {
  /** JSON values, as the serving API has them in `instances`. */
  readonly instances: readonly unknown[];
  readonly timeoutMs: number;
}

export interface PredictAnswer {
  readonly predictions: readonly unknown[];
  readonly deployedModelId: string;
  readonly version: VersionReference;
  readonly latencyMs: number;
}
