import type { CloudCall, CloudFault } from "../fakes/cloud/faults.ts";
import { Crash } from "../fakes/cloud/faults.ts";
import type { Calling, PortCall } from "../shared/rollout/world-parts.ts";
import { outage } from "../shared/rollout/world-ports.ts";
import { type Draw, drawn } from "./draw.ts";
import type { Scheduler } from "./scheduler.ts";

/** What goes wrong with one call of a run, apart from what the cloud itself does. */
export type RunFault =
  | { readonly kind: "dies"; readonly when: "before" | "after" }
  /** The ledger, the forge or the bucket does not answer; `after`: it did what it was asked. */
  | { readonly kind: "unreachable"; readonly when: "before" | "after" }
  /** The whole machine stands still, and its lease runs out. */
  | { readonly kind: "freezes"; readonly ms: number }
  /** The same on the way to the endpoint: what is asked arrives when the lease is long gone. */
  | { readonly kind: "stalls"; readonly ms: number }
  | { readonly kind: "interrupted" }
  /** Somebody does something else at that very moment. */
  | { readonly kind: "meanwhile"; readonly what: Meanwhile };

export type Meanwhile = "traffic is moved back" | "what is idle is undeployed" | "the tip is reverted";

export const CLOUD_FAULTS: readonly CloudFault[] = [
  { kind: "loseRequest" },
  { kind: "loseAnswer" },
  { kind: "arriveLate", ms: 40_000 },
  { kind: "loseOperation" },
  { kind: "failLate", reason: "capacity" },
  { kind: "failLate", reason: "crashed" },
  { kind: "neverEnd" },
  { kind: "refuse", reason: "unavailable" },
  { kind: "refuse", reason: "quota" },
  { kind: "refuse", reason: "permission" },
  { kind: "refuse", reason: "artifact" },
  { kind: "staleRead" },
  { kind: "contend" },
  { kind: "crash", when: "before" },
  { kind: "crash", when: "after" },
];

export const RUN_FAULTS: readonly RunFault[] = [
  { kind: "dies", when: "before" },
  { kind: "dies", when: "after" },
  { kind: "unreachable", when: "before" },
  { kind: "unreachable", when: "after" },
  { kind: "freezes", ms: 90_000 },
  { kind: "freezes", ms: 600_000 },
  { kind: "stalls", ms: 90_000 },
  { kind: "stalls", ms: 600_000 },
  { kind: "interrupted" },
  { kind: "meanwhile", what: "traffic is moved back" },
  { kind: "meanwhile", what: "what is idle is undeployed" },
  { kind: "meanwhile", what: "the tip is reverted" },
];

/** Where a fault comes from: chance, or a list. */
export interface Faults {
  ofCloud(call: CloudCall): CloudFault | null;
  ofRun(call: PortCall): RunFault | null;
}

export const NO_FAULTS: Faults = { ofCloud: () => null, ofRun: () => null };

export interface Trouble {
  readonly calling: Calling;
  /** Of each run: it is asked to end. */
  readonly signals: Map<string, AbortController>;
}

interface Around {
  readonly scheduler: Scheduler;
  readonly faults: Faults;
  readonly say: (what: string) => void;
  /** Called before everything that a run asks, and after it. */
  readonly asked: (call: PortCall) => void;
  readonly seen: (call: PortCall, changes: number) => void;
  readonly changes: () => number;
  readonly meanwhile: (what: Meanwhile) => void;
}

/** Every call of every run: others may go first, and whatever may happen to it happens. */
export function newTrouble({ scheduler, faults, say, asked, seen, changes, meanwhile }: Around): Trouble {
  const dead = new Map<string, Error>();
  const frozenUntilMs = new Map<string, number>();
  const signals = new Map<string, AbortController>();
  const awake = async ({ run }: PortCall): Promise<void> => {
    await scheduler.turn();
    const leftMs = (frozenUntilMs.get(run) ?? 0) - scheduler.nowMs();
    if (leftMs > 0) await scheduler.wait(leftMs);
    const death = dead.get(run);
    if (death !== undefined) throw death;
  };
  const die = (call: PortCall, when: string): never => {
    const death = new Crash({ method: "endpoint.read", resource: call.method, sequence: 0 }, when as "before");
    dead.set(call.run, death);
    throw death;
  };
  const calling: Calling = async (call, act) => {
    await awake(call);
    const fault = faults.ofRun(call);
    if (fault !== null) say(`  ${call.run}, ${call.method}: ${faultText(fault)}`);
    if (fault?.kind === "interrupted") signals.get(call.run)?.abort();
    if (fault?.kind === "meanwhile") meanwhile(fault.what);
    if (fault?.kind === "dies" && fault.when === "before") die(call, "before");
    if (fault?.kind === "unreachable" && fault.when === "before") throw outage(call.method);
    if (fault?.kind === "stalls") {
      frozenUntilMs.set(call.run, scheduler.nowMs() + fault.ms);
      await awake(call);
    }
    asked(call);
    const before = changes();
    const answer = await act().catch((thrown: Error) => {
      if (thrown instanceof Crash) dead.set(call.run, thrown);
      throw thrown;
    });
    seen(call, changes() - before);
    if (fault?.kind === "freezes") frozenUntilMs.set(call.run, scheduler.nowMs() + fault.ms);
    if (fault?.kind === "dies") die(call, "after");
    if (fault?.kind === "unreachable") throw outage(call.method);
    await awake(call);
    return answer;
  };
  return { calling, signals };
}

/** Only what is reached by Failures can be out of reach in this way; a cloud answers for itself. */
export function isReachable(fault: RunFault, { method }: PortCall): boolean {
  // Only a split is bound to what was read before it: nothing else can be shut out once it is on its way.
  if (fault.kind === "stalls") return method === "endpoint.share";
  return fault.kind !== "unreachable" || /^(ledger|people|release|bucket)\./.test(method);
}

/** An operation that is asked about may be out of reach, and has not ended by that. */
export function isPossible(fault: CloudFault, { method }: CloudCall): boolean {
  const isSettling = method.endsWith(".settle");
  return !(isSettling && fault.kind === "refuse" && !["unavailable", "permission"].includes(fault.reason));
}

/** Troubles come in company: for so many calls after one, one in so few. */
const COMPANY = { calls: 12, oneIn: 5 };

/** By chance, one in so many calls; more often for a while where something has gone wrong already. */
export function chanceFaults(draw: Draw, rates: { readonly cloud: number; readonly run: number }): Faults {
  let inCompany = 0;
  const strikes = (rate: number): boolean => {
    if (rate === 0) return false;
    inCompany -= 1;
    const isStruck = draw(inCompany > 0 ? Math.min(rate, COMPANY.oneIn) : rate) === 0;
    if (isStruck && inCompany <= 0 && draw(3) === 0) inCompany = COMPANY.calls;
    return isStruck;
  };
  return {
    ofCloud: (call) => {
      const fault = strikes(rates.cloud) ? drawn(CLOUD_FAULTS, draw) : null;
      return fault === null || isPossible(fault, call) ? fault : null;
    },
    ofRun: (call) => {
      const fault = strikes(rates.run) ? drawn(RUN_FAULTS, draw) : null;
      return fault === null || isReachable(fault, call) ? fault : null;
    },
  };
}

export function faultText(fault: RunFault | CloudFault): string {
  return Object.values(fault).join(" ");
}
