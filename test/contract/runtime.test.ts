import { readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runtimeFor } from "../../actions/wiring/runtimes.ts";
import { embeddedRuntime } from "../../shared/adapters/embedded/runtime.ts";
import { localFiles } from "../../shared/adapters/files/files.ts";
import { processRuntime } from "../../shared/adapters/system/model-process/runtime.ts";
import { tensorflowRuntime } from "../../shared/adapters/tensorflow/runtime.ts";
import { silentLog } from "../fakes/log.ts";
import { fakeRuntime } from "../fakes/runtime.ts";
import { describeNative } from "../native.ts";
import { project } from "../repo/project.ts";
import { type RuntimeWorld, runtimeContract } from "./runtime.ts";

const directory = join(project, "fixtures/models/runtime-contract");
const worker = join(project, "test/fakes/model-worker.ts");
const here = { directory, residentBytes: () => process.memoryUsage.rss() };
const inChildren = { directory, residentBytes: residentBytesOfChildren };

const WORLDS: readonly (RuntimeWorld & { readonly title: string })[] = [
  { title: "the fake runtime", runtime: fakeRuntime(), ...here },
  { title: "the embedded runtime", runtime: embeddedRuntime(localFiles()), ...here },
  {
    title: "the fake runtime in a process of its own",
    runtime: processRuntime({ name: "embedded", worker, readable: [project], log: silentLog }),
    ...inChildren,
  },
  {
    title: "the embedded runtime in a process of its own",
    runtime: await runtimeFor({ runtime: "embedded" }, silentLog),
    ...inChildren,
  },
];

for (const { title, ...world } of WORLDS) runtimeContract(title, world);

describeNative("TensorFlow", async ({ addon }) => {
  const runtime = tensorflowRuntime(localFiles(), { addon, device: "cpu", scratch: tmpdir() });
  runtimeContract("in this process", { runtime, ...here });
  const inProcess = await runtimeFor({ runtime: "tensorflow", device: "cpu" }, silentLog);
  runtimeContract("in a process of its own", { runtime: inProcess, ...inChildren });
});

/** Of all models that are loaded: only one of them works while it is measured. */
function residentBytesOfChildren(): number {
  const pids = readdirSync("/proc/self/task").flatMap((task) => {
    const children = readFileSync(`/proc/self/task/${task}/children`, "latin1").trim();
    return children === "" ? [] : children.split(" ");
  });
  const kibibytes = pids.map((pid) => /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1]);
  return 1024 * kibibytes.reduce((sum, each) => sum + Number(each ?? 0), 0);
}
