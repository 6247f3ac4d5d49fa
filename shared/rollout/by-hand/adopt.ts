import { championOf } from "../../ledger/history.ts";
import type { LedgerEntry } from "../../ledger/line.ts";
import type { EndpointState } from "../../ports/endpoint.ts";
import type { Outcome } from "../../ports/outcome.ts";
import { believed } from "../confirm.ts";
import { ended } from "../effect.ts";
import { expectedShares, hasDrifted, servedShares, sharesText } from "../served.ts";
import type { Adoption } from "./adoption.ts";
import type { HandPorts } from "./at-endpoint.ts";
import { type AtRest, type DoneByHand, lineBy, notDone, refused } from "./under-lease.ts";

/** A change for people to merge that makes the default branch say this digest. */
export type ProposeAdoption = (digest: string) => Promise<Adoption>;

/**
 * What others made the endpoint serve becomes what is right. Where Git says so already, the ledger is told; where Git
 * once had the release, it is proposed to the default branch, and a second call after the merge tells the ledger.
 */
export async function adopt(atFirst: AtRest, propose: ProposeAdoption, ports: HandPorts): Promise<DoneByHand> {
  if (hasDrifted(atFirst)) ports.log.info("The endpoint serves something else than the ledger says: looking again.");
  const read = await believed<Outcome<EndpointState>>(
    { kind: "done", value: atFirst.endpoint },
    {
      isDoubtful: (seen) => seen.kind === "done" && hasDrifted({ endpoint: seen.value, chain: atFirst.chain }),
      again: () => ports.endpoint.read(),
      sleep: ports.sleep,
    },
  );
  if (read.kind !== "done") return notDone("reading the endpoint", read);
  const rest = { ...atFirst, endpoint: read.value };
  if (!hasDrifted(rest)) return { ...ended("noop", "the ledger knows what is served"), entries: [] };
  return await adopted(rest, propose);
}

async function adopted(rest: AtRest, propose: ProposeAdoption): Promise<DoneByHand> {
  const { endpoint, chain, desired } = rest;
  const live = servedShares(endpoint, chain);
  if (live.length > 1) return refused(`${sharesText(live)} share the traffic`, ONE_OF_THEM);
  const digest = live[0]?.digest ?? null;
  if (live.length === 0) return emptied(rest);
  if (digest === null) return foreign(rest);
  const wanted = desired.manifest;
  if (wanted?.artifact.digest === digest) {
    const release = { model: wanted.model.name, version: wanted.model.version, digest };
    return told(rest, release, "somebody else moved all traffic to what the default branch says");
  }
  const adoption = await propose(digest);
  if (adoption.kind === "none") return refused(adoption.reason, adoption.fix);
  return { ...ended("inProgress", adoption.reason, AFTER_MERGE), entries: [] };
}

const ONE_OF_THEM = "Give all traffic to one of them at the console, or run `model-release heal`.";
const AFTER_MERGE = "Merge it, and run `model-release adopt` once more: the ledger is told then.";

/** Nobody answers, and nobody is said to: whoever promotes next brings back what the default branch says. */
function emptied(rest: AtRest): DoneByHand {
  const champion = championOf(rest.chain) ?? rest.chain.at(-1)!;
  return told(rest, champion, "somebody else took all traffic away");
}

/**
 * A ledger begins with what is there before the first release. Its line is about the release that is wanted, whose
 * digest is not among those that answer, and so makes no champion of it.
 */
function foreign(rest: AtRest): DoneByHand {
  const { desired, chain, endpoint } = rest;
  const live = sharesText(servedShares(endpoint, chain));
  if (championOf(chain) !== null) return refused(`the endpoint serves ${live}, which no release deployed`, PACK);
  if (desired.manifest === null) return refused("the default branch wants nothing here", "Merge a manifest first.");
  const { model, artifact } = desired.manifest;
  const release = { model: model.name, version: model.version, digest: artifact.digest };
  return told(rest, release, `the ledger begins with ${live}, which no release deployed`);
}

const PACK = "Run `model-release heal`, or make a release of it with `model-release pack` and merge that.";

function told(
  rest: AtRest,
  { model, version, digest }: Pick<LedgerEntry, "model" | "version" | "digest">,
  reason: string,
): DoneByHand {
  const before = expectedShares(rest.chain);
  const entry = lineBy(rest, { model, version, digest, evidenceDigest: null, event: "adopted", reason, before });
  return { ...ended("healthy", `the ledger says: ${sharesText(entry.after)}`), entries: [entry] };
}
