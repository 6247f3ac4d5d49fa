import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type BackendWasm, setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { backend, getKernel, type KernelFunc, setBackend, type TensorInfo } from "@tensorflow/tfjs-core";
import { Failure } from "../../../failure.ts";

export type Attributes = Readonly<Record<string, unknown>>;
export type Inputs = Readonly<Record<string, TensorInfo>>;

const BINARY = "tfjs-backend-wasm-simd.wasm";

let starting: Promise<void> | null = null;
let running: BackendWasm | null = null;
const kernels = new Map<string, KernelFunc>();

/** The backend is one per process, as tfjs has it; the models in a process share its heap. */
export function startWasm(): Promise<void> {
  starting ??= start();
  return starting;
}

export function wasm(): BackendWasm {
  if (running === null) throw new Error("the WebAssembly backend was not started");
  return running;
}

export type NativeCall = (...args: readonly (number | Uint8Array)[]) => void;

/** What Emscripten gives its modules, and the package's types leave out. */
export interface Emscripten {
  readonly HEAPU8: Uint8Array;
  readonly asm: { readonly memory: object };
  cwrap(name: string, returns: null, takes: readonly string[]): NativeCall;
}

export function emscripten(): Emscripten {
  return wasm().wasm as unknown as Emscripten;
}

/**
 * Runs one of the backend's kernels without tfjs's engine around it, which keeps books for gradients and scopes and
 * costs more than a small kernel. What comes back is the caller's to dispose of.
 */
export function runKernel(name: string, inputs: Inputs, attributes: Attributes = {}): TensorInfo {
  let kernel = kernels.get(name);
  if (kernel === undefined) {
    kernel = getKernel(name, "wasm").kernelFunc;
    kernels.set(name, kernel);
  }
  return kernel({ inputs, backend: wasm(), attrs: attributes as never }) as TensorInfo;
}

async function start(): Promise<void> {
  setWasmPaths(binaryFolder());
  try {
    if (!(await setBackend("wasm"))) throw new Error("the backend refused to start");
    running = backend() as BackendWasm;
  } catch (cause) {
    throw new Failure("runtime-missing", `the WebAssembly backend did not start from ${binaryFolder()}`, {
      fix: "Install the packages again with npm ci.",
      cause,
    });
  }
}

/** Beside the bundle where there is one, else in the package. */
function binaryFolder(): string {
  const beside = fileURLToPath(new URL(BINARY, import.meta.url));
  if (existsSync(beside)) return dirname(beside) + sep;
  return dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm")) + sep;
}
