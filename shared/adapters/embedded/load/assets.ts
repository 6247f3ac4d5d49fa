import { Failure } from "../../../failure.ts";
import type { MetaGraph } from "../../../model/graph.ts";
import type { Files } from "../../../ports/files.ts";
import { tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";

export interface Assets {
  /** The tensors that hold the assets' paths, `Const:0` → path. */
  readonly paths: ReadonlyMap<string, HostTensor>;
  read(path: string): Uint8Array;
}

const FOLDER = "assets";

/** A graph reads the files that were exported with it, and no others. */
export function assetsOf(directory: string, { assets }: MetaGraph, files: Files): Assets {
  const pathOf = (file: string) => `${directory}/${FOLDER}/${file}`;
  const known = new Set(assets.filter(({ file }) => isPlain(file)).map(({ file }) => pathOf(file)));
  return {
    paths: new Map(assets.map(({ tensor: name, file }) => [tensorName(name), textTensor(pathOf(file))])),
    read(path) {
      if (!known.has(path)) throw outside(path);
      using file = files.open(path);
      return file.read(0, file.sizeBytes);
    },
  };
}

function isPlain(file: string): boolean {
  return !file.split("/").some((part) => part === "" || part === "." || part === "..");
}

function textTensor(text: string): HostTensor {
  return tensor("string", [], [new TextEncoder().encode(text)]);
}

function tensorName(reference: string): string {
  return reference.includes(":") ? reference : `${reference}:0`;
}

function outside(path: string): Failure {
  return new Failure("model-unreadable", `the graph reads ${path}, which is none of the model's assets`, {
    fix: "Export the model with that file as an asset.",
  });
}
