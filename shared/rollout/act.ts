import { Failure } from "../failure.ts";
import { type Acted, further } from "./acts/acted.ts";
import { begin } from "./acts/begin.ts";
import { deploy, register, settleUpload, upload } from "./acts/prepare.ts";
import { prune } from "./acts/prune.ts";
import { smoke, stage, unstage } from "./acts/stage.ts";
import { close, collect, note, stop, undeploy } from "./acts/tidy.ts";
import { bake, crown, fence, judge, restore, shift } from "./acts/traffic.ts";
import type { Underway } from "./advance.ts";
import type { Effect, End } from "./effect.ts";
import type { RolloutPorts } from "./ports.ts";
import type { Situation } from "./situation.ts";

export type Doable = Exclude<Effect, End>;

/** Does one effect: it is looked up first, done, and read back. */
export async function act(effect: Doable, situation: Situation, ports: RolloutPorts): Promise<Acted> {
  const { intent } = situation;
  if (effect.kind === "begin") return begin(situation, effect.intent, ports);
  if (effect.kind === "fence") return fence(situation, ports);
  if (effect.kind === "note") return note(situation, effect);
  if (effect.kind === "collect") return collect(situation, effect, ports);
  if (effect.kind === "prune") return prune(situation, effect.release, ports);
  if (intent === null) return stop(situation, ports);
  return actUnderway(effect, { ...situation, intent }, ports);
}

type UnderwayEffect = Exclude<Doable, { readonly kind: "fence" | "begin" | "note" | "collect" | "prune" }>;

function actUnderway(effect: UnderwayEffect, situation: Underway, ports: RolloutPorts): Promise<Acted> | Acted {
  switch (effect.kind) {
    case "latch":
      return further(situation, { latch: effect.latch });
    case "restore":
      return restore(situation, effect.split, ports);
    case "settle":
      return settleUpload(situation, ports);
    case "undeploy":
      return undeploy(situation, ports);
    case "unstage":
      return unstage(situation, ports);
    case "close":
      return close(situation, effect.event, effect.reason);
    case "bake":
      return bake(situation);
    case "shift":
      return shift(situation, effect.split, ports);
    default:
      return actForward(effect.kind, situation, ports);
  }
}

type Forward = "upload" | "register" | "stage" | "smoke" | "deploy" | "judge" | "crown";

const FORWARD = { upload, register, stage, smoke, deploy, judge, crown } as const;

/** What only goes on while the default branch wants this release, and so has its manifest. */
function actForward(kind: Forward, situation: Underway, ports: RolloutPorts): Promise<Acted> {
  const { manifest } = situation.desired;
  if (manifest === null)
    throw new Failure("internal", `${kind} of a release that nobody wants`, { fix: "Report this." });
  return FORWARD[kind](situation, manifest, ports);
}
