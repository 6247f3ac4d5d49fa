import { entry } from "../../shared/action/entry.ts";
import { readInputs, writeOutputs } from "../../shared/action/step.ts";
import { validateStepPorts } from "../wiring/validate-step-ports.ts";
import { INPUTS, parseStepInputs } from "./inputs.ts";
import { validateAll } from "./run.ts";

await entry(async () => {
  const step = await validateAll(parseStepInputs(readInputs(INPUTS)), validateStepPorts());
  const { status, evidence, needsValidation } = step;
  writeOutputs({ status, evidence, "needs-validation": String(needsValidation) });
  return step.exitCode;
});
