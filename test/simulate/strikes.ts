import type { CloudFault } from "../fakes/cloud/faults.ts";
import { CLOUD_FAULTS, faultText, isPossible, isReachable, RUN_FAULTS, type RunFault } from "./trouble.ts";

/** One fault, at one call: counted from 1, over the cloud's calls or over everything that runs ask. */
export type Strike =
  | { readonly of: "cloud"; readonly at: number; readonly method: string; readonly fault: CloudFault }
  | { readonly of: "run"; readonly at: number; readonly method: string; readonly fault: RunFault };

/** What was asked, in order, and what could be struck there. */
export interface Moment {
  readonly of: Strike["of"];
  readonly at: number;
  readonly method: string;
  /** The endpoint or model, of the cloud's calls. */
  readonly resource: string;
  /** The first of its run. */
  readonly isFirst: boolean;
  /** How often the run has looked whether it is to end, before this. */
  readonly looks: string;
}

const CHANGES = /\.(share|deploy|undeploy|upload|alias|remove|write|push|tell|propose)$/;
const OF_READS: ReadonlySet<CloudFault["kind"]> = new Set(["refuse", "staleRead"]);
const PRODUCTION = /endpoints\/1$/;

/**
 * Every fault at every moment, but for those that are another one in all they can lead to:
 * - A run is seen by the world through its calls alone. So dying at any time between two calls that change something is
 *   one death, told here after the first of them; and what the cloud calls a crash is the same death.
 * - It asks whether it is to end a few times only: being interrupted anywhere between two of these is one interruption.
 * - A read that was lost on its way back is one that was lost on its way there.
 * - What somebody does at the endpoint or the default branch changes nothing for a call that touches neither: it is told
 *   just before the next that does.
 * - Why the endpoint could not be read is never asked: one reason stands for all.
 */
export function strikesAt(moments: readonly Moment[]): readonly Strike[] {
  const interrupted = new Set<string>();
  return moments.flatMap((moment): readonly Strike[] => {
    const { of, at, method, looks } = moment;
    if (of === "cloud") return cloudFaults(moment).map((fault) => ({ of, at, method, fault }));
    const isNew = !interrupted.has(looks);
    interrupted.add(looks);
    return runFaults(moment)
      .filter((fault) => fault.kind !== "interrupted" || isNew)
      .map((fault) => ({ of, at, method, fault }));
  });
}

function cloudFaults({ method, resource }: Moment): readonly CloudFault[] {
  const isWrite = CHANGES.test(method);
  const isLook = method === "endpoint.read" && PRODUCTION.test(resource);
  return CLOUD_FAULTS.filter((fault) => (isWrite ? fault.kind !== "staleRead" : OF_READS.has(fault.kind)))
    .filter((fault) => fault.kind !== "crash" && isPossible(fault, { method } as Parameters<typeof isPossible>[1]))
    .filter((fault) => !isLook || fault.kind !== "refuse" || fault.reason === "unavailable");
}

function runFaults({ method, isFirst }: Moment): readonly RunFault[] {
  const isChange = CHANGES.test(method);
  return RUN_FAULTS.filter((fault) => {
    if (!isReachable(fault, { run: "", method, given: [] })) return false;
    if (fault.kind === "dies") return fault.when === "after" ? isChange : isFirst;
    if (fault.kind === "unreachable") return isChange || fault.when === "before";
    if (fault.kind !== "meanwhile") return true;
    return fault.what === "the tip is reverted" ? method === "people.desire" : method.startsWith("endpoint.");
  });
}

export function strikeText({ method, at, fault }: Strike): string {
  return `${method} (call ${at}) ${faultText(fault)}`;
}
