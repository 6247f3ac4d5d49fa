import type { Judgement, Trial } from "./judgement.ts";

/** Bytecode holds its strings as they are; a module may also be text, where any character may be escaped. */
const BYTECODE = "ML\xefR";
/** `xla_python_cpu_callback`, `xla_ffi_python_gpu_callback`, …: the custom calls by which JAX calls back into Python. */
const CALLBACK = /xla_\w{0,40}callback/;

/** A program that JAX compiled ahead, which only computes unless it names a call out of itself. */
export function judgeCompiled({ node }: Trial): Judgement | null {
  const module = node.attribute("module");
  if (module?.kind !== "string") {
    return { reason: `${node.op} holds no module that can be read`, fix: "Export the model again." };
  }
  const callback = CALLBACK.exec(unescaped(Buffer.from(module.value).toString("latin1")))?.[0];
  if (callback === undefined) return null;
  return {
    reason: `${node.op} calls out of its compiled program: it names ${callback}`,
    fix: "Export the function without jax.pure_callback, io_callback, debug.print or debug.callback.",
  };
}

function unescaped(module: string): string {
  if (module.startsWith(BYTECODE)) return module;
  return module.replace(/\\([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
