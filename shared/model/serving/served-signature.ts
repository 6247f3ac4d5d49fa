import { Failure } from "../../failure.ts";
import type { Signature } from "../../ports/signature.ts";
import type { GraphSignature, MetaGraph } from "../graph.ts";
import { servingSignatures } from "../signatures.ts";

const SHOWN_NAMES = 20;

/** The signature that a runtime is asked to answer for; a Failure that names what there is when it is not there. */
export function servedSignature(metaGraph: MetaGraph | undefined, name: string, directory: string): GraphSignature {
  const signatures = metaGraph === undefined ? [] : servingSignatures(metaGraph);
  const found = signatures.find((signature) => signature.name === name);
  if (found !== undefined) return found;
  const names = signatures
    .map((signature) => JSON.stringify(signature.name))
    .slice(0, SHOWN_NAMES)
    .join(", ");
  throw new Failure("model-unreadable", `${directory} has no signature ${JSON.stringify(name)}`, {
    fix: names === "" ? "Export the model with a serving signature." : `Name a signature that the model has: ${names}.`,
  });
}

/** What a caller sees of it: where in the graph its tensors live is the runtime's business. */
export function callable({ name, method, inputs, outputs }: GraphSignature): Signature {
  const specs = (tensors: GraphSignature["inputs"]) =>
    tensors.map(({ name, dtype, shape }) => ({ name, dtype, shape }));
  return { name, method, inputs: specs(inputs), outputs: specs(outputs) };
}
