import type { Chain } from "../ledger/chain.ts";
import type { EndpointState } from "../ports/endpoint.ts";
import type { Outcome } from "../ports/outcome.ts";
import type { Manifest } from "../release/manifest.ts";
import type { Intent } from "./intent.ts";
import type { RolloutPorts } from "./ports.ts";
import type { PassOnRecord, Situation } from "./situation.ts";

interface Known {
  readonly nowMs: number;
  readonly fence: number;
  readonly endpointId: string;
  readonly chain: Chain;
  readonly intent: Intent | null;
}

/** Looks at everything anew: what was seen before a write, or by another run, may no longer be so. */
export async function observe(known: Known, ports: RolloutPorts): Promise<Outcome<Situation>> {
  const read: Outcome<EndpointState> = await ports.endpoint.read();
  if (read.kind !== "done") return read;
  const since = known.chain.at(-1)?.commit ?? known.intent?.cause.commit ?? null;
  const desired = await ports.desire(since, known.chain);
  const record = known.intent === null ? await recordOf(desired.manifest, known.chain, ports) : UNASKED;
  const staging = known.intent === null ? await stagingOf(desired.manifest, ports) : null;
  return { kind: "done", value: { ...known, desired, endpoint: read.value, staging, record } };
}

/** What is left there costs money and harms nobody: that it cannot be read keeps nothing from happening. */
async function stagingOf(manifest: Manifest | null, ports: RolloutPorts): Promise<EndpointState | null> {
  const id = manifest?.target?.stagingEndpoint;
  if (id === undefined) return null;
  const read = await ports.staging(id).read();
  return read.kind === "done" ? read.value : null;
}

/** Whoever is underway has been let through already. */
const UNASKED: PassOnRecord = { kind: "none", reason: "nobody asked for a pass", fix: "Validate the release." };

async function recordOf(manifest: Manifest | null, chain: Chain, { passOf }: RolloutPorts): Promise<PassOnRecord> {
  if (manifest === null) return UNASKED;
  const { model, artifact } = manifest;
  return passOf({ model: model.name, version: model.version, digest: artifact.digest }, chain);
}
