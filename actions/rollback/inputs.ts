import { Failure } from "../../shared/failure.ts";
import { quote } from "../../shared/schema/phrases.ts";

/** The inputs of action.yml, by name. */
export const INPUTS = { token: {}, manifest: {}, to: {}, reason: {}, "timeout-minutes": {} } as const;

/** What a workflow asks of `rollback`, checked. */
export interface RollbackInputs {
  readonly token: string;
  /** As it was named. */
  readonly manifest: string;
  /** A version that was healthy; null for the one before. */
  readonly to: string | null;
  readonly reason: string;
  readonly timeoutMinutes: number;
}

const REASON = "a person took it back";
const LONGEST_REASON = 2_000;
const TIMEOUT_MINUTES = 60;
const MOST_MINUTES = 24 * 60;

/** The inputs as typed, every problem with them at once; an empty text is one that was not given. */
export function parseInputs(texts: Readonly<Record<keyof typeof INPUTS, string>>): RollbackInputs {
  const problems: string[] = [];
  const minutes = texts["timeout-minutes"];
  const timeoutMinutes = minutes === "" ? TIMEOUT_MINUTES : /^[1-9][0-9]{0,3}$/.test(minutes) ? Number(minutes) : 0;
  if (texts.manifest === "") problems.push("manifest is empty");
  if (timeoutMinutes === 0 || timeoutMinutes > MOST_MINUTES)
    problems.push(`timeout-minutes is ${quote(minutes)}, not a number from 1 to ${MOST_MINUTES}`);
  if (problems.length > 0) throw new Failure("usage", `${problems.join("; ")}.`, { fix: "Correct what is named." });
  return {
    token: texts.token,
    manifest: texts.manifest,
    to: texts.to || null,
    reason: (texts.reason || REASON).slice(0, LONGEST_REASON),
    timeoutMinutes,
  };
}
