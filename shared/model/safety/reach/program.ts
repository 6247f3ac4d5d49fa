import type { MetaGraph } from "../../graph.ts";
import { feedsOf } from "../flow/feed.ts";
import type { Program } from "../flow/place.ts";
import { reach } from "./reach.ts";
import type { Phase, Root } from "./roots.ts";
import { scopesOf } from "./scope.ts";

/** A metagraph with all that these roots start; `steps` bounds what following its data may cost. */
export function programOf(metaGraph: MetaGraph, roots: readonly Root[], budget: { steps: number }): Program {
  const scopes = scopesOf(metaGraph);
  const inPhase = (wanted: Phase) => roots.filter(({ phase }) => phase === wanted);
  const reached = (phase: Phase) => reach(scopes, phase, inPhase(phase));
  return {
    feeds: feedsOf(metaGraph),
    scopes,
    reached: {
      serve: reached("serve"),
      initialise: reached("initialise"),
      restore: reached("restore"),
      save: reached("save"),
    },
    budget,
  };
}
