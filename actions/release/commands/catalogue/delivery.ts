import type { CommandDescription } from "../command.ts";
import { JSON_OPTION } from "./options.ts";

/** How a release comes to its endpoint. */
/** What may be said to whatever promotes. */
const PROMOTING: CommandDescription["options"] = [
  JSON_OPTION,
  { name: "wait", description: "wait for operations and the canary (default: leave them to the next run)" },
  { name: "evidence", value: "DIR", description: "what `validate --out DIR` wrote, judged again, as the pass" },
  { name: "approve", description: "answer for what an approver would, such as a high risk" },
];

export const DELIVERY_COMMANDS: readonly CommandDescription[] = [
  {
    name: "plan",
    summary: "say what merging a release would do, step by step, and how it is taken back",
    operands: "<release.yaml>",
    arity: { min: 1, max: 1 },
    options: [JSON_OPTION],
    details:
      "Read from the manifest, the default branch and the ledger: the endpoint is not asked, and nothing is changed. " +
      "The hash is over all that was decided; a merge is held to the one that was reviewed.",
    examples: ["model-release plan release.yaml", "model-release plan churn/release.yaml --json"],
    load: async () => (await import("../plan.ts")).plan,
  },
  {
    name: "promote",
    summary: "bring an endpoint to what the default branch says of a release",
    operands: "<release.yaml>",
    arity: { min: 1, max: 1 },
    options: PROMOTING,
    details:
      "Looks at main, endpoint and ledger, and takes the next step until they agree: upload, register, stage, deploy, " +
      "shift, watch. Killed at any moment and run again, it goes on from there. A release is refused without a pass; " +
      "one that served before comes back without one, in one write while it is parked. Exits 0 when it is served, in " +
      "progress or nothing is to be done, 1 when it failed or is refused, 3 when it was compared with another champion, " +
      "4 when the platform failed.",
    examples: [
      "model-release promote release.yaml --wait",
      "model-release promote release.yaml --evidence out --wait --json",
    ],
    load: async () => (await import("../promote.ts")).promote,
  },
  {
    name: "rollback",
    summary: "give an endpoint's traffic back to a release that was healthy, and propose the revert",
    operands: "<release.yaml>",
    arity: { min: 1, max: 1 },
    options: [
      JSON_OPTION,
      { name: "to", value: "VERSION", description: "one that the ledger calls healthy (default: the one before)" },
      { name: "reason", value: "TEXT", description: "why, for the ledger and for whoever merges the revert" },
    ],
    details:
      "Traffic first: what is underway ends and is taken away, or what served before takes all traffic, in one write " +
      "while it is parked. Then a revert is proposed, so that main says the same. A freeze does not hold it back. " +
      "`git revert` and its merge do as much, and need nobody at a keyboard.",
    examples: ["model-release rollback release.yaml", "model-release rollback release.yaml --to 2.2.0 --json"],
    load: async () => (await import("../rollback.ts")).rollback,
  },
  {
    name: "retry",
    summary: "try again what the platform has kept back for too long",
    operands: "<release.yaml>",
    arity: { min: 1, max: 1 },
    options: PROMOTING,
    details:
      "As `promote`, which stops trying when `rollout.deadlineHours` have passed since the platform first refused a " +
      "release: no machine of the kind, no quota, no answer. It is not for a release that failed by itself: that one " +
      "comes back with a waiver that names its failure.",
    examples: ["model-release retry release.yaml --wait"],
    load: async () => (await import("../retry.ts")).retry,
  },
];
