import type { CommandDescription } from "../command.ts";
import { ENDPOINT_OPTION, JSON_OPTION } from "./options.ts";

/** What became of every release. */
export const LEDGER_COMMANDS: readonly CommandDescription[] = [
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
];
