import { readFileSync } from "node:fs";
import { join } from "node:path";
import { processRuntime } from "../../shared/adapters/system/model-process/runtime.ts";
import { silentLog } from "../fakes/log.ts";
import { fakeRuntime } from "../fakes/runtime.ts";
import { project } from "../repo/project.ts";
import { runtimeContract } from "./runtime.ts";

const directory = join(project, "fixtures/models/runtime-contract");

runtimeContract("the fake runtime", {
  runtime: fakeRuntime,
  directory,
  residentBytes: () => process.memoryUsage.rss(),
});

const worker = join(project, "test/fakes/model-worker.ts");

runtimeContract("the fake runtime in a process of its own", {
  runtime: () => processRuntime({ name: "embedded", worker, readable: [project], log: silentLog }),
  directory,
  residentBytes: ({ device }) => {
    const status = readFileSync(`/proc/${device.replace("process ", "")}/status`, "latin1");
    return 1024 * Number(/^VmRSS:\s+(\d+) kB/m.exec(status)![1]);
  },
});
