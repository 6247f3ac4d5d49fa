import { Failure } from "../../failure.ts";
import type { GraphSignature, SignatureTensor } from "../../model/graph.ts";
import { readSavedModel } from "../../model/saved-model.ts";
import { checkInputs } from "../../model/serving/fit.ts";
import { callable, servedSignature } from "../../model/serving/served-signature.ts";
import { servingMetaGraph } from "../../model/signatures.ts";
import type { Files } from "../../ports/files.ts";
import type { LoadedModel, LoadRequest, Runtime } from "../../ports/runtime.ts";
import type { Dtype } from "../../ports/tensor.ts";
import { bindingOn, type DeviceOptions } from "./device.ts";
import { loadFailure, notCarried, predictFailure } from "./failures.ts";
import { isFed } from "./feed.ts";
import { isFetched } from "./fetch.ts";
import { ownStrings } from "./own-strings.ts";
import { type ServableFolder, servableFolder } from "./servable-folder.ts";
import { openSession, type Session } from "./session.ts";

export interface TensorflowOptions extends DeviceOptions {
  /** The whole path of `tfjs_binding.node`. */
  readonly addon: string;
  /** A folder of one's own, for the graphs that TensorFlow needs amended. */
  readonly scratch: string;
}

/** Runs SavedModels with TensorFlow itself, in this process: of a defect in it nothing survives. */
export function tensorflowRuntime(files: Files, options: TensorflowOptions): Runtime {
  return { name: "tensorflow", load: (request) => load(request, files, options) };
}

async function load(request: LoadRequest, files: Files, options: TensorflowOptions): Promise<LoadedModel> {
  const { directory, signatureName } = request;
  const model = await readSavedModel(directory, files);
  const metaGraph = servingMetaGraph(model);
  const signature = servedSignature(metaGraph, signatureName, directory);
  checkCarried(signature);
  const { binding, device } = bindingOn(options.addon, options);
  const strings = ownStrings(signature);
  const wish = { directory, model, metaGraph: metaGraph!, graph: strings?.graph ?? null, scratch: options.scratch };
  const folder = await servableFolder(wish, files);
  try {
    const { tags } = metaGraph!;
    const session = openSession(binding, { directory: folder.directory, tags, signature, strings });
    return loadedModel(signature, { session, folder, computes: { ...device, version: binding.TF_Version } });
  } catch (error) {
    folder[Symbol.dispose]();
    throw loadFailure(error, directory, binding.TF_Version);
  }
}

function checkCarried({ inputs, outputs }: GraphSignature): void {
  const isOneOf = (isKnown: (dtype: Dtype) => boolean) => (tensor: SignatureTensor) =>
    tensor.tensors.length === 1 && isKnown(tensor.dtype);
  const stranger = inputs.find((each) => !isOneOf(isFed)(each)) ?? outputs.find((each) => !isOneOf(isFetched)(each));
  if (stranger !== undefined) throw notCarried(stranger);
}

interface Loaded {
  readonly session: Session;
  readonly folder: ServableFolder;
  readonly computes: Pick<LoadedModel, "device" | "tensorFloat32" | "version">;
}

function loadedModel(graphSignature: GraphSignature, { session, folder, computes }: Loaded): LoadedModel {
  const signature = callable(graphSignature);
  let isDisposed = false;
  return {
    signature,
    ...computes,
    async predict(inputs) {
      if (isDisposed) throw disposed(signature.name);
      checkInputs(signature, inputs);
      try {
        return session.run(inputs);
      } catch (error) {
        throw predictFailure(error, signature.name);
      }
    },
    async [Symbol.asyncDispose]() {
      if (isDisposed) return;
      isDisposed = true;
      session.close();
      folder[Symbol.dispose]();
    },
  };
}

function disposed(name: string): Failure {
  return new Failure("internal", `the model of signature ${name} was used after it had been disposed of`, {
    fix: "Report it.",
  });
}
