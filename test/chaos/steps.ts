import type { JobWish } from "./job.ts";
import type { Workplace } from "./workplace.ts";

/** One thing that people ask for, and the program that does it. */
export interface Step {
  readonly name: string;
  readonly prepare: (place: Workplace) => Promise<void> | void;
  readonly program: "promote" | "rollback";
}

/** The walk of a model repository through everything that is written to an endpoint. */
export const STEPS: readonly Step[] = [
  { name: "the first release", prepare: (place) => place.merge("1.0.0", null), program: "promote" },
  { name: "the second, by a canary", prepare: (place) => place.merge("1.1.0", "1.0.0"), program: "promote" },
  { name: "its rollback by a person", prepare: () => {}, program: "rollback" },
  {
    name: "the third, after the proposed revert was merged",
    prepare: (place) => {
      place.mergeProposal();
      return place.merge("1.2.0", "1.0.0");
    },
    program: "promote",
  },
  { name: "its git revert", prepare: (place) => place.revert(), program: "promote" },
];

const REASON = "people complained";

/** The step as a job of a workflow, or as a person's command: they are the same walk. */
export function jobOf(
  { program }: Step,
  { place, kind, folder }: { readonly place: Workplace; readonly kind: "job" | "person"; readonly folder: string },
): JobWish {
  const environment = place.environment(kind);
  const common = { dist: place.ground.dist, folder };
  if (kind === "person") {
    const options = program === "promote" ? ["--wait", "--evidence", place.evidence] : ["--reason", REASON];
    return { ...common, environment, program: "model-release", words: [program, "release.yaml", "--json", ...options] };
  }
  const inputs =
    program === "promote" ? { INPUT_WAIT: "true", INPUT_EVIDENCE: place.evidence } : { INPUT_REASON: REASON };
  return { ...common, program, environment: { ...environment, INPUT_MANIFEST: "release.yaml", ...inputs } };
}
