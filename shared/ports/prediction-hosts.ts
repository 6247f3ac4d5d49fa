/** Where Vertex AI answers predictions over HTTP, and who we are to it. */
export interface PredictionHosts {
  /** Where an endpoint is asked in the serving API's form. */
  predictUrl(endpoint: PredictedEndpoint): string;
  /** Whether a server is Google's own and reached in secret: nobody else is told who we are. */
  knowsUs(url: URL): boolean;
  /** The job's or the person's own; without any it is `credentials-missing`. */
  identity(): Promise<Identity>;
}

export interface PredictedEndpoint {
  readonly project: string;
  readonly region: string;
  /** The number or name that follows `endpoints/`. */
  readonly endpoint: string;
}

/** Kept, it is renewed before it ends. */
export interface Identity extends Disposable {
  /** As an `Authorization` header has it now. */
  readonly authorization: () => string;
}
