import { Failure } from "../../../shared/failure.ts";
import type { SavedModel } from "../../../shared/model/graph.ts";
import type { SafetyFinding } from "../../../shared/model/safety/finding.ts";
import { readSavedModel } from "../../../shared/model/saved-model.ts";
import { scanModel } from "../../../shared/model/scan-model.ts";
import { parseRequest, type ServingRequest } from "../../../shared/model/serving/request.ts";
import { printResponse } from "../../../shared/model/serving/response.ts";
import { servingMetaGraph, servingSignatures } from "../../../shared/model/signatures.ts";
import type { Signature } from "../../../shared/ports/signature.ts";
import { nearest } from "../../../shared/schema/nearest.ts";
import type { CommandPorts, CommandResult, Invocation, RuntimeChoice } from "./command.ts";

const DEFAULT_SIGNATURE = "serving_default";
const RUNTIMES: readonly RuntimeChoice[] = ["auto", "tensorflow", "embedded"];
const MAX_REQUEST_BYTES = 2 ** 29;

/** The serving API's request in, its response out, by a model in a process of its own. */
export async function predict({ operands, options }: Invocation, ports: CommandPorts): Promise<CommandResult> {
  const directory = ports.resolve(operands[0]!);
  const choice = runtimeChoice(options.get("runtime"));
  const request = await readRequest(options.get("input"), ports);
  const savedModel = await readSavedModel(directory, ports.files);
  const entries = await ports.files.list(directory);
  const [finding] = await scanModel({ directory, model: savedModel, entries }, ports.files);
  if (finding !== undefined) return refusal(finding, operands[0]!, ports);

  const signature = signatureOf(savedModel, signatureName(options.get("signature"), request));
  const inputs = request.inputs(signature);
  const runtime = await ports.runtime(choice);
  await using model = await runtime.load({ directory, signatureName: signature.name });
  const response = printResponse(await model.predict(inputs), request.form);
  return { exitCode: 0, document: null, text: () => response };
}

function runtimeChoice(given: string | true | undefined): RuntimeChoice {
  const choice = RUNTIMES.find((known) => known === (given ?? "auto"));
  if (choice !== undefined) return choice;
  throw new Failure("usage", `There is no runtime "${given}".`, { fix: `Choose from ${RUNTIMES.join(", ")}.` });
}

async function readRequest(input: string | true | undefined, ports: CommandPorts): Promise<ServingRequest> {
  if (typeof input !== "string") {
    throw new Failure("usage", "`predict` needs a request.", {
      fix: "Give --input request.json, or --input - to pipe it.",
    });
  }
  const bytes = await ports.readInput(input, MAX_REQUEST_BYTES);
  return parseRequest(bytes, input === "-" ? "standard input" : input);
}

/** What TensorFlow Serving answers when it cannot. */
function refusal(finding: SafetyFinding, shown: string, { log }: CommandPorts): CommandResult {
  const where = [...finding.path, finding.node ?? finding.file].join(" → ");
  const error = `The model is not safe to load: ${where}: ${finding.reason}`;
  log.info(`${error}\nRun \`model-release inspect ${shown}\` for all that was found.`);
  return { exitCode: 1, document: null, text: () => JSON.stringify({ error }).replaceAll("##[", "##\\u005b") };
}

function signatureName(option: string | true | undefined, { signatureName: asked }: ServingRequest): string {
  if (typeof option !== "string") return asked ?? DEFAULT_SIGNATURE;
  if (asked === null || asked === option) return option;
  throw new Failure(
    "usage",
    `--signature is ${JSON.stringify(option)}, but the request asks for ${JSON.stringify(asked)}.`,
    {
      fix: "Leave out one of them.",
    },
  );
}

function signatureOf(model: SavedModel, name: string): Signature {
  const metaGraph = servingMetaGraph(model);
  const signatures = metaGraph === undefined ? [] : servingSignatures(metaGraph);
  const found = signatures.find((signature) => signature.name === name);
  if (found !== undefined) return found;
  const names = signatures.map((signature) => signature.name);
  const near = nearest(name, names);
  const fix =
    names.length === 0
      ? "Export the model with a serving signature."
      : `Ask with --signature for ${near ?? names.slice(0, 20).join(" or ")}.`;
  throw new Failure("request-invalid", `The model has no signature ${JSON.stringify(name)}.`, { fix });
}
