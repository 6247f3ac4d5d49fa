import type { Signature } from "../ports/signature.ts";
import type { Shape, TensorSpec } from "../ports/tensor.ts";
import { quote } from "../schema/phrases.ts";
import type { Contract, ContractInput, ContractOutput, Feature } from "../schema/release.types.ts";

export type { Contract, ContractInput, ContractOutput } from "../schema/release.types.ts";

/** One difference between what a manifest declares and what the artifact's signature says. */
export interface Mismatch {
  /** `inputs.features.dtype` */
  readonly path: string;
  readonly declared: string;
  readonly actual: string;
  readonly message: string;
}

/** Where the declared contract promises something else than the signature that is served. */
export function contractMismatches(contract: Contract, signature: Signature): readonly Mismatch[] {
  return [
    ...sideMismatches("inputs", contract.inputs, signature.inputs),
    ...sideMismatches("outputs", contract.outputs, signature.outputs),
  ];
}

export function featureName(feature: Feature): string {
  return typeof feature === "string" ? feature : feature.name;
}

/** The data columns of an input: its features, else the one column that is named as the input. */
export function featureNames(input: ContractInput): readonly string[] {
  return input.features?.map(featureName) ?? [input.name];
}

export function shapeText(shape: Shape): string {
  return shape === null ? "unknown rank" : `[${shape.join(", ")}]`;
}

/** How many numbers an output holds for each row; undefined when only a run can tell. */
export function widthOf({ shape }: ContractOutput): number | undefined {
  if (shape === null) return undefined;
  const last = shape.at(-1);
  return shape.length < 2 ? 1 : last === -1 ? undefined : last;
}

type Side = "inputs" | "outputs";

function sideMismatches(
  side: Side,
  declared: readonly TensorSpec[],
  actual: readonly TensorSpec[],
): readonly Mismatch[] {
  const real = new Map(actual.map((tensor) => [tensor.name, tensor]));
  const names = new Set(declared.map(({ name }) => name));
  const kind = side.slice(0, -1);
  return [
    ...declared.flatMap((tensor) => {
      const twin = real.get(tensor.name);
      return twin === undefined ? [absent(side, kind, tensor)] : tensorMismatches(side, tensor, twin);
    }),
    ...actual.filter(({ name }) => !names.has(name)).map((tensor) => undeclared(side, kind, tensor)),
  ];
}

function absent(side: Side, kind: string, { name }: TensorSpec): Mismatch {
  const message = `the signature has no ${kind} ${quote(name)} that the contract declares`;
  return { path: `${side}.${name}`, declared: name, actual: "absent", message };
}

function undeclared(side: Side, kind: string, { name }: TensorSpec): Mismatch {
  const message = `the signature has an ${kind} ${quote(name)} that the contract does not declare`;
  return { path: `${side}.${name}`, declared: "absent", actual: name, message };
}

function tensorMismatches(side: Side, declared: TensorSpec, actual: TensorSpec): readonly Mismatch[] {
  const path = `${side}.${declared.name}`;
  const found: Mismatch[] = [];
  if (declared.dtype !== actual.dtype) {
    const message = `${path} is declared ${declared.dtype}, and the signature says ${actual.dtype}`;
    found.push({ path: `${path}.dtype`, declared: declared.dtype, actual: actual.dtype, message });
  }
  const fits = side === "inputs" ? covers(actual.shape, declared.shape) : agrees(actual.shape, declared.shape);
  if (!fits) {
    const [promised, real] = [shapeText(declared.shape), shapeText(actual.shape)];
    const message = `${path} is declared ${promised}, and the signature says ${real}`;
    found.push({ path: `${path}.shape`, declared: promised, actual: real, message });
  }
  return found;
}

/** Every tensor of the narrower shape is one of the wider. */
export function covers(wider: Shape, narrower: Shape): boolean {
  if (wider === null) return true;
  if (narrower === null || narrower.length !== wider.length) return false;
  return wider.every((size, index) => size === -1 || size === narrower[index]);
}

/** A graph often knows less about its output than its author does: what neither denies agrees. */
function agrees(a: Shape, b: Shape): boolean {
  if (a === null || b === null) return true;
  return a.length === b.length && a.every((size, index) => size === -1 || b[index] === -1 || size === b[index]);
}
