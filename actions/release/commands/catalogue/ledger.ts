import type { CommandDescription } from "../command.ts";
import { ENDPOINT_OPTION, JSON_OPTION } from "./options.ts";

/** What became of every release. */
export const LEDGER_COMMANDS: readonly CommandDescription[] = [
  {
    name: "status",
    summary: "say what is live against what the default branch wants",
    operands: "[path]",
    arity: { min: 0, max: 1 },
    options: [JSON_OPTION],
    details:
      "Of one release.yaml, or of every one below the path (default: this folder). Asks the default branch at origin, the " +
      "endpoint, its lease and its ledger, and changes nothing. Exits 0 when all that answers is what is wanted, 1 when it " +
      "is not, 4 when no endpoint can be reached. --json prints one object for one endpoint, an array for several.",
    examples: ["model-release status", "model-release status churn/release.yaml --json"],
    load: async () => (await import("../status.ts")).status,
  },
  {
    name: "history",
    summary: "say what each endpoint served, when, and by whose merge",
    operands: "[path]",
    arity: { min: 0, max: 1 },
    options: [
      JSON_OPTION,
      {
        name: "at",
        value: "TIME",
        description: "who answered then: 2026-03-01T10:00:00Z, a date for its first instant, or 2h ago; UTC",
      },
      ENDPOINT_OPTION,
    ],
    details:
      "Reads the ledger of the repository that the path lies in (default: this folder), as it is at origin; a manifest " +
      "stands for its endpoint. --json prints an array of ledger lines: all of them, or with --at of each endpoint the " +
      "last by then, whose `after` says who answered. Nothing is asked but Git.",
    examples: ["model-release history", "model-release history churn/release.yaml --at 2026-03-01T10:00:00Z --json"],
    load: async () => (await import("../history.ts")).history,
  },
  {
    name: "verify",
    summary: "prove that nobody has changed the ledger",
    operands: "[path]",
    arity: { min: 0, max: 1 },
    options: [JSON_OPTION, ENDPOINT_OPTION],
    details:
      "Every line against its hash and the line before, every file against its endpoint, every commit of the branch " +
      "against the one before it: a ledger is only ever added to. Exits 1 when anything was changed, and names file, line " +
      "and commit; 0 when all is sound, or nothing was ever released.",
    examples: ["model-release verify", "model-release verify --endpoint 1234567890"],
    load: async () => (await import("../verify.ts")).verify,
  },
  {
    name: "adopt",
    summary: "make Git and the ledger say what somebody else made an endpoint serve",
    operands: "<release.yaml>",
    arity: { min: 1, max: 1 },
    options: [JSON_OPTION],
    details:
      "Moves no traffic. A release that Git had before is proposed to the default branch, as a pull request or a branch; " +
      "once that is merged, a second call tells the ledger. What the default branch says already is told at once, and so " +
      "is a model that was there before the first release. Exits 1 when it cannot be said in Git.",
    examples: ["model-release adopt release.yaml"],
    load: async () => (await import("../adopt.ts")).adopt,
  },
  {
    name: "heal",
    summary: "give an endpoint back the traffic split that its ledger says, whoever changed it",
    operands: "<release.yaml>",
    arity: { min: 1, max: 1 },
    options: [JSON_OPTION],
    details:
      "One write, under the lease and only if nothing changes meanwhile, and one line in the ledger. Exits 0 when the " +
      "endpoint serves what the ledger says, 1 when it cannot: a deployed model that is gone needs `adopt`, then `promote`.",
    examples: ["model-release heal release.yaml"],
    load: async () => (await import("../heal.ts")).heal,
  },
  {
    name: "unlock",
    summary: "say who may write to an endpoint now, and free a lease that nobody renews",
    operands: "<release.yaml>",
    arity: { min: 1, max: 1 },
    options: [JSON_OPTION, { name: "force", description: "free the lease if it has run out; a live one is refused" }],
    details:
      "A lease lives 60 seconds and is renewed while a run is at work, so a run that died keeps nobody out for longer. What " +
      "that run had begun is remembered: the next one ends it. Exits 1 when --force meets a run that is alive.",
    examples: ["model-release unlock release.yaml", "model-release unlock release.yaml --force"],
    load: async () => (await import("../unlock.ts")).unlock,
  },
];
