import { entry } from "../../shared/action/entry.ts";
import { maskSecret, readInputs, writeOutputs } from "../../shared/action/step.ts";
import { reportPorts } from "../wiring/report-ports.ts";
import { INPUTS, parseInputs } from "./inputs.ts";
import { report } from "./run.ts";

await entry(async () => {
  const inputs = parseInputs(readInputs(INPUTS));
  maskSecret(inputs.token);
  const { verdict, result, commentId, reportPath, exitCode } = await report(inputs, await reportPorts(inputs));
  writeOutputs({ verdict, result, "comment-id": commentId, "report-path": reportPath });
  return exitCode;
});
