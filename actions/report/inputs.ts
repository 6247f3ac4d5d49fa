import { Failure } from "../../shared/failure.ts";
import { quote } from "../../shared/schema/phrases.ts";

/** The inputs of action.yml, by name. */
export const INPUTS = {
  token: {},
  evidence: {},
  artifact: {},
  manifest: {},
  base: {},
  "pull-request": {},
  comment: {},
  report: {},
} as const;

/** What a workflow asks of `report`, checked. */
export interface ReportInputs {
  readonly token: string;
  /** A folder, as it was named. */
  readonly evidence: string;
  /** Where another run keeps the evidence. */
  readonly artifact: string;
  /** From the repository's top; null for every one that the pull request adds or changes. */
  readonly manifest: string | null;
  /** A commit or a branch; null for what the pull request is proposed to. */
  readonly base: string | null;
  /** Null for what the event says. */
  readonly pullRequest: number | null;
  readonly comment: CommentMode;
  /** The page, as it was named; null beside the evidence. */
  readonly report: string | null;
}

export type CommentMode = (typeof COMMENT_MODES)[number];

const COMMENT_MODES = ["update", "recreate", "hide-and-new", "off"] as const;
const NAME = "model-release-evidence";

/** The inputs as typed, every problem with them at once; an empty text is one that was not given. */
export function parseInputs(texts: Readonly<Record<keyof typeof INPUTS, string>>): ReportInputs {
  const problems: string[] = [];
  if (texts.token === "") problems.push("token is empty");
  const inputs: ReportInputs = {
    token: texts.token,
    evidence: texts.evidence || NAME,
    artifact: texts.artifact || NAME,
    manifest: texts.manifest === "" ? null : manifestPath(texts.manifest, problems),
    base: texts.base || null,
    pullRequest: texts["pull-request"] === "" ? null : pullRequestNumber(texts["pull-request"], problems),
    comment: commentMode(texts.comment, problems),
    report: texts.report || null,
  };
  if (problems.length === 0) return inputs;
  throw new Failure("usage", `${problems.join("; ")}.`, { fix: "Correct what is named." });
}

/** As the forge names files: `./churn/release.yaml` is `churn/release.yaml`. */
function manifestPath(text: string, problems: string[]): string {
  const parts = text.split("/").filter((part) => part !== "" && part !== ".");
  if (text.startsWith("/") || parts.includes("..") || parts.length === 0)
    problems.push(`manifest is ${quote(text)}, not a path from the repository's top such as churn/release.yaml`);
  return parts.join("/");
}

function pullRequestNumber(text: string, problems: string[]): number {
  if (!/^[1-9][0-9]{0,9}$/.test(text)) problems.push(`pull-request is ${quote(text)}, not a number such as 12`);
  return Number(text);
}

function commentMode(text: string, problems: string[]): CommentMode {
  const found = text === "" ? COMMENT_MODES[0] : COMMENT_MODES.find((one) => one === text);
  if (found === undefined) problems.push(`comment is ${quote(text)}, not one of ${COMMENT_MODES.join(", ")}`);
  return found ?? COMMENT_MODES[0];
}
