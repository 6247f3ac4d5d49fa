import type { CommandDescription } from "../command.ts";
import { JSON_OPTION } from "./options.ts";

/** What this machine can do. */
export const MACHINE_COMMANDS: readonly CommandDescription[] = [
  {
    name: "demo",
    summary: "play the whole story on a scratch repository and the local cloud, and leave a page that tells it",
    operands: "",
    arity: { min: 0, max: 0 },
    options: [
      JSON_OPTION,
      { name: "keep", description: "keep the scratch repository, and say how to look around in it" },
      { name: "out", value: "DIR", description: "where the page is left (default: model-release-demo)" },
    ],
    details:
      "A first release, one whose better metric hides a regression, one that only customers can break, a good one, and a " +
      "git revert: validated, promoted and taken back by the same runs as the actions', on a repository with an origin and " +
      "the emulator, while customers ask. Needs Git, and no network, GPU or cloud. Each step is held to its script: exits 4 " +
      "where one goes otherwise, and keeps the repository then.",
    examples: ["model-release demo", "model-release demo --keep --out story"],
    load: async () => (await import("../demo.ts")).demo,
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
    load: async () => (await import("../emulator.ts")).emulator,
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
    load: async () => (await import("../setup.ts")).setup,
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
    load: async () => (await import("../doctor.ts")).doctor,
  },
];
