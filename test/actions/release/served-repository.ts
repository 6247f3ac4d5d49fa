import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cloudPorts } from "../../../actions/wiring/cloud-ports.ts";
import { localFiles } from "../../../shared/adapters/files/files.ts";
import type { Split } from "../../../shared/ports/endpoint.ts";
import { git } from "../../contract/git-repository.ts";
import { fakeBuckets } from "../../fakes/bucket.ts";
import { type FakeCloud, fakeCloud } from "../../fakes/cloud.ts";
import { silentLog } from "../../fakes/log.ts";
import { DIGEST, entry, share } from "../../shared/ledger/entries.ts";
import { type Called, callWithPorts } from "./call.ts";
import { scratch, withOrigin, written } from "./ledger-repository.ts";

const ENDPOINT = "1234567890";
export const LEASE = `.model-release/${ENDPOINT}.lease.json`;
const NAME = `projects/p/locations/europe-west4/endpoints/${ENDPOINT}`;

/** A clone with an origin whose main branch released 1.0.0 and then 2.0.0, which a cloud in memory serves. */
export interface Served {
  readonly origin: string;
  readonly folder: string;
  readonly cloud: FakeCloud;
  readonly buckets: ReturnType<typeof fakeBuckets>;
  /** `model-release`, as a person would call it in the clone. */
  run(...words: readonly string[]): Promise<Called>;
  json<T>(...words: readonly string[]): Promise<T & { readonly exitCode: number }>;
  /** Traffic as somebody sets it at the console. */
  move(split: Split): void;
  split(): Split;
  commit(path: string, text: string): string;
}

export async function servedRepository(): Promise<Served> {
  const { origin, folder } = await copied();
  const cloud = fakeCloud({ endpoints: [ENDPOINT] });
  const buckets = fakeBuckets();
  const environment = { PATH: process.env.PATH, HOME: folder };
  const delivery = async () => {
    const resolve = (path: string): string => join(folder, path);
    const { signal } = new AbortController();
    const ground = { files: localFiles(), log: silentLog, clock: { elapsedMs: () => 0 }, resolve, signal };
    const ports = cloudPorts({ ...ground, environment, token: null });
    return {
      ...ports,
      cloud: async () => ({ ...cloud, [Symbol.asyncDispose]: async () => {} }),
      buckets: async () => buckets,
    };
  };
  const run = (...words: readonly string[]) => callWithPorts({ delivery }, folder, ...words);
  const served: Served = {
    ...{ origin, folder, cloud, buckets, run },
    async json(...words) {
      const { exitCode, printed } = await run(...words, "--json");
      return { ...JSON.parse(printed), exitCode };
    },
    move: (split) => cloud.console.share(NAME, split),
    split: () => cloud.state.endpoints[NAME]!.split,
    commit: (path, text) => committed(folder, path, text),
  };
  serve(served);
  return served;
}

let laid: Promise<{ readonly origin: string; readonly clone: string }> | null = null;

/** Laid once for all the tests of a file, and copied for each. */
async function copied(): Promise<Pick<Served, "origin" | "folder">> {
  laid ??= lay();
  const template = await laid;
  const [origin, folder] = [scratch(), scratch()];
  cpSync(template.origin, origin, { recursive: true });
  cpSync(template.clone, folder, { recursive: true });
  git(folder, ["config", "remote.origin.url", origin]);
  return { origin, folder };
}

async function lay() {
  const { origin, clone } = withOrigin();
  const commits = ["1.0.0", "2.0.0"].map((version, index) => {
    const digest = [DIGEST.one, DIGEST.two][index]!;
    return committed(clone, "churn/release.yaml", manifestText(version, digest));
  });
  const [one, two] = [share(DIGEST.one, 100), { ...share(DIGEST.two, 100), version: "2.0.0" }];
  const first = entry({ commit: commits[0]!, event: "healthy", after: [one] });
  const second = { commit: commits[1]!, version: "2.0.0", digest: DIGEST.two, before: [one], after: [two] };
  await written(clone, first, { ...first, ...second, time: "2026-03-02T10:00:00.000Z" });
  return { origin, clone };
}

function serve(served: Served): void {
  const version = { model: "projects/p/locations/europe-west4/models/churn", version: "1" };
  const about = { version, displayName: "churn", deployedAt: "2026-03-01T10:00:00.000Z", machine: null };
  served.cloud.state.endpoints[NAME]!.deployed = [
    { ...about, id: "1", digest: DIGEST.one },
    { ...about, id: "2", digest: DIGEST.two },
  ];
  served.move({ 2: 100 });
}

function committed(folder: string, path: string, text: string): string {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
  git(folder, ["add", "--all"]);
  git(folder, ["commit", "--quiet", "--message", `change ${path}`]);
  git(folder, ["push", "--quiet", "origin", "HEAD:main"]);
  return git(folder, ["rev-parse", "HEAD"]).trim();
}

export function manifestText(version: string, digest: string): string {
  return `apiVersion: model-release/v1
model: {name: churn, version: ${version}, owner: growth}
artifact: {uri: artifact, digest: "${digest}"}
contract:
  inputs: [{name: x, dtype: float32, shape: [-1, 1]}]
  outputs: [{name: y, dtype: float32, shape: [-1, 1]}]
gates: {quality: {level: "off"}, slices: {level: "off"}, golden: {level: "off"}, sanity: {level: "off"}}
target: {kind: vertex, project: my-project, region: europe-west4, endpoint: "${ENDPOINT}", bucket: models}
`;
}
