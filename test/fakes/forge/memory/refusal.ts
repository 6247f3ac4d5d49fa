import { Failure, type FailureCode } from "../../../../shared/failure.ts";

export function missing(what: string): never {
  throw failure("forge-missing", `${what} is not there`);
}

export function refused(what: string): Failure {
  return failure("forge-refused", what);
}

export function tooLarge(what: string, maxBytes: number): Failure {
  return failure("limit-exceeded", `${what} has more than ${maxBytes} bytes`);
}

export function failure(code: FailureCode, message: string): Failure {
  return new Failure(code, message, { fix: "Correct the test." });
}
