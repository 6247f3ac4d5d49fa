import type { Challenge, CollectPorts } from "../../shared/evidence/collect/challenge.ts";
import { SHARD_FILES, type ShardDocument } from "../../shared/evidence/collect/shard-folder.ts";
import { collectEvidence } from "../../shared/evidence/collect.ts";
import type { Evidence } from "../../shared/evidence/evidence.ts";
import type { Failure } from "../../shared/failure.ts";
import { judge } from "../../shared/gate/judge.ts";
import { policyOf } from "../../shared/gate/policy.ts";
import type { Verdict } from "../../shared/gate/verdict.ts";
import type { NewFile } from "../../shared/ports/new-file.ts";
import type { Repositories } from "../../shared/ports/repository.ts";
import type { Runtime } from "../../shared/ports/runtime.ts";
import { bucketCopies, type CopyPorts } from "../../shared/release/bucket-copies.ts";
import { chooseChampion } from "../../shared/release/choose-champion.ts";
import { openRelease, type ReadRelease } from "../../shared/release/open-release.ts";
import { refuseContested } from "./contested.ts";
import type { ValidateInputs } from "./inputs.ts";
import { withNearest } from "./nearest-return.ts";
import { type RehearsalPorts, rehearsalOf } from "./rehearsal.ts";
import type { RuntimeWish } from "./set-up-runtime.ts";
import { returning, shortcutOf } from "./shortcut.ts";
import { writeValidation } from "./validation-folder.ts";

export interface ValidatePorts
  extends CopyPorts,
    Pick<RehearsalPorts, "rehearsalCloud" | "sleep">,
    Omit<CollectPorts, "runtime" | "otherRuntime" | "scoreFile" | "copies"> {
  /** A path as the user wrote it, seen from where the user stands. */
  readonly resolve: (path: string) => string;
  readonly runtime: (wish: RuntimeWish) => Promise<Runtime>;
  /** Null where this machine has no other. */
  readonly otherRuntime: (name: Runtime["name"]) => Promise<Runtime | null>;
  readonly repositories: Repositories;
  /** The commit that is proposed to; null for the default branch. */
  readonly base: string | null;
  /** A folder that is gone with what it is asked for. */
  readonly scratch: () => Promise<Scratch>;
  readonly newFile: (path: string) => NewFile;
  /** As `2026-12-31`. */
  readonly today: () => string;
}

interface Scratch extends AsyncDisposable {
  readonly folder: string;
}

export interface Validation {
  readonly evidence: Evidence;
  readonly verdict: Verdict;
  /** What kept something from being measured that is neither model's doing. */
  readonly fault: Failure | null;
}

/** A manifest that was read, and where. */
export interface Proposed extends ReadRelease {
  readonly path: string;
}

/** The walk of one release, told what else may be brought back where a revert's artifact is gone. */
export async function validateRelease(
  proposed: Proposed,
  inputs: ValidateInputs,
  ports: ValidatePorts,
): Promise<Validation> {
  try {
    await refuseContested(proposed, ports);
    return await validated(proposed, inputs, ports);
  } catch (thrown) {
    throw await withNearest(thrown, proposed, ports);
  }
}

/** Release → artifact → evidence → verdict. */
async function validated(proposed: Proposed, inputs: ValidateInputs, ports: ValidatePorts): Promise<Validation> {
  await using scratch = await ports.scratch();
  const copies = bucketCopies(scratch.folder, ports);
  const { path, manifest } = proposed;
  const challenger = await openRelease(proposed, copies);
  const named = { path, model: manifest.model.name, digest: manifest.artifact.digest };
  const place = { asked: inputs.champion, base: ports.base, into: scratch.folder };
  const champion = await chooseChampion({ ...named, ...place }, { ...ports, copies });
  const today = ports.today();
  const base = champion?.manifest ?? null;
  // Whoever names a champion wants to see the comparison.
  const served = inputs.champion === null ? await returning({ path, manifest, champion: base }, ports) : null;
  const policy = policyOf({ challenger: manifest, base, approvals: [], today, served });
  const { evaluation, golden, gates } = policy;
  const { device, shard } = inputs;
  const wished = { wantedDevice: device === "auto" ? null : device, shard };
  const held = { evaluation, golden, gates };
  const challenge = { challenger, champion, held, shortcut: shortcutOf(served), ...wished };
  const collecting = await collectPorts(inputs, ports);
  const collected = await collectEvidence(challenge, { ...collecting, copies });
  const evidence = await withRehearsal({ ...challenge, evidence: collected.evidence }, collecting.runtime, ports);
  const { faults, slices } = collected;
  const verdict = judge(evidence, policy);
  const shardDocument = shard && shardDocumentOf({ shard, today, slices, challenger: manifest, champion: base });
  if (inputs.out !== null) {
    const told = { path: inputs.manifest, manifest, champion: base, evidence, verdict };
    await writeValidation(ports.resolve(inputs.out), { ...told, shardDocument }, ports);
  }
  return { evidence, verdict, fault: faults.find(isOutside) ?? null };
}

function shardDocumentOf(told: Omit<ShardDocument, "schema">): ShardDocument {
  return { schema: "model-release/shard/v1", ...told };
}

/** What no row tells is rehearsed once, by whoever has the first rows. */
async function withRehearsal(
  rehearsed: Challenge & { readonly evidence: Evidence },
  runtime: () => Promise<Runtime>,
  ports: ValidatePorts,
): Promise<Evidence> {
  const { evidence, shard, challenger } = rehearsed;
  const isOff = challenger.manifest.gates.rehearsal?.level === "off";
  if (isOff || evidence.shortcut !== null || ports.signal.aborted || (shard !== null && shard.index > 0))
    return evidence;
  return { ...evidence, rehearsal: await rehearsalOf(rehearsed, runtime, ports) };
}

async function collectPorts(inputs: ValidateInputs, ports: ValidatePorts): Promise<Omit<CollectPorts, "copies">> {
  if (inputs.out !== null) await ports.makeFolder(ports.resolve(inputs.out));
  let chosen: Promise<Runtime> | null = null;
  const runtime = (): Promise<Runtime> => (chosen ??= ports.runtime(inputs));
  const scoreFile = () => ports.newFile(`${ports.resolve(inputs.out!)}/${SHARD_FILES.scores}`);
  return { ...ports, runtime, scoreFile, otherRuntime: async () => ports.otherRuntime((await runtime()).name) };
}

const INPUT_FAULTS: ReadonlySet<Failure["code"]> = new Set([
  "usage",
  "document-invalid",
  "dataset-invalid",
  "artifact-changed",
  "file-missing",
  "lfs-pointer",
  "bucket-denied",
  "bucket-missing",
  "bucket-refused",
]);

/** A model that dies is evidence; a broken file of data, a full disk or an interruption is for the user or the machine. */
function isOutside({ code, exitCode }: Failure): boolean {
  return exitCode === 4 || INPUT_FAULTS.has(code);
}
