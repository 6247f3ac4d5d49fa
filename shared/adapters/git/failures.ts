import { Failure } from "../../failure.ts";
import { quote } from "../../schema/phrases.ts";
import { saidBy } from "./said.ts";

/** Git could not be started, or was ended. */
export function callFailure(error: unknown, folder: string): Failure {
  if (error instanceof Failure) return error;
  const said = error instanceof Error ? error.message : String(error);
  if (/\bENOENT\b/.test(said)) {
    return new Failure("tool-missing", "git is not on this machine's search path", {
      fix: "Install git, or add it to PATH.",
      cause: error,
    });
  }
  const what = /timeout/i.test(said) ? "git did not answer in time" : `git could not be run: ${saidBy(said, /\S/)}`;
  return new Failure("tool-failed", `${folder}: ${what}`, { fix: "Check the disk and run again.", cause: error });
}

/** Git refused a command that has to succeed in a sound repository. */
export function refusedFailure(folder: string, command: readonly string[], stderr: string): Failure {
  const said = saidBy(stderr.replace(/^(fatal|error): /, ""), /\S/);
  return new Failure("tool-failed", `${folder}: git ${command[0]} failed: ${quote(said)}`, {
    fix: "Run git fsck in the repository, and fetch again what is missing.",
  });
}

export function missingFailure(shown: string): Failure {
  return new Failure("tool-failed", `${shown} is not in this clone, which leaves files out`, {
    fix: "Run git fetch --refetch --no-filter, or clone without a filter.",
  });
}

export function outputFailure(folder: string, command: readonly string[]): Failure {
  return new Failure("limit-exceeded", `${folder}: git ${command[0]} lists more than can be looked at`, {
    fix: "Take generated files out of the repository.",
  });
}
