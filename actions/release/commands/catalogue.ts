import type { CommandDescription, OptionDescription } from "./command.ts";

const JSON_OPTION: OptionDescription = { name: "json", description: "print one JSON document and nothing else" };
const ENDPOINT_OPTION: OptionDescription = { name: "endpoint", value: "E", description: "only this endpoint's ledger" };

/** Every command that exists, in the order in which a newcomer meets them. */
export const COMMANDS: readonly CommandDescription[] = [
  {
    name: "inspect",
    summary: "say what a SavedModel or a release is, and whether it is safe and servable, without loading it",
    operands: "<savedmodel | release.yaml>",
    arity: { min: 1, max: 1 },
    options: [
      JSON_OPTION,
      { name: "tensorflow-version", value: "V", description: "also say what that TensorFlow cannot load, such as 2.9" },
    ],
    details:
      "Reads the graph as data: digest, signatures, operators, variables with their checksums, what could harm a " +
      "server, what would keep one from serving. Exits 1 when something is unsafe or cannot be served, 2 when the " +
      "graph cannot be read.",
    examples: ["model-release inspect artifacts/churn", "model-release inspect release.yaml --json"],
    load: async () => (await import("./inspect.ts")).inspect,
  },
  {
    name: "pack",
    summary: "write or refresh the release.yaml of a SavedModel",
    operands: "<savedmodel>",
    arity: { min: 1, max: 1 },
    options: [
      JSON_OPTION,
      { name: "out", value: "FILE", description: "the manifest to write or refresh (default: release.yaml)" },
    ],
    details:
      "Fills in what the artifact decides: digest, contract, versions. What only a person knows becomes a TODO. " +
      "An existing manifest keeps its comments, its order and everything that a person wrote.",
    examples: ["model-release pack artifacts/churn", "model-release pack artifacts/churn --out churn/release.yaml"],
    load: async () => (await import("./pack.ts")).pack,
  },
  {
    name: "predict",
    summary: "ask a SavedModel as TensorFlow Serving would be asked",
    operands: "<savedmodel>",
    arity: { min: 1, max: 1 },
    options: [
      {
        name: "input",
        value: "FILE",
        description: "the request, as JSON: a file, a pipe, or - for the standard input",
      },
      {
        name: "signature",
        value: "S",
        description: "the signature to ask (default: the request's, or serving_default)",
      },
      { name: "runtime", value: "R", description: "auto, tensorflow or embedded (default: auto)" },
    ],
    details:
      'Takes the serving API\'s request, rows in {"instances": […]} or columns in {"inputs": …}, and prints its ' +
      "response and nothing else. The model runs in a process of its own that sees no secret. Exits 1 when the model " +
      "is not safe to load, 2 when the request does not fit it.",
    examples: [
      "model-release predict artifacts/churn --input request.json",
      "echo '{\"instances\": [[1, 2]]}' | model-release predict artifacts/churn --input -",
    ],
    load: async () => (await import("./predict.ts")).predict,
  },
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
    load: async () => (await import("./validate.ts")).validate,
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
    load: async () => (await import("./merge.ts")).merge,
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
    load: async () => (await import("./load.ts")).load,
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
    load: async () => (await import("./history.ts")).history,
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
    load: async () => (await import("./verify.ts")).verify,
  },
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
    load: async () => (await import("./plan.ts")).plan,
  },
  {
    name: "promote",
    summary: "bring an endpoint to what the default branch says of a release",
    operands: "<release.yaml>",
    arity: { min: 1, max: 1 },
    options: [
      JSON_OPTION,
      { name: "wait", description: "wait for operations and the canary (default: leave them to the next run)" },
      { name: "evidence", value: "DIR", description: "what `validate --out DIR` wrote, judged again, as the pass" },
      { name: "approve", description: "answer for what an approver would, such as a high risk" },
    ],
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
    load: async () => (await import("./promote.ts")).promote,
  },
  {
    name: "emulator",
    summary: "run a local Vertex AI and Cloud Storage that deploy and answer with real models",
    operands: "",
    arity: { min: 0, max: 0 },
    options: [
      JSON_OPTION,
      { name: "port", value: "P", description: "Vertex AI's port on 127.0.0.1 (default: 0, which picks one)" },
      {
        name: "state",
        value: "DIR",
        description: "keep everything there and go on from it (default: nothing is kept)",
      },
      { name: "faults", value: "FILE", description: "what is to go wrong, by call or by seed, as JSON" },
    ],
    details:
      'Prints one line when it is ready, {"vertex": "127.0.0.1:P", "storage": "http://127.0.0.1:Q"}, and ends when it is ' +
      "interrupted and its models' processes have ended. Google's own clients work on it as they are: gRPC and REST at " +
      "the first address, uploads and metrics at the second. Any project and any region is there.",
    examples: ["model-release emulator --port 8085 --state .emulator", "model-release emulator --faults faults.json"],
    load: async () => (await import("./emulator.ts")).emulator,
  },
  {
    name: "setup",
    summary: "put the TensorFlow that will serve your model on this machine",
    operands: "",
    arity: { min: 0, max: 0 },
    options: [
      JSON_OPTION,
      {
        name: "tensorflow-version",
        value: "V",
        description: "such as 2.15 or 2.15.1 (default: what every release.yaml below this folder is served with)",
      },
      {
        name: "variant",
        value: "cpu|gpu|system",
        description: "gpu brings its CUDA; system takes what the machine has",
      },
      { name: "index-url", value: "URL", description: "the package index (default: what pip is configured to use)" },
    ],
    details:
      "Fetches the wheel by pip, holds it against a pinned SHA-256, unpacks only the libraries, compiles the addon, and " +
      "keeps the result: the next call takes no time. It lies where MODEL_RELEASE_RUNTIME says, else in the runner's " +
      "tool cache, else in your own cache folder. Needs python3 with pip, and g++.",
    examples: ["model-release setup", "model-release setup --tensorflow-version 2.15 --variant gpu"],
    load: async () => (await import("./setup.ts")).setup,
  },
  {
    name: "doctor",
    summary: "say what this machine can run, what it cannot, and what would change that",
    operands: "",
    arity: { min: 0, max: 0 },
    options: [
      JSON_OPTION,
      { name: "device", value: "auto|cpu|gpu", description: "what must work here; fails where it would not" },
    ],
    details:
      "Looks at Node, memory, disk, tools, the runner, the NVIDIA driver with its GPUs and who else uses them, and at " +
      "the runtimes that are set up, whose files are hashed again. Exits 1 when something must be mended first.",
    examples: ["model-release doctor", "model-release doctor --device gpu --json"],
    load: async () => (await import("./doctor.ts")).doctor,
  },
];

/** Understood by every command. */
export const COMMON_OPTIONS: readonly OptionDescription[] = [
  { name: "help", description: "show this help" },
  { name: "verbose", description: "say more on stderr" },
];
