import { Failure } from "../../failure.ts";

/** Why a text is no predicate that may be used. */
export interface PredicateFault {
  /** Where in the text, from 0. */
  readonly at: number;
  readonly message: string;
  readonly fix: string;
}

export function fault(at: number, message: string, fix: string): PredicateFault {
  return { at, message, fix };
}

/** How the parser leaves what it cannot read: caught where it is entered. */
export function misread(found: PredicateFault): Failure {
  return new Failure("manifest-invalid", found.message, { fix: found.fix, cause: found });
}
