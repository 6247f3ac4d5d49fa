import { Failure } from "../../shared/failure.ts";
import { quote } from "../../shared/schema/phrases.ts";

/** The inputs of action.yml, by name. */
export const INPUTS = {
  token: {},
  manifest: {},
  wait: {},
  "timeout-minutes": {},
  evidence: {},
  "dry-run": {},
} as const;

/** What a workflow asks of `promote`, checked. */
export interface PromoteInputs {
  readonly token: string;
  /** As it was named; null for every release.yaml of the default branch. */
  readonly manifest: string | null;
  readonly isPatient: boolean;
  readonly timeoutMinutes: number;
  /** The folder of a verdict that counts as a pass; null for what is on record. */
  readonly evidence: string | null;
  readonly isDryRun: boolean;
}

const TIMEOUT_MINUTES = 330;
const MOST_MINUTES = 7 * 24 * 60;

/** The inputs as typed, every problem with them at once; an empty text is one that was not given. */
export function parseInputs(texts: Readonly<Record<keyof typeof INPUTS, string>>): PromoteInputs {
  const problems: string[] = [];
  const inputs: PromoteInputs = {
    token: texts.token,
    manifest: texts.manifest || null,
    isPatient: choice("wait", texts.wait, problems),
    timeoutMinutes: minutes(texts["timeout-minutes"], problems),
    evidence: texts.evidence || null,
    isDryRun: choice("dry-run", texts["dry-run"], problems),
  };
  if (problems.length === 0) return inputs;
  throw new Failure("usage", `${problems.join("; ")}.`, { fix: "Correct what is named." });
}

function choice(name: string, text: string, problems: string[]): boolean {
  if (text !== "" && text !== "true" && text !== "false") problems.push(`${name} is ${quote(text)}, not true or false`);
  return text === "true";
}

function minutes(text: string, problems: string[]): number {
  if (text === "") return TIMEOUT_MINUTES;
  const count = /^[1-9][0-9]{0,4}$/.test(text) ? Number(text) : Number.NaN;
  if (!(count <= MOST_MINUTES))
    problems.push(`timeout-minutes is ${quote(text)}, not a number from 1 to ${MOST_MINUTES}`);
  return count;
}
