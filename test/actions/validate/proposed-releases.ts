import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseStepInputs } from "../../../actions/validate/inputs.ts";
import { type StepPorts, validateAll } from "../../../actions/validate/run.ts";
import { validatePorts } from "../../../actions/wiring/validate-ports.ts";
import { embeddedRuntime } from "../../../shared/adapters/embedded/runtime.ts";
import { localFiles } from "../../../shared/adapters/files/files.ts";
import type { Failure } from "../../../shared/failure.ts";
import type { NativeRuntime } from "../../../shared/ports/native-runtime.ts";
import type { Notice } from "../../../shared/ports/notice.ts";
import type { RuntimeRequest } from "../../../shared/ports/provisioner.ts";
import type { KeptFolder } from "../../../shared/ports/run-artifact.ts";
import type { Runtime } from "../../../shared/ports/runtime.ts";
import { git } from "../../contract/git-repository.ts";
import { recordedLog, silentLog } from "../../fakes/log.ts";
import { laidRelease, writeManifest } from "./laid-release.ts";

/** What a manifest says of another model. */
export const model = (name: string, version: string): object => ({ model: { name, version, owner: "tests" } });
const clock = { elapsedMs: () => performance.now() };
const world = validatePorts({ files: localFiles(), log: silentLog, clock, resolve: (path) => path });

/** A repository whose main branch names two releases, and a branch that changes something. */
export async function proposal(change: (folder: string) => void | Promise<void>): Promise<string> {
  const folder = await laidRelease();
  rmSync(join(folder, ".git"), { recursive: true });
  await place(folder, "other/release.yaml", model("third", "1.0.0"));
  const commit = (): void => {
    git(folder, ["add", "--all"]);
    git(folder, ["commit", "--quiet", "--allow-empty", "--message", "a commit"]);
  };
  git(folder, ["init", "--quiet", "--template=", "--initial-branch=main"]);
  commit();
  git(folder, ["switch", "--quiet", "--create", "proposal"]);
  await change(folder);
  commit();
  return folder;
}

/** The same release from a folder of its own. */
export async function place(folder: string, path: string, changes: object): Promise<void> {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  const up = (name: string) => `../${name}`;
  await writeManifest(folder, path, changes);
  const manifest = JSON.parse(readFileSync(join(folder, path), "utf8"));
  manifest.artifact.uri = up("artifact");
  manifest.evaluation.dataset.uri = up("eval.csv");
  manifest.golden.file = up("golden.jsonl");
  writeFileSync(join(folder, path), JSON.stringify(manifest, null, 2));
}

/** The walk of the action, and all that it told. */
export async function validate(
  folder: string,
  texts: Partial<Parameters<typeof parseStepInputs>[0]> = {},
  replaced: Partial<StepPorts> = {},
) {
  const given = {
    manifest: "",
    champion: "",
    runtime: "embedded",
    device: "",
    shard: "",
    out: "",
    artifact: "",
    "allow-untrusted": "",
    only: "",
    ...texts,
  };
  const { log, infos } = recordedLog();
  const [groups, notices, failures, requests]: [string[], Notice[], Failure[], RuntimeRequest[]] = [[], [], [], []];
  const kept: KeptFolder[] = [];
  const ground = { ...world, log, resolve: (path: string) => join(folder, path) };
  const step = await validateAll(parseStepInputs(given), {
    ...ground,
    base: null,
    runtime: async (): Promise<Runtime> => embeddedRuntime(localFiles()),
    otherRuntime: async () => null,
    signal: new AbortController().signal,
    setup: async () => ({
      ...ground,
      manifests: async () => [],
      provisioner: {
        versions: async () => ["2.21.0", "2.15.1"],
        async provision(request) {
          requests.push(request);
          return { runtime: { folder: "/cache" } as NativeRuntime, isReused: false, sizeBytes: 9 };
        },
      },
    }),
    async group(title, act) {
      groups.push(title);
      return act();
    },
    annotate: (told) => notices.push(...told),
    event: { name: "pull_request", path: "" },
    async keep(request) {
      kept.push(request);
      return { id: 1, sizeBytes: 9 };
    },
    report: async (failure) => void failures.push(failure),
    ...replaced,
  });
  return { step, groups, notices, failures, requests, infos, kept };
}
