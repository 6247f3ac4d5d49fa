import { entry } from "../../shared/action/entry.ts";
import { maskSecret, readInputs, writeOutputs } from "../../shared/action/step.ts";
import { halfPorts } from "../wiring/half-ports.ts";
import { walkHalf } from "./half.ts";
import { INPUTS, parseHalfInputs } from "./half-inputs.ts";

await entry(async () => {
  const texts = readInputs(INPUTS);
  if (texts.token !== "") maskSecret(texts.token);
  const { outputs, exitCode } = await walkHalf(parseHalfInputs(texts, process.env.GITHUB_EVENT_NAME ?? ""), halfPorts);
  writeOutputs(outputs);
  return exitCode;
});
