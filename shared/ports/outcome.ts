/** What became of something that was asked of a remote service: a value to act on, never an exception. */
export type Outcome<Value> = Done<Value> | NotDone;

export type NotDone = Conflict | Absent | Ambiguous | Refused;

export interface Done<Value> {
  readonly kind: "done";
  readonly value: Value;
}

/** Somebody else wrote first, so nothing was written: read again, and plan again. */
export interface Conflict {
  readonly kind: "conflict";
  readonly message: string;
}

/** What was named is not there; the message says which. */
export interface Absent {
  readonly kind: "absent";
  readonly message: string;
}

/** The answer was lost: it may have happened, or may yet happen. Read back before anything else is written. */
export interface Ambiguous {
  readonly kind: "ambiguous";
  readonly message: string;
}

/** It was not done, and would not be done if it were only asked again. */
export interface Refused {
  readonly kind: "refused";
  readonly reason: RefusalReason;
  readonly message: string;
  /** One imperative sentence. */
  readonly fix: string;
}

/** What was started goes on beyond the time that one wanted to wait. */
export interface Running {
  readonly kind: "running";
}

export type RefusalReason = PlatformReason | ReleaseReason | AccessReason;

/**
 * The platform's own: the same may succeed later, unchanged. `capacity`: no such machine is free; `quota`: the project
 * may have no more; `rate`: too many calls; `unavailable`: no answer worth the name until the deadline.
 */
export type PlatformReason = "capacity" | "quota" | "rate" | "unavailable";

/**
 * The release's: `artifact`: files that are not there, not readable or of another format, or an image that is not;
 * `crashed`: its server ended or never became healthy; `invalid`: a request that can never be right; `state`: right at
 * another time, such as undeploying what still has traffic.
 */
export type ReleaseReason = "artifact" | "crashed" | "invalid" | "state";

/** Who asks: `credentials` are missing, wrong or expired; `permission` is not granted to them. */
export type AccessReason = "credentials" | "permission";
