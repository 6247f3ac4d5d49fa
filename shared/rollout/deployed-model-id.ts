import { createHash } from "node:crypto";

/** What a deployed model is derived from: whoever repeats a call whose answer was lost finds the same one again. */
export interface DeployedModelName {
  readonly endpoint: string;
  readonly digest: string;
  /** Which attempt at this endpoint it is: the fencing number of the lease under which it was begun. */
  readonly generation: number;
}

const LOWEST = 1_000_000_000n;
const COUNT = 9_000_000_000n;

/** Ten digits, as Vertex AI takes them from whoever deploys. */
export function deployedModelIdOf({ endpoint, digest, generation }: DeployedModelName): string {
  const hash = createHash("sha256").update(`${endpoint}\n${digest}\n${generation}`).digest("hex");
  return String(LOWEST + (BigInt(`0x${hash}`) % COUNT));
}
