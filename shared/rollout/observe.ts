import { Failure } from "../failure.ts";
import type { Chain } from "../ledger/chain.ts";
import type { EndpointState } from "../ports/endpoint.ts";
import type { Outcome, Refused } from "../ports/outcome.ts";
import type { Manifest } from "../release/manifest.ts";
import type { Intent } from "./intent.ts";
import type { RolloutPorts } from "./ports.ts";
import type { Desired, Objection, PassOnRecord, Situation } from "./situation.ts";

interface Known {
  readonly nowMs: number;
  readonly fence: number;
  readonly isTakenOver: boolean;
  readonly endpointId: string;
  readonly chain: Chain;
  readonly broken: Situation["broken"];
  readonly intent: Intent | null;
  readonly isStopping: boolean;
  readonly objection: Objection | null;
  readonly spared: ReadonlySet<string>;
}

/** Looks at everything anew: what was seen before a write, or by another run, may no longer be so. */
export async function observe(known: Known, last: Desired | null, ports: RolloutPorts): Promise<Outcome<Situation>> {
  const read: Outcome<EndpointState> = await ports.endpoint.read();
  if (read.kind !== "done") return read;
  const { intent, chain } = known;
  const wanted = await desiredOr(intent === null ? null : (last ?? desiredWhen(intent)), known, ports);
  if ("kind" in wanted) return wanted;
  const { manifest } = wanted.desired;
  const record = intent === null ? await recordOf(manifest, chain, ports) : UNASKED;
  if (record.kind === "refused") return record;
  const staging = intent === null ? await stagingOf(manifest, ports) : null;
  return { kind: "done", value: { ...known, ...wanted, endpoint: read.value, staging, record } };
}

/** What is begun is given back even when nobody can say any more what is wanted. */
async function desiredOr(
  otherwise: Desired | null,
  { chain, intent }: Known,
  ports: RolloutPorts,
): Promise<Pick<Situation, "desired" | "isBlind"> | Refused> {
  // What froze the endpoint is no commit that was acted on: a rewritten history is not agreed to by being noted.
  const acted = chain.findLast(({ event }) => event !== "frozen" && event !== "thawed");
  const since = acted?.commit ?? intent?.cause.commit ?? null;
  try {
    return { desired: await ports.desire(since, chain), isBlind: false };
  } catch (thrown) {
    if (otherwise === null) return unread("reading the default branch", thrown);
    ports.log.info(unread("The default branch cannot be read", thrown).message);
    return { desired: otherwise, isBlind: true };
  }
}

/** What was wanted when it was begun: enough to end it, and never to go on with it. */
function desiredWhen({ latch, cause }: Intent): Desired | null {
  if (latch === null) return null;
  const nothing = { manifest: null, onDelete: "hold", planHash: null, isRetry: false, isFrozen: false } as const;
  return { ...nothing, cause, order: "same" };
}

/** An outage of whoever is asked, as an answer; what nobody foresaw goes on. */
function unread(what: string, thrown: unknown): Refused {
  if (!(thrown instanceof Failure) || thrown.code === "internal") throw thrown;
  return { kind: "refused", reason: "unavailable", message: `${what}: ${thrown.message}`, fix: thrown.fix };
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

async function recordOf(
  manifest: Manifest | null,
  chain: Chain,
  { passOf }: RolloutPorts,
): Promise<PassOnRecord | Refused> {
  if (manifest === null) return UNASKED;
  const { model, artifact } = manifest;
  try {
    return await passOf({ model: model.name, version: model.version, digest: artifact.digest }, chain);
  } catch (thrown) {
    return unread("asking for the pass on record", thrown);
  }
}
