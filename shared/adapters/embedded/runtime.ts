import { version_wasm } from "@tensorflow/tfjs-backend-wasm";
import { Failure } from "../../failure.ts";
import type { GraphSignature, MetaGraph } from "../../model/graph.ts";
import { readSavedModel } from "../../model/saved-model.ts";
import { checkInputs } from "../../model/serving/fit.ts";
import { callable, servedSignature } from "../../model/serving/served-signature.ts";
import { servingMetaGraph } from "../../model/signatures.ts";
import type { Files } from "../../ports/files.ts";
import type { LoadedModel, LoadRequest, Runtime } from "../../ports/runtime.ts";
import type { Signature } from "../../ports/signature.ts";
import { type CompiledPlan, type Compiler, newCompiler } from "./compile/compiler.ts";
import { namedOutputs } from "./execute/outputs.ts";
import { newSession, type Session } from "./execute/session.ts";
import { KERNELS } from "./kernels/table.ts";
import { assetsOf } from "./load/assets.ts";
import { storedVariables } from "./load/stored-variables.ts";
import { newResources } from "./values/resource.ts";
import { tensor } from "./values/tensor.ts";
import { startWasm } from "./wasm/backend.ts";
import { unpin } from "./wasm/heap.ts";

export interface EmbeddedOptions {
  /** How long loading, or one prediction, may take. */
  readonly deadlineMs?: number;
}

const DEADLINE_MS = 120_000;

/** Runs SavedModels with nothing but npm: our own interpreter on tfjs's WebAssembly backend. */
export function embeddedRuntime(files: Files, { deadlineMs = DEADLINE_MS }: EmbeddedOptions = {}): Runtime {
  return { name: "embedded", load: (request) => load(request, files, deadlineMs) };
}

async function load({ directory, signatureName }: LoadRequest, files: Files, deadlineMs: number): Promise<LoadedModel> {
  const metaGraph = servingMetaGraph(await readSavedModel(directory, files));
  const signature = servedSignature(metaGraph, signatureName, directory);
  await startWasm();
  const assets = assetsOf(directory, metaGraph!, files);
  const resources = newResources(await storedVariables({ directory, files, weights: null }, metaGraph!));
  const session = newSession({ resources, asset: assets.read, deadlineMs });
  const compiler = newCompiler(metaGraph!, { kernels: KERNELS, context: session.context, known: assets.paths });
  const compiled = session.run(() => {
    initialise(metaGraph!, compiler, session);
    return compiler.compile(servingFetch(signature));
  });
  return loadedModel(signature, compiled, session);
}

/** What a server runs once after it has restored the variables: tables are filled here. */
function initialise({ initialisers }: MetaGraph, compiler: Compiler, session: Session): void {
  if (initialisers.length === 0) return;
  const { plan, weights } = compiler.compile({ name: "initialiser", feeds: [], fetches: [], targets: initialisers });
  session.execute(plan, [], () => {});
  weights.forEach(unpin);
}

function servingFetch({ name, inputs, outputs }: GraphSignature) {
  return { name, feeds: inputs.map(onlyTensor), fetches: outputs.map(onlyTensor), targets: [] };
}

function onlyTensor({ name, tensors }: GraphSignature["inputs"][number]): string {
  const [tensorName, ...more] = tensors;
  if (tensorName !== undefined && more.length === 0) return tensorName;
  throw new Failure("operator-missing", `the signature's ${JSON.stringify(name)} is not one dense tensor`, {
    fix: "Export a signature of dense tensors, or use --runtime tensorflow.",
  });
}

function loadedModel(graphSignature: GraphSignature, { plan, weights }: CompiledPlan, session: Session): LoadedModel {
  const signature = callable(graphSignature);
  let isDisposed = false;
  return {
    signature,
    device: "cpu",
    version: `WebAssembly ${version_wasm}`,
    async predict(inputs) {
      if (isDisposed) throw disposed(signature);
      checkInputs(signature, inputs);
      const values = signature.inputs.map(({ name }) => {
        const { dtype, shape, data } = inputs.get(name)!;
        return tensor(dtype, shape, data);
      });
      return session.execute(plan, values, (results) => namedOutputs(graphSignature, results));
    },
    async [Symbol.asyncDispose]() {
      if (!isDisposed) weights.forEach(unpin);
      isDisposed = true;
    },
  };
}

function disposed({ name }: Signature): Failure {
  return new Failure("internal", `the model of signature ${name} was used after it had been disposed of`, {
    fix: "Report it.",
  });
}
