import { Failure } from "../../shared/failure.ts";
import type { Shard } from "../../shared/ports/dataset.ts";
import type { Runtime } from "../../shared/ports/runtime.ts";

/** The inputs of action.yml, by name. */
export const INPUTS = {
  manifest: {},
  champion: {},
  runtime: {},
  device: {},
  shard: {},
  out: {},
  artifact: {},
  "allow-untrusted": {},
  only: {},
} as const;

/** What a person asks of `validate`, checked. */
export interface ValidateInputs {
  /** The challenger's manifest, as it was named. */
  readonly manifest: string;
  /** Another manifest, or a commit of the repository; null for what the base branch names. */
  readonly champion: string | null;
  readonly runtime: Runtime["name"] | "auto";
  readonly device: "auto" | "cpu" | "gpu";
  readonly shard: Shard | null;
  /** The folder that is written; null for none. */
  readonly out: string | null;
}

/** What a workflow asks of the action. */
export interface StepInputs extends Omit<ValidateInputs, "manifest" | "out"> {
  /** Null for every one that the pull request adds or changes. */
  readonly manifest: string | null;
  /** Each release is given a folder in it. */
  readonly out: string;
  /** What the run keeps the evidence as; null where it keeps none. */
  readonly artifact: string | null;
  /** Somebody has looked at the pull request before this job was let through. */
  readonly isTrusted: boolean;
  /** Validates only where nothing has to be loaded, and else says that something has. */
  readonly isDeciding: boolean;
}

type StepTexts = Readonly<Record<keyof typeof INPUTS, string>>;
type ValidateTexts = Omit<StepTexts, "artifact" | "allow-untrusted" | "only">;

const DEFAULT_OUT = "model-release-evidence";
const RUNTIMES = ["auto", "tensorflow", "embedded"] as const;
const DEVICES = ["auto", "cpu", "gpu"] as const;
const DECIDING = "reverts";
const APPROVED = "environment-approved";
const MOST_SHARDS = 1000;

/** The inputs as typed, every problem with them at once; an empty text is one that was not given. */
export function parseInputs(texts: ValidateTexts, found: readonly string[] = []): ValidateInputs {
  const problems = [...found];
  const choice = <T extends string>(name: string, text: string, choices: readonly [T, ...T[]]): T => {
    const found = text === "" ? choices[0] : choices.find((one) => one === text);
    if (found === undefined) problems.push(`${name} is ${JSON.stringify(text)}, not one of ${choices.join(", ")}`);
    return found ?? choices[0];
  };
  const inputs: ValidateInputs = {
    manifest: texts.manifest,
    champion: texts.champion || null,
    runtime: choice("runtime", texts.runtime, RUNTIMES),
    device: choice("device", texts.device, DEVICES),
    shard: texts.shard === "" ? null : shardOf(texts.shard, problems),
    out: texts.out || null,
  };
  if (inputs.shard !== null && inputs.out === null)
    problems.push("a shard needs a folder for its scores, named as out");
  if (problems.length === 0) return inputs;
  throw new Failure("usage", `${problems.join("; ")}.`, { fix: "Correct what is named." });
}

/** A job asks TensorFlow, as the endpoint will, unless it says otherwise. */
export function parseStepInputs(texts: StepTexts): StepInputs {
  const out = texts.out || DEFAULT_OUT;
  const isTrusted = texts["allow-untrusted"] === APPROVED;
  const problems = isTrusted || texts["allow-untrusted"] === "" ? [] : [trustText(texts["allow-untrusted"])];
  if (texts.only !== "" && texts.only !== DECIDING)
    problems.push(`only is ${JSON.stringify(texts.only)}, not ${DECIDING}`);
  const inputs = parseInputs({ ...texts, runtime: texts.runtime || "tensorflow", out }, problems);
  return {
    ...inputs,
    manifest: texts.manifest || null,
    out,
    artifact: artifactOf(texts.artifact, inputs.shard),
    isTrusted,
    isDeciding: texts.only === DECIDING,
  };
}

/** Jobs of a matrix keep their parts side by side. */
function artifactOf(text: string, shard: Shard | null): string | null {
  if (text === "none") return null;
  const name = text || DEFAULT_OUT;
  return shard === null ? name : `${name}-${shard.index + 1}-of-${shard.count}`;
}

function trustText(text: string): string {
  return `allow-untrusted is ${JSON.stringify(text)}, not ${APPROVED}, which an environment with approval warrants`;
}

/** `2/7` is the second of seven. */
function shardOf(text: string, problems: string[]): Shard | null {
  const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? [];
  const shard = { index: Number(index) - 1, count: Number(count) };
  if (shard.index >= 0 && shard.index < shard.count && shard.count <= MOST_SHARDS) return shard;
  problems.push(`shard is ${JSON.stringify(text)}, not such as 1/4, the first of four (of ${MOST_SHARDS} at most)`);
  return null;
}
