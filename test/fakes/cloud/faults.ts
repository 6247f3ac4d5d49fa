import type { RefusalReason } from "../../../shared/ports/outcome.ts";

/** One call at a port, as faults and journals see it. */
export interface CloudCall {
  /** From 1, over everything that is asked of the cloud. */
  readonly sequence: number;
  readonly method: CloudMethod;
  /** The endpoint, model or version that is acted on. */
  readonly resource: string;
}

export type CloudMethod =
  | "endpoint.read"
  | "endpoint.deploy"
  | "endpoint.undeploy"
  | "endpoint.settle"
  | "endpoint.share"
  | "endpoint.predict"
  | "registry.list"
  | "registry.read"
  | "registry.find"
  | "registry.upload"
  | "registry.settle"
  | "registry.alias"
  | "registry.remove"
  | "telemetry.read";

/** What a port shows of what goes wrong behind it: the adapter has repeated and read back what it could. */
export type CloudFault =
  | { readonly kind: "refuse"; readonly reason: RefusalReason }
  /** Lost on the way there: nothing happens, and nobody knows. */
  | { readonly kind: "loseRequest" }
  /** Lost on the way back: it happens, and nobody knows. */
  | { readonly kind: "loseAnswer" }
  /** Nobody knows, and it happens later. */
  | { readonly kind: "arriveLate"; readonly ms: number }
  /** It is started, but by which operation is not known. */
  | { readonly kind: "loseOperation" }
  /** The operation that is started ends so. */
  | { readonly kind: "failLate"; readonly reason: RefusalReason }
  | { readonly kind: "neverEnd" }
  /** A read shows what was before the newest change. */
  | { readonly kind: "staleRead" }
  /** Somebody else writes first, without changing what is served. */
  | { readonly kind: "contend" }
  /** The one who asks dies, before the call or after its effect. */
  | { readonly kind: "crash"; readonly when: "before" | "after" };

/** What goes wrong with a call; null is nothing. */
export type CloudFaults = (call: CloudCall) => CloudFault | null;

/** The end of the one who asked: no code of his may catch it and go on. */
export class Crash extends Error {
  constructor({ method, resource, sequence }: CloudCall, when: "before" | "after") {
    super(`crashed ${when} ${method} of ${resource}, call ${sequence}`);
    this.name = "Crash";
  }
}
