import type { Challenge, CollectPorts } from "../../shared/evidence/collect/challenge.ts";
import { SHARD_FILES, type ShardDocument } from "../../shared/evidence/collect/shard-folder.ts";
import { collectEvidence } from "../../shared/evidence/collect.ts";
import { type Evidence, isMeasured } from "../../shared/evidence/evidence.ts";
import { Failure, toFailure } from "../../shared/failure.ts";
import { judge } from "../../shared/gate/judge.ts";
import { gateLines, noticesOf } from "../../shared/gate/notices.ts";
import { policyOf } from "../../shared/gate/policy.ts";
import { type Verdict, type VerdictStatus, worst } from "../../shared/gate/verdict.ts";
import type { NewFile } from "../../shared/ports/new-file.ts";
import type { Notice } from "../../shared/ports/notice.ts";
import type { Repositories } from "../../shared/ports/repository.ts";
import type { KeepFolder } from "../../shared/ports/run-artifact.ts";
import type { Runtime } from "../../shared/ports/runtime.ts";
import { bucketCopies, type CopyPorts } from "../../shared/release/bucket-copies.ts";
import { chooseChampion } from "../../shared/release/choose-champion.ts";
import { type ManifestFile, openRelease, type ReadRelease, readRelease } from "../../shared/release/open-release.ts";
import { quote } from "../../shared/schema/phrases.ts";
import type { SetupPorts } from "../setup/run.ts";
import { askedManifests } from "./asked-manifests.ts";
import type { StepInputs, ValidateInputs } from "./inputs.ts";
import { keepEvidence } from "./kept-evidence.ts";
import { type RehearsalPorts, rehearsalOf } from "./rehearsal.ts";
import { type RuntimeWish, settingUpRuntime } from "./set-up-runtime.ts";
import { returning, shortcutOf } from "./shortcut.ts";
import { type JobEvent, refuseStrangers } from "./trust.ts";
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

/** What the action reaches besides: `setup`, and what a job shows. */
export interface StepPorts extends ValidatePorts {
  readonly setup: () => Promise<SetupPorts>;
  readonly group: <T>(title: string, act: () => Promise<T>) => Promise<T>;
  readonly annotate: (notices: readonly Notice[]) => void;
  readonly event: JobEvent;
  readonly keep: KeepFolder;
  readonly report: (failure: Failure) => Promise<void>;
}

export interface Step {
  /** The worst; empty where nothing was judged. */
  readonly status: VerdictStatus | "";
  /** The folder of the evidence; empty where there is none. */
  readonly evidence: string;
  readonly exitCode: number;
}

/** The walk of the action: one verdict for each release that is proposed, whatever becomes of the others. */
export async function validateAll(inputs: StepInputs, ports: StepPorts): Promise<Step> {
  await refuseStrangers(inputs.isTrusted, ports);
  const manifests = await askedManifests(inputs, ports);
  const runtime = settingUpRuntime(manifests, ports);
  const taken = new Set<string>();
  const ends: End[] = [];
  for (const manifest of manifests) {
    ends.push(
      await ports.group(`validate ${manifest.title}`, () => end(manifest, inputs, { ...ports, runtime, taken })),
    );
    ports.log.info(`${quote(manifest.title)}: ${ends.at(-1)!.outcome}`);
  }
  ports.annotate(ends.flatMap(({ notices }) => notices));
  await keepEvidence(inputs, taken, ports);
  const judged = ends.flatMap(({ outcome }) => (outcome === "scored" ? [] : [outcome]));
  return {
    status: judged.length === 0 ? "" : worst(judged),
    evidence: ends.length === 0 ? "" : inputs.out,
    exitCode: WORST_FIRST.find((code) => ends.some(({ exitCode }) => exitCode === code)) ?? 0,
  };
}

/** The walk of one release: release → artifact → evidence → verdict. */
export async function run(inputs: ValidateInputs, ports: ValidatePorts): Promise<Validation> {
  const path = ports.resolve(inputs.manifest);
  const challenger = await readRelease({ path, title: inputs.manifest }, ports.files);
  return validate({ ...challenger, path }, inputs, ports);
}

