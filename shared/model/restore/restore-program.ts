import type { MetaGraph } from "../graph.ts";
import { feedsOf } from "../safety/flow/feed.ts";
import type { Program } from "../safety/flow/place.ts";
import { reach } from "../safety/reach/reach.ts";
import { type Phase, type Root, rootsOf } from "../safety/reach/roots.ts";
import { scopesOf } from "../safety/reach/scope.ts";

/** Enough for a hundred thousand variables, and well under a second. */
const FLOW_STEPS = 1_000_000;

/** What a server runs when it restores, initialises and answers; saving, which it never does, is left out. */
export function servingProgram(metaGraph: MetaGraph): Program {
  const scopes = scopesOf(metaGraph);
  const roots = [...rootsOf(metaGraph).filter(isServed), ...restoreRoots(metaGraph)];
  const reached = (wanted: Phase) =>
    reach(
      scopes,
      wanted,
      roots.filter(({ phase }) => phase === wanted),
    );
  return {
    feeds: feedsOf(metaGraph),
    scopes,
    reached: {
      serve: reached("serve"),
      initialise: reached("initialise"),
      restore: reached("restore"),
      save: reached("save"),
    },
    budget: { steps: FLOW_STEPS },
  };
}

function isServed({ phase, label }: Root): boolean {
  return phase === "initialise" || (phase === "serve" && !label.startsWith("__"));
}

function restoreRoots({ saver }: MetaGraph): readonly Root[] {
  if (saver === null) return [];
  return [{ phase: "restore", label: "(restore at load)", targets: [saver.restoreOperator], fed: new Set() }];
}
