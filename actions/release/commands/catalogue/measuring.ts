import type { CommandDescription } from "../command.ts";
import { JSON_OPTION } from "./options.ts";

/** What a release is worth. */
export const MEASURING_COMMANDS: readonly CommandDescription[] = [
  {
    name: "validate",
    summary: "measure a release against the one that it would replace, and judge it",
    operands: "<release.yaml>",
    arity: { min: 1, max: 1 },
    options: [
      JSON_OPTION,
      {
        name: "champion",
        value: "FILE | REF",
        description: "what to compare with: a manifest, or a commit (default: what the base branch names)",
      },
      { name: "runtime", value: "R", description: "auto, tensorflow or embedded (default: auto)" },
      { name: "device", value: "D", description: "auto, cpu or gpu, which is then asserted (default: auto)" },
      { name: "shard", value: "I/N", description: "only the I-th of N parts of the rows; `merge` joins them" },
      { name: "out", value: "DIR", description: "the folder for evidence.json and verdict.json" },
    ],
    details:
      "Scans before it loads; then golden cases, edges of the contract, quality on the evaluation set against the " +
      "champion, latency under load. Every gate is measured, whatever the others say. Exits 0 when the verdict is " +
      "pass, 1 when it is fail, 3 when it is inconclusive, 2 when an input is wrong, 4 when the machine is.",
    examples: [
      "model-release validate release.yaml --champion champion/release.yaml",
      "model-release validate release.yaml --out out --json",
    ],
    load: async () => (await import("../validate.ts")).validate,
  },
  {
    name: "merge",
    summary: "join the shards of a validation into the verdict that one run would have had",
    operands: "<dir…>",
    arity: { min: 1, max: 1000 },
    options: [JSON_OPTION, { name: "out", value: "DIR", description: "the folder for evidence.json and verdict.json" }],
    details:
      "Each folder is what `validate --shard I/N --out DIR` wrote, on whatever machine. All N have to be there, each " +
      "once and all of one run. What no row tells, such as latency, is what the first shard measured. Exits as " +
      "`validate` does.",
    examples: ["model-release merge shard-1 shard-2 shard-3 --out out"],
    load: async () => (await import("../merge.ts")).merge,
  },
  {
    name: "load",
    summary: "send requests to a server or a SavedModel at a steady rate, and say how long they took",
    operands: "<http(s)://… | projects/…/endpoints/… | savedmodel>",
    arity: { min: 1, max: 1 },
    options: [
      JSON_OPTION,
      { name: "rate", value: "R", description: "requests a second (default: 50); a search begins there" },
      { name: "duration", value: "S", description: "for how many seconds (default: 30; each step of a search 5)" },
      { name: "arrivals", value: "A", description: "poisson, as many people ask, or constant (default: poisson)" },
      { name: "warm-up", value: "S", description: "seconds before, which are not measured (default: 2)" },
      {
        name: "input",
        value: "FILE",
        description: "the request, as JSON (default: GET, or one that fits the SavedModel)",
      },
      { name: "p95", value: "MS", description: "exit 1 when the 95th percentile is higher" },
      { name: "search", description: "find the highest rate whose 95th percentile is within --p95" },
      { name: "connections", value: "N", description: "how many connections, or calls at once (default: 64)" },
      { name: "timeout", value: "S", description: "how long an answer may take (default: 30)" },
      { name: "seed", value: "N", description: "the same seed gives the same Poisson arrivals (default: 1)" },
      { name: "ca", value: "FILE", description: "trust these authorities too, in PEM" },
      { name: "insecure", description: "trust any certificate: for a server of your own" },
      {
        name: "token-variable",
        value: "NAME",
        description: "the variable that holds a bearer token (default for Vertex AI: your own credentials)",
      },
      { name: "signature", value: "S", description: "the SavedModel's signature (default: serving_default)" },
      { name: "runtime", value: "R", description: "auto, tensorflow or embedded (default: auto)" },
    ],
    details:
      "An open loop: each request is sent when it is due, whatever became of those before, and timed from then to its " +
      "last byte, so that a server that stalls is charged for everyone it keeps waiting. A run whose own send lag matters " +
      "is called invalid. Exits 1 when requests fail or p95 is over its limit, 3 when the run is invalid or interrupted.",
    examples: [
      "model-release load http://127.0.0.1:8501/v1/models/churn:predict --input request.json --rate 200",
      "model-release load artifacts/churn --p95 50 --search",
    ],
    load: async () => (await import("../load.ts")).load,
  },
];
