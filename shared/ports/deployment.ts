export type DeploymentState = "queued" | "inProgress" | "success" | "failure" | "error" | "inactive";

export interface DeploymentRequest {
  readonly environment: string;
  readonly commit: string;
  readonly description: string;
  /** Whatever whoever reads it again needs. */
  readonly payload: string;
  readonly isProduction: boolean;
}

/** Where a commit is served, as people see it beside their commits. It mirrors the ledger, and is no authority. */
export interface Deployment extends Omit<DeploymentRequest, "isProduction"> {
  readonly id: number;
  /** Null when the account is gone. */
  readonly author: { readonly login: string; readonly id: number } | null;
}

export interface DeploymentStatus {
  readonly state: DeploymentState;
  /** At most 140 characters. */
  readonly description: string;
  readonly logUrl: string | null;
}

/** Null throughout where the forge knows no deployments. */
export interface Deployments {
  /** The newest 100 of an environment, the newest first. */
  list(environment: string): Promise<readonly Deployment[] | null>;
  /** One deployment, even when the answer to its creation is lost. */
  create(request: DeploymentRequest): Promise<Deployment | null>;
  /** How it goes on; the last word counts. */
  tell(id: number, status: DeploymentStatus): Promise<void>;
  /** The newest first. */
  statuses(id: number): Promise<readonly DeploymentStatus[]>;
}
