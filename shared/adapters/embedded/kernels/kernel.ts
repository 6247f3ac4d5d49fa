import { Failure } from "../../../failure.ts";
import type { Dtype, Shape } from "../../../ports/tensor.ts";
import type { Resources } from "../values/resource.ts";
import type { HostTensor, Value } from "../values/value.ts";
import { detachedView, toHost } from "../wasm/heap.ts";

/*
 * How a family of operators is added
 *
 * 1. One file per family, `kernels/<family>.ts`, exports one `Family`: TensorFlow's operator name → kernel.
 *    `kernels/table.ts` lists the families; nothing else is registered anywhere.
 * 2. A kernel is called once per node when the model is loaded, and returns what runs at every prediction. Read all
 *    attributes in this first call, by type: `node.int("axis")`. TensorFlow's defaults are filled in. A case that is not
 *    covered is `throw unsupported(node, "what")`: it is reported like a missing operator, before anything runs.
 *    `node.constant(i)` is the value of input i where it is known by then: parse patterns and pack weights once.
 * 3. `hostKernel(node => (inputs, context) => outputs)` is the usual form: inputs are host tensors, for which
 *    `values/tensor.ts` and `values/shape.ts` have what you need (`allocate`, `tensor`, `numbersOf`, `broadcastIndices`).
 *    Return one value, or an array in the order of the operator's outputs. Never write to an input; an output may
 *    share its input's data (`reshaped`), but nothing else may keep it (`detached` makes a copy that lasts).
 * 4. A plain kernel `node => (inputs, context) => outputs` sees any `Value`: resources, variants, tensors on the
 *    WebAssembly heap. Its outputs are the caller's: `share(input)` to return an input or keep it.
 * 5. State that outlives a prediction is a `Resource` from `context.resources.find(kind, name, make)`; what must not be
 *    shared between nodes (a generator's state) is a variable of the kernel's first call.
 * 6. Functions in attributes: `const body = node.function("f")` first, `context.call(body, inputs)` at run time.
 *    Call `context.checkDeadline()` in every loop whose length the model or its input decides.
 * 7. What the inputs make wrong is `throw invalid("…")`, with sizes and values in the message; the node's name is added.
 *    Every size read from an input is hostile: `allocate` refuses what is too large, so allocate before you loop.
 * 8. Integers wrap as in C; float32 results are rounded by storing them in a Float32Array; float16 and bfloat16 are 16
 *    bits to be widened (`values/half.ts`); int64 is BigInt; strings are bytes, not text; bool is 0 or 1.
 * 9. A table test per family compares with values that TensorFlow computed.
 */
export interface Kernel {
  (node: KernelNode): Run;
  /** It computes on the WebAssembly heap: constants that it reads are put there once. */
  readonly isOnHeap?: true;
}
export type Family = Readonly<Record<string, Kernel>>;
export interface Run {
  (inputs: readonly Value[], context: Context): Value | readonly Value[];
  /** The input that is a constant which it reads where it lies, so that it is not put on the heap. */
  readonly inPlace?: number;
}
export type HostRun = (inputs: readonly HostTensor[], context: Context) => HostTensor | readonly HostTensor[];

/** A node while its kernel is made. Every attribute has its value or TensorFlow's default, or is a Failure. */
export interface KernelNode {
  readonly name: string;
  readonly op: string;
  readonly inputCount: number;
  readonly outputCount: number;
  int(name: string): number;
  float(name: string): number;
  bool(name: string): boolean;
  string(name: string): string;
  bytes(name: string): Uint8Array;
  dtype(name: string): Dtype;
  shape(name: string): Shape;
  tensor(name: string): HostTensor;
  ints(name: string): readonly number[];
  /** Exact where an int does not fit a number: hash keys. */
  bigint(name: string): bigint;
  bigints(name: string): readonly bigint[];
  floats(name: string): readonly number[];
  strings(name: string): readonly string[];
  dtypes(name: string): readonly Dtype[];
  shapes(name: string): readonly Shape[];
  /** A function of the library, compiled for this node. */
  function(name: string): Callable;
  functions(name: string): readonly Callable[];
  /** What the compiler hands to a kernel of its own. */
  readonly made: object | null;
  /** The value of an input that is the same in every prediction, else null. */
  constant(input: number): HostTensor | null;
}

/** A function that a kernel may call. */
export interface Callable {
  readonly name: string;
  readonly inputCount: number;
  readonly outputCount: number;
}

/** What a running kernel may reach. */
export interface Context {
  readonly resources: Resources;
  /** Borrows the inputs; the outputs are the caller's, who releases or returns them. */
  call(callable: Callable, inputs: readonly Value[]): readonly Value[];
  /** Throws when the prediction has taken too long. */
  checkDeadline(): void;
  /** The bytes of one of the model's own assets, by the path that the graph holds. */
  asset(path: string): Uint8Array;
}

export function hostKernel(prepare: (node: KernelNode) => HostRun): Kernel {
  return (node) => {
    const run = prepare(node);
    return (inputs, context) => {
      const outputs = run(inputs.map(toHost), context);
      if (!inputs.some(({ kind }) => kind === "heap")) return outputs;
      return "kind" in outputs ? detachedView(outputs) : outputs.map(detachedView);
    };
  };
}

export function unsupported(node: KernelNode, what: string): Failure {
  return new Failure("operator-missing", `${node.op} with ${what}`, {
    fix: "Use --runtime tensorflow for this model.",
  });
}

/** The inputs ask for what TensorFlow refuses too. */
export function invalid(message: string): Failure {
  return new Failure("prediction-failed", message, {
    fix: "Send inputs of the shapes and values that the model was made for.",
  });
}
