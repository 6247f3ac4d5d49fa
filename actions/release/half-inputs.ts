import { Failure } from "../../shared/failure.ts";
import { quote } from "../../shared/schema/phrases.ts";
import { parseInputs, INPUTS as REPORT, type ReportInputs } from "../report/inputs.ts";
import { parseStepInputs, type StepInputs, INPUTS as VALIDATE } from "../validate/inputs.ts";

/** The inputs of action.yml, by name: those of both halves, and which half it is. */
export const INPUTS = { half: {}, ...VALIDATE, ...REPORT } as const;

/** What the event and the token make of one step: a walk's first half, which runs a model, or its second, which writes. */
export type HalfInputs =
  | { readonly half: "validate"; readonly inputs: StepInputs }
  | { readonly half: "report"; readonly inputs: ReportInputs };

type Texts = Readonly<Record<keyof typeof INPUTS, string>>;

/** Events about a head that has been measured already. */
const AFTERWARDS: ReadonlySet<string> = new Set(["pull_request_review", "workflow_run"]);

export function parseHalfInputs(texts: Texts, event: string): HalfInputs {
  const half = halfOf(texts, event);
  if (half === "report") return { half, inputs: parseInputs(texts) };
  if (texts.token === "") return { half, inputs: parseStepInputs(texts) };
  throw new Failure("usage", "half is validate, and a token is given: what runs a model gets none", {
    fix: "Take the token out, and report in a job of its own.",
  });
}

/** Whoever is given a token writes; whoever is given none measures. */
function halfOf({ half, token }: Texts, event: string): HalfInputs["half"] {
  if (half === "validate" || half === "report") return half;
  if (half === "" || half === "auto") return token !== "" || AFTERWARDS.has(event) ? "report" : "validate";
  throw new Failure("usage", `half is ${quote(half)}, not auto, validate or report`, { fix: "Correct what is named." });
}
