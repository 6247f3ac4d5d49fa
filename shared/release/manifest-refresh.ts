import type { Signature } from "../ports/signature.ts";
import type { TensorSpec } from "../ports/tensor.ts";
import type { Change, Path } from "../schema/yaml-document.ts";
import { valueText } from "../schema/yaml-text.ts";
import { contractMismatches, shapeText } from "./contract.ts";

/** What an artifact says about itself: all that a manifest can be written from without a person. */
export interface ManifestFacts {
  /** The artifact's place, relative to the manifest. */
  readonly uri: string;
  readonly digest: string;
  readonly signatures: readonly Signature[];
  readonly tensorflowVersion: string | null;
  readonly kerasVersion: string | null;
}

/** One change of the text, and what a person is told about it. */
export interface Planned {
  readonly change: Change;
  readonly said: string;
}

/** What a refresh reads of a manifest, which need not be a valid one yet. */
export interface Draft {
  readonly model?: { readonly version?: unknown };
  readonly artifact?: { readonly digest?: unknown; readonly signatureName?: unknown };
  readonly contract?: Partial<Record<Side, unknown>>;
  readonly provenance?: { readonly framework?: Readonly<Record<string, unknown>> };
}

type Side = "inputs" | "outputs";

/** The changes that bring a manifest up to its artifact. */
export function planRefresh(draft: Draft, facts: ManifestFacts, signature: Signature): readonly Planned[] {
  return [
    ...planValue(draft, ["artifact", "digest"], facts.digest),
    ...planContract(draft, signature),
    ...planFramework(draft, facts),
  ];
}

export function frameworkOf({
  tensorflowVersion,
  kerasVersion,
}: ManifestFacts): Readonly<Record<string, string>> | undefined {
  if (!isVersion(tensorflowVersion)) return undefined;
  return { tensorflow: tensorflowVersion, ...(isVersion(kerasVersion) ? { keras: kerasVersion } : {}) };
}

/** Old graphs say `unknown`, hostile ones anything. */
function isVersion(version: string | null): version is string {
  return version !== null && version.length <= 64 && /^[0-9]+\.[0-9]+(\.[0-9]+)?[-+.a-zA-Z0-9]*$/.test(version);
}

export function tensorOf({ name, dtype, shape }: TensorSpec): TensorSpec {
  return { name, dtype, shape };
}

/** Two first members could not both be put into an empty mapping: it is written anew. */
function hasKeys(value: unknown): boolean {
  return isMapping(value) && Object.keys(value).length > 0;
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function planValue(draft: Draft, path: Path, value: string): readonly Planned[] {
  const before = path.reduce<unknown>((at, key) => (isMapping(at) ? at[key] : undefined), draft);
  if (before === value) return [];
  const said = `${path.join(".")}: ${before === undefined ? "absent" : String(before)} → ${value}`;
  return [{ change: { kind: "set", path, value }, said }];
}

function planContract(draft: Draft, signature: Signature): readonly Planned[] {
  if (hasKeys(draft.contract)) {
    return [...planTensors(draft, "inputs", signature), ...planTensors(draft, "outputs", signature)];
  }
  const value = { inputs: signature.inputs.map(tensorOf), outputs: signature.outputs.map(tensorOf) };
  return [{ change: { kind: "set", path: ["contract"], value }, said: "contract: written from the signature" }];
}

/** Tensors of the same name keep their place and all that a person knows about them. */
function planTensors(draft: Draft, side: Side, signature: Signature): readonly Planned[] {
  const declared = draft.contract?.[side];
  const actual = signature[side];
  const path: Path = ["contract", side];
  if (!Array.isArray(declared)) {
    const value = actual.map(tensorOf);
    return [{ change: { kind: "set", path, value }, said: `contract.${side}: written from the signature` }];
  }
  const real = new Map(actual.map((tensor) => [tensor.name, tensor]));
  const names = declared.map((tensor: unknown) => (isMapping(tensor) ? String(tensor.name) : ""));
  if (!names.some((name) => real.has(name))) {
    if (names.length === 0 && actual.length === 0) return [];
    const said = `contract.${side}: ${names.join(", ") || "none"} → ${actual.map(({ name }) => name).join(", ") || "none"}`;
    return [{ change: { kind: "set", path, value: actual.map(tensorOf) }, said }];
  }
  const gone = names.flatMap((name, index) => (real.has(name) ? [] : [index]));
  const kept = declared.flatMap((tensor: TensorSpec, index) => {
    const twin = real.get(names[index]!);
    return twin === undefined ? [] : planTensor(tensor, twin, side, index);
  });
  const removed = gone.map((index) => `contract.${side}: ${names[index] || `item ${index}`} is gone`);
  return [
    ...kept,
    ...(gone.length === 0
      ? []
      : [{ change: { kind: "remove" as const, path, indices: gone }, said: removed.join("; ") }]),
    ...planAdded(
      actual.filter(({ name }) => !names.includes(name)),
      side,
    ),
  ];
}

function planAdded(added: readonly TensorSpec[], side: Side): readonly Planned[] {
  if (added.length === 0) return [];
  const said = `contract.${side}: ${added.map(({ name }) => name).join(", ")} is new`;
  return [{ change: { kind: "append", path: ["contract", side], items: added.map(tensorOf) }, said }];
}

/** What the signature leaves open a person may know better: only what it denies is changed. */
function planTensor(declared: TensorSpec, actual: TensorSpec, side: Side, index: number): readonly Planned[] {
  const other = { inputs: [], outputs: [], [side]: [actual], name: "", method: "" };
  const contract = {
    inputs: [],
    outputs: [],
    evolution: "backward",
    [side]: [{ ...declared, shape: shapeOf(declared) }],
  } as const;
  const wrong = contractMismatches(contract, other).map(({ path }) => path.split(".").at(-1));
  const at: Path = ["contract", side, index];
  const label = `contract.${side}[${index}]`;
  const planned: Planned[] = [];
  if (wrong.includes("dtype")) {
    const said = `${label}.dtype: ${declared.dtype} → ${actual.dtype}`;
    planned.push({ change: { kind: "set", path: [...at, "dtype"], value: actual.dtype }, said });
  }
  if (wrong.includes("shape") || declared.shape === undefined) {
    const said = `${label}.shape: ${shapeText(shapeOf(declared))} → ${shapeText(actual.shape)}`;
    planned.push({ change: { kind: "set", path: [...at, "shape"], value: actual.shape }, said });
  }
  return planned;
}

function shapeOf({ shape }: TensorSpec): TensorSpec["shape"] {
  return Array.isArray(shape) && shape.every((size) => typeof size === "number") ? shape : null;
}

function planFramework(draft: Draft, facts: ManifestFacts): readonly Planned[] {
  const framework = frameworkOf(facts);
  if (framework === undefined) return [];
  const path: Path = ["provenance", "framework"];
  if (hasKeys(draft.provenance?.framework)) {
    return Object.entries(framework).flatMap(([key, version]) => planValue(draft, [...path, key], version));
  }
  return [
    { change: { kind: "set", path, value: framework }, said: `provenance.framework: absent → ${valueText(framework)}` },
  ];
}