/** What a validation comes to: a shard has its rows scored, and the run that joins them judges. */
export type Outcome = VerdictStatus | "scored";

export const EXIT_CODES = { pass: 0, scored: 0, fail: 1, inconclusive: 3 } as const;

/** A fault is thrown, but what a gate has found stands, whatever else could not be measured. */
export function outcomeOf({ verdict, evidence, fault }: Validation, { shard }: Pick<ValidateInputs, "shard">): Outcome {
  if (fault !== null && verdict.status !== "fail") throw fault;
  return shard !== null && isMeasured(evidence.sanity) ? "scored" : verdict.status;
}

const WORST_FIRST = [1, 2, 4, 3, 0];

interface End {
  readonly outcome: Outcome;
  readonly exitCode: number;
  readonly notices: readonly Notice[];
}

async function end(
  manifest: ManifestFile,
  inputs: StepInputs,
  ports: StepPorts & { readonly taken: Set<string> },
): Promise<End> {
  try {
    if (ports.signal.aborted) throw notBegun(manifest);
    const challenger = await readRelease(manifest, ports.files);
    const out = `${inputs.out}/${unusedName(challenger.manifest.model.name, ports.taken)}`;
    const wish = { ...inputs, manifest: manifest.title, out };
    const validation = await validate({ ...challenger, path: manifest.path }, wish, ports);
    if (inputs.shard === null) for (const line of gateLines(validation.verdict)) ports.log.info(line);
    const outcome = outcomeOf(validation, inputs);
    const notices = outcome === "scored" ? [] : noticesOf(validation.verdict, manifest.title);
    return { outcome, exitCode: EXIT_CODES[outcome], notices };
  } catch (thrown) {
    const failure = toFailure(thrown);
    await ports.report(failure);
    return { outcome: "inconclusive", exitCode: failure.exitCode, notices: [] };
  }
}

function notBegun({ title }: ManifestFile): Failure {
  return new Failure("interrupted", `${quote(title)} was not validated: the run was interrupted`, {
    fix: "Run it again.",
  });
}

/** A model may be released to several endpoints, by a manifest for each. */
function unusedName(name: string, taken: Set<string>): string {
  let unused = name;
  for (let number = 2; taken.has(unused); number += 1) unused = `${name}-${number}`;
  taken.add(unused);
  return unused;
}

interface Read extends ReadRelease {
  readonly path: string;
}

async function validate(proposed: Read, inputs: ValidateInputs, ports: ValidatePorts): Promise<Validation> {
  await using scratch = await ports.scratch();
  const copies = bucketCopies(scratch.folder, ports);
  const { path, manifest } = proposed;
  const challenger = await openRelease(proposed, copies);
  const champion = await chooseChampion(
    { path, model: manifest.model.name, asked: inputs.champion, base: ports.base, into: scratch.folder },
    { ...ports, copies },
  );
  const today = ports.today();
  const base = champion?.manifest ?? null;
  // Whoever names a champion wants to see the comparison.
  const served = inputs.champion === null ? await returning({ path, manifest, champion: base }, ports) : null;
  const policy = policyOf({ challenger: manifest, base, approvals: [], today, served });
  const { evaluation, golden, gates } = policy;
  const { device, shard } = inputs;
  const wantedDevice = device === "auto" ? null : device;
  const held = { evaluation, golden, gates };
  const challenge = { challenger, champion, held, wantedDevice, shortcut: shortcutOf(served), shard };
  const collecting = await collectPorts(inputs, ports);
  const collected = await collectEvidence(challenge, { ...collecting, copies });
  const evidence = await withRehearsal({ ...challenge, evidence: collected.evidence }, collecting.runtime, ports);
  const { faults, slices } = collected;
  const verdict = judge(evidence, policy);
  const shardDocument: ShardDocument | null = shard && {
    schema: "model-release/shard/v1",
    shard,
    today,
    slices,
    challenger: manifest,
    champion: base,
  };
  if (inputs.out !== null) {
    const told = { path: inputs.manifest, manifest, champion: base, evidence, verdict };
    await writeValidation(ports.resolve(inputs.out), { ...told, shardDocument }, ports);
  }
  return { evidence, verdict, fault: faults.find(isOutside) ?? null };
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
