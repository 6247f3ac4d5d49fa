import type { ReportInputs } from "../report/inputs.ts";
import type { ReportPorts } from "../report/run.ts";
import type { StepPorts } from "../validate/run.ts";
import type { HalfInputs } from "./half-inputs.ts";

/** Only those of the half that is walked are made. */
export interface HalfPorts {
  readonly validate: () => Promise<StepPorts>;
  readonly report: (inputs: ReportInputs) => Promise<ReportPorts>;
}

export interface HalfStep {
  /** As action.yml names them. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly exitCode: number;
}

/** One half of the walk of a pull request, as the action of that name walks it: never both in one job. */
export async function walkHalf(asked: HalfInputs, ports: HalfPorts): Promise<HalfStep> {
  const { outputs, exitCode } = asked.half === "validate" ? await measured(asked, ports) : await told(asked, ports);
  return { outputs: { half: asked.half, ...outputs }, exitCode };
}

async function measured({ inputs }: Extract<HalfInputs, { half: "validate" }>, ports: HalfPorts): Promise<HalfStep> {
  const { validateAll } = await import("../validate/run.ts");
  const { status, evidence, needsValidation, exitCode } = await validateAll(inputs, await ports.validate());
  return { outputs: { verdict: status, evidence, "needs-validation": String(needsValidation) }, exitCode };
}

async function told({ inputs }: Extract<HalfInputs, { half: "report" }>, ports: HalfPorts): Promise<HalfStep> {
  const { report } = await import("../report/run.ts");
  const { verdict, result, commentId, reportPath, exitCode } = await report(inputs, await ports.report(inputs));
  return { outputs: { verdict, result, "comment-id": commentId, "report-path": reportPath }, exitCode };
}
