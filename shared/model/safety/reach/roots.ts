import type { GraphNode, MetaGraph } from "../../graph.ts";
import { tensorName } from "./tensor-name.ts";

/** What may be done with a model; whoever does it feeds each differently. No server saves. */
export type Phase = "serve" | "initialise" | "restore" | "save";
export const PHASES: readonly Phase[] = ["serve", "initialise", "restore", "save"];

/** A run that a loader or a caller starts in the main graph. */
export interface Root {
  readonly phase: Phase;
  readonly label: string;
  /** Tensors or nodes that the run asks for. */
  readonly targets: readonly string[];
  /** Tensors that the run is given, so that nothing above them runs. */
  readonly fed: ReadonlySet<string>;
  /** Calls that stand in no graph: the loader makes them by itself. */
  readonly calls?: readonly GraphNode[];
}

const INITIALISER_SIGNATURE = "__saved_model_init_op";
const NOTHING: ReadonlySet<string> = new Set();

export function rootsOf(metaGraph: MetaGraph): readonly Root[] {
  return [...signatureRoots(metaGraph), ...initialiserRoots(metaGraph), ...saverRoots(metaGraph)];
}

function signatureRoots({ signatures }: MetaGraph): readonly Root[] {
  return signatures
    .filter(({ name }) => name !== INITIALISER_SIGNATURE)
    .map(({ name, inputs, outputs }) => ({
      phase: "serve",
      label: name,
      targets: outputs.flatMap(({ tensors }) => tensors),
      fed: new Set(inputs.flatMap(({ tensors }) => tensors.map(tensorName))),
    }));
}

/** The signature is named by its outputs too: an edited model may hold more of them than the loader's one. */
function initialiserRoots({ initialisers, signatures }: MetaGraph): readonly Root[] {
  const hooks = signatures.filter(({ name }) => name === INITIALISER_SIGNATURE).flatMap(({ outputs }) => outputs);
  const targets = new Set([...initialisers, ...hooks.flatMap(({ tensors }) => tensors)]);
  return [...targets].map((target) => ({
    phase: "initialise",
    label: `(initialiser) ${target}`,
    targets: [target],
    fed: NOTHING,
  }));
}

function saverRoots({ saver }: MetaGraph): readonly Root[] {
  if (saver === null) return [];
  return [
    { phase: "restore", label: "(restore at load)", targets: [saver.restoreOperator], fed: NOTHING },
    { phase: "save", label: "(save)", targets: [saver.saveTensor], fed: NOTHING },
  ];
}
