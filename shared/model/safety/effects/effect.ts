/** What an operator may do to the world, which is all that safety asks of it. */
export type AllowedEffect = "compute" | "memory" | "dataset" | "call";
export type JudgedEffect = "checkpoint" | "table" | "print" | "cache" | "option" | "compiled";
export type ForbiddenEffect =
  | "readsFiles"
  | "writesFiles"
  | "writesSummaries"
  | "network"
  | "device"
  | "python"
  | "hiddenProgram"
  | "endsProcess";
export type Effect = AllowedEffect | JudgedEffect | ForbiddenEffect;

/** Completes "Operator X …". */
export const ALLOWED: Readonly<Record<AllowedEffect, string>> = {
  compute: "computes its outputs from its inputs and nothing else",
  memory: "keeps state in the memory of the serving process: variables, tables, queues, random generators",
  dataset: "is a pipeline over values that the graph holds; its functions are judged themselves",
  call: "runs functions of the model's own library, which are judged themselves",
};

/** Completes "Operator X passes when …". */
export const PASSES_WHEN: Readonly<Record<JudgedEffect, string>> = {
  checkpoint: "only the saver reaches it, and its path is the one that the loader hands to the saver",
  table: "its file name is one of the model's own assets, filled in by the loader when the initialiser runs",
  print: "it writes to stdout or stderr",
  cache: "its file name is the empty constant, which caches in memory",
  option: "the attribute that names a file or an address is empty",
  compiled: "the compiled module names no call back into Python or the host",
};

/** `does` completes "Operator X …". */
export const FORBIDDEN_BECAUSE: Readonly<Record<ForbiddenEffect, { readonly does: string; readonly fix: string }>> = {
  readsFiles: {
    does: "reads files of the machine that serves the model",
    fix: "Feed the content as an input of the signature, or keep it in the graph as a constant or a table's asset.",
  },
  writesFiles: {
    does: "writes files on the machine that serves the model",
    fix: "Return the values as outputs of the signature and let the caller store them.",
  },
  writesSummaries: {
    does: "writes TensorBoard events on the machine that serves the model",
    fix: "Leave tf.summary out of the exported function.",
  },
  network: {
    does: "talks to other processes or machines, or changes how remote files are reached",
    fix: "Export a function that computes everything in the process that serves it.",
  },
  device: {
    does: "drives a TPU system or exchanges data with a program outside the graph",
    fix: "Export the model for serving on CPU or GPU, without its TPU training operators.",
  },
  python: {
    does: "runs a Python function of the process that loads the model",
    fix: "Replace tf.py_function and tf.numpy_function by TensorFlow operators.",
  },
  hiddenProgram: {
    does: "runs a program that is hidden in its arguments, where no scan can follow it",
    fix: "Export the computation as ordinary TensorFlow operators.",
  },
  endsProcess: {
    does: "ends the process that serves the model",
    fix: "Use tf.debugging.assert_*, which fails the request instead of the server.",
  },
};
