import { Failure } from "../../failure.ts";

/** The addon of `@tensorflow/tfjs-node-gpu`, as far as it is used. Tensors are its own, known by number. */
export interface Binding {
  readonly TF_Version: string;
  readonly TF_ATTR_TYPE: number;
  readonly TF_ATTR_BOOL: number;
  isUsingGpuDevice(): boolean;
  /** An array of numbers holds int64 as pairs of 32 bits. */
  createTensor(shape: readonly number[], dtype: number, data: Numbers | readonly Uint8Array[]): number;
  deleteTensor(id: number): void;
  tensorDataSync(id: number): Numbers | BigInt64Array | readonly Uint8Array[];
  executeOp(operator: string, attributes: readonly Attribute[], inputs: readonly number[], outputs: number): Produced[];
  loadSavedModel(directory: string, tags: string): number;
  deleteSavedModel(id: number): void;
  /** Names are tensors' names, with commas between them. */
  runSavedModel(id: number, inputs: readonly number[], inputNames: string, outputNames: string): Produced[];
}

export type Numbers = Float32Array | Int32Array | Uint8Array;

export interface Attribute {
  readonly name: string;
  readonly type: number;
  readonly value: number | boolean;
}

export interface Produced {
  readonly id: number;
  readonly dtype: number;
  readonly shape: readonly number[];
}

const loaded = new Map<string, Binding>();

/**
 * The addon by itself: the package's own JavaScript calls functions of `node:util` that Node 23 has removed, and
 * nothing of it is needed. A process has one TensorFlow, so what the environment says is settled here.
 */
export function loadBinding(addon: string): Binding {
  const known = loaded.get(addon);
  if (known !== undefined) return known;
  const module = { exports: {} };
  try {
    process.dlopen(module, addon);
  } catch (cause) {
    throw new Failure("runtime-missing", `${addon} cannot be loaded: ${firstLine(cause)}`, {
      fix: "Run `model-release setup` again on this machine, and `model-release doctor` if that does not help.",
      cause,
    });
  }
  const binding = module.exports as Binding;
  loaded.set(addon, binding);
  return binding;
}

export function firstLine(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return message.split("\n", 1)[0]!;
}
