import type { Chain } from "../../ledger/chain.ts";
import type { TakenBack } from "../../ledger/taken-back.ts";
import type { RevertStory, RevertWords } from "../proposal/propose.ts";
import type { StoryWords } from "../storyteller/telling.ts";

/** How a delivery is told to people. */
export interface DeliveryWords {
  /** As it goes. */
  readonly story: StoryWords;
  /** Of a revert that is proposed. */
  readonly revert: (story: RevertStory) => RevertWords;
  /** Of what was taken back, for those who look into it. */
  readonly incident: (story: IncidentStory) => readonly IncidentPage[];
}

/** What went wrong at an endpoint, and was put right. */
export interface IncidentStory extends TakenBack {
  /** Of its endpoint, from the first line on. */
  readonly chain: Chain;
  /** As the failed release's manifest names it; null where it names none. */
  readonly runbook: string | null;
  /** Where the revert is proposed; null where it is not. */
  readonly proposal: { readonly url: string } | { readonly branch: string } | null;
}

export interface IncidentPage {
  /** Within the pack's folder. */
  readonly name: string;
  readonly text: string;
}
