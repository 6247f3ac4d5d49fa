import { Failure } from "../failure.ts";
import type { Signature } from "../ports/signature.ts";
import type { TensorSpec } from "../ports/tensor.ts";
import { list } from "../schema/phrases.ts";
import { accept } from "../schema/validate.ts";
import { parseYaml } from "../schema/yaml.ts";
import { editYaml } from "../schema/yaml-document.ts";
import { scalarText, valueText } from "../schema/yaml-text.ts";
import { PLACEHOLDER } from "./completeness.ts";
import { readManifest } from "./manifest.ts";
import { type Draft, frameworkOf, isMapping, type ManifestFacts, planRefresh, tensorOf } from "./manifest-refresh.ts";

export type { ManifestFacts } from "./manifest-refresh.ts";

export interface Refreshed {
  readonly text: string;
  /** What changed, each as `artifact.digest: old → new`; empty when the text is byte for byte the same. */
  readonly changes: readonly string[];
  readonly warnings: readonly string[];
}

/** What a person has named besides, so that rows and golden cases are part of the first manifest. */
export interface MeasuredBy {
  readonly evaluation: {
    readonly task: string;
    readonly dataset: { readonly uri: string };
    readonly label: string;
  };
  readonly golden: { readonly file: string };
  /** The columns of the model's only input, in order; null where columns are named as the inputs. */
  readonly features: readonly string[] | null;
}

/** A manifest for an artifact that has none: valid at once, with TODO where only a person knows. */
export function writeManifest(facts: ManifestFacts, measuredBy: MeasuredBy | null = null): string {
  const signature = chooseSignature(facts.signatures, undefined);
  const named = signature.name === "serving_default" ? "" : `\n  signatureName: ${scalarText(signature.name)}`;
  return `# yaml-language-server: $schema=https://raw.githubusercontent.com/OWNER/model-release/COMMIT/shared/schema/release.schema.json
apiVersion: model-release/v1
model:
  name: ${guessName(facts.uri)} # TODO: the model's name, the same in every release
  version: 0.1.0 # TODO: raise it with every release
  owner: ${PLACEHOLDER} # TODO: the team that is notified
  # TODO: description, intendedUse, limitations, approvers, runbook and risk, for the model card
artifact:
  uri: ${scalarText(facts.uri)}
  digest: ${facts.digest}${named}
${provenanceText(facts)}
# TODO: preprocessing: {embedded: true} if the model takes raw features, else ref, digest and parityCases
contract:
  # TODO: features, ranges and nullable of each input; range and labels of each output; consumers
  inputs:${tensorLines(signature.inputs, measuredBy?.features ?? null)}
  outputs:${tensorLines(signature.outputs)}
${measuredBy === null ? UNMEASURED : measuredText(measuredBy)}
# TODO: serving and target, before the first promotion
`;
}

/** Brings what the artifact decides up to date, and leaves all else as the person wrote it. */
export function refreshManifest(text: string, facts: ManifestFacts, file: string): Refreshed {
  const draft = readDraft(text, file);
  const signature = chooseSignature(facts.signatures, draft.artifact?.signatureName);
  const planned = planRefresh(draft, facts, signature);
  const refreshed = editYaml(
    text,
    planned.map(({ change }) => change),
    file,
  );
  const warnings = [...sameVersion(draft, facts), ...problemsLeft(refreshed, file)];
  return { text: refreshed, changes: planned.map(({ said }) => said), warnings };
}

function readDraft(text: string, file: string): Draft {
  const value = accept(parseYaml(text, file), "manifest-invalid");
  if (isMapping(value)) return value as Draft;
  throw new Failure("manifest-invalid", `${file} is no manifest: it holds no mapping`, {
    fix: "Write a new one with `model-release pack`.",
  });
}

/** The one that the manifest names, else the usual one, else the first. */
export function chooseSignature(signatures: readonly Signature[], wanted: unknown): Signature {
  const name = typeof wanted === "string" ? wanted : "serving_default";
  const named = signatures.find((signature) => signature.name === name);
  const chosen = named ?? (wanted === undefined ? signatures[0] : undefined);
  if (chosen !== undefined) return chosen;
  const names = signatures.map((signature) => signature.name);
  const has = names.length === 0 ? "it has none" : `it has ${list(names, 6)}`;
  throw new Failure("manifest-invalid", `the model has no signature ${JSON.stringify(name)}: ${has}`, {
    fix: names.length === 0 ? "Save the model with a signature." : "Correct artifact.signatureName.",
  });
}

/** The folder's name as a model's; a folder that is only a version is named by the one around it. */
function guessName(uri: string): string {
  const parts = uri.split("/").filter((part) => !/^(\.*|v?[0-9.]+|gs:|saved_?model|model)$/i.test(part));
  const name = (parts.at(-1) ?? "model")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^[-0-9]+|-+$/g, "");
  return name.slice(0, 63).replace(/-+$/, "") || "model";
}

function provenanceText(facts: ManifestFacts): string {
  const framework = frameworkOf(facts);
  const more = "codeRevision, trainingWindow, trainingData and dependencies, so that it can be built again";
  if (framework === undefined) return `# TODO: provenance: framework, ${more}`;
  return `provenance:\n  framework: ${valueText(framework)}\n  # TODO: ${more}`;
}

function tensorLines(tensors: readonly TensorSpec[], features: readonly string[] | null = null): string {
  if (tensors.length === 0) return " []";
  const named = features === null ? {} : { features };
  return tensors.map((tensor) => `\n    - ${valueText({ ...tensorOf(tensor), ...named })}`).join("");
}

/** The first validation is tried by somebody who waits for it: the defaults take two minutes, these take one third. */
const BRIEF = `
  latency: {durationSeconds: 10} # TODO: p95Ms; 30 s or more where it decides
  soak: {durationSeconds: 15} # TODO: maxBytesPerMinute; a minute or more where it decides`;

const UNMEASURED = `# TODO: evaluation: {task: …, dataset: {uri: …}, label: …}, then a threshold in gates.quality.metrics
# TODO: golden: {file: golden.jsonl}
gates:
  quality: {level: "off"} # TODO: take this line out once evaluation is there: until then nobody judges the model
  golden: {level: "off"} # TODO: take this line out once golden is there: until then no answer is checked${BRIEF}`;

function measuredText({ evaluation, golden }: MeasuredBy): string {
  return `evaluation: ${valueText(evaluation)} # TODO: slices that have to be good, too
golden: ${valueText(golden)}
gates:
  quality: {level: "off"} # TODO: metrics: {…: {min: …, maxLoss: …}} in place of level: until then nobody judges the model${BRIEF}`;
}

function sameVersion({ model, artifact }: Draft, { digest }: ManifestFacts): readonly string[] {
  if (artifact?.digest === undefined || artifact.digest === digest) return [];
  const version = String(model?.version);
  return [`artifact.digest changed and model.version is still ${version}: raise it, unless it was never merged`];
}

/** What the artifact's new facts contradict is a person's to settle: features that no longer fit the shape, labels. */
function problemsLeft(text: string, file: string): readonly string[] {
  try {
    readManifest(text, file);
    return [];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.problems.map(({ line, column, message, fix }) => `${file}:${line}:${column}: ${message}. ${fix}`);
  }
}
