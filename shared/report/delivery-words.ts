import type { DeliveryWords } from "../rollout/delivery/words.ts";
import { incidentPack } from "./incident.ts";
import { renderProposal } from "./proposal.ts";
import type { Run } from "./report.ts";
import { storyWords } from "./story.ts";

/** All that people are told of a delivery; the run is the one that tells it, null on a person's own machine. */
export function deliveryWords(run: Run | null): DeliveryWords {
  return {
    story: storyWords(run),
    revert: (story) => renderProposal(story, run),
    incident: (story) => incidentPack({ ...story, run }),
  };
}
