import { entry } from "../../shared/action/entry.ts";
import { maskSecret, readInputs, writeOutputs } from "../../shared/action/step.ts";
import { deliveryStepPorts } from "../wiring/delivery-step-ports.ts";
import { INPUTS, parseInputs } from "./inputs.ts";
import { promoteAll } from "./run.ts";

await entry(async () => {
  const inputs = parseInputs(readInputs(INPUTS));
  maskSecret(inputs.token);
  const { outcome, result, incidents, exitCode } = await promoteAll(inputs, deliveryStepPorts(inputs));
  writeOutputs({ outcome, result, "incident-path": incidents });
  return exitCode;
});
