import { exportVariable, getInput, setOutput, setSecret } from "@actions/core";
import { Failure } from "../failure.ts";

/** The inputs of a step by name; one that is not given is empty. */
export function readInputs<Name extends string>(inputs: Readonly<Record<Name, object>>): Record<Name, string> {
  const names = Object.keys(inputs) as Name[];
  return Object.fromEntries(names.map((name) => [name, getInput(name)])) as Record<Name, string>;
}

/** From here on the runner shows asterisks in its place. */
export function maskSecret(secret: string): void {
  setSecret(secret);
}

/** What later steps may read, and the variables that they inherit. */
export function writeOutputs(
  outputs: Readonly<Record<string, string | boolean>>,
  variables: Readonly<Record<string, string>> = {},
): void {
  try {
    for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
    for (const [name, value] of Object.entries(variables)) exportVariable(name, value);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Failure("io", `what this step found could not be told to those after it: ${why}`, {
      fix: "Leave GITHUB_OUTPUT and GITHUB_ENV as the runner sets them.",
      cause,
    });
  }
}
