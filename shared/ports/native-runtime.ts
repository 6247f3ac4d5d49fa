export type RuntimeVariant = "cpu" | "gpu" | "system";

/** TensorFlow as `setup` put it on this machine: its libraries, the addon that binds them, the package it belongs to. */
export interface NativeRuntime {
  /** The folder that holds `runtime.json`; complete, or it would not be there. */
  readonly folder: string;
  /** As in `2.21.0`. */
  readonly tensorflow: string;
  readonly variant: RuntimeVariant;
  /** Node's name of it, such as `x64`. */
  readonly architecture: string;
  /** The whole path of `tfjs_binding.node`; it finds the libraries by itself. */
  readonly addon: string;
  /** The whole path of the unpacked `@tensorflow/tfjs-node-gpu`. */
  readonly package: string;
  readonly libraries: readonly RuntimeLibrary[];
}

export interface RuntimeLibrary {
  /** Relative to the folder, with `/` between parts. */
  readonly path: string;
  /** 64 hex digits. */
  readonly sha256: string;
}
