import type { Intent } from "../intent.ts";
import type { RolloutPorts } from "../ports.ts";
import { preflight } from "../preflight/preflight.ts";
import type { Situation } from "../situation.ts";
import { tell } from "../story.ts";
import type { Acted } from "./acted.ts";

/** The intent, if a closer look finds nothing against it: only then is anything written. */
export async function begin(situation: Situation, intent: Intent, ports: RolloutPorts): Promise<Acted> {
  const objection = await preflight(situation, intent, ports);
  const still = { wait: null, end: null };
  if (objection !== null) return { ...still, intent: null, entries: [], objection };
  return { ...still, intent, entries: [tell({ ...situation, intent }, { event: "intent" })] };
}
