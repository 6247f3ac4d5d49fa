import { isMeasured } from "../../shared/evidence/evidence.ts";
import { Failure, toFailure } from "../../shared/failure.ts";
import { gateLines, noticesOf } from "../../shared/gate/notices.ts";
import { type VerdictStatus, worst } from "../../shared/gate/verdict.ts";
import type { Notice } from "../../shared/ports/notice.ts";
import type { KeepFolder } from "../../shared/ports/run-artifact.ts";
import { type ManifestFile, readRelease } from "../../shared/release/open-release.ts";
import { quote } from "../../shared/schema/phrases.ts";
import type { SetupPorts } from "../setup/run.ts";
import { askedManifests } from "./asked-manifests.ts";
import type { StepInputs, ValidateInputs } from "./inputs.ts";
import { keepEvidence } from "./kept-evidence.ts";
import { needsValidation } from "./needs-validation.ts";
import { settingUpRuntime } from "./set-up-runtime.ts";
import { type JobEvent, refuseStrangers } from "./trust.ts";
import { type ValidatePorts, type Validation, validateRelease } from "./validation.ts";

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
  /** Another job has to load a model for one of them, and nothing was validated here. */
  readonly needsValidation: boolean;
  readonly exitCode: number;
}

/** The walk of the action: one verdict for each release that is proposed, whatever becomes of the others. */
export async function validateAll(inputs: StepInputs, ports: StepPorts): Promise<Step> {
  await refuseStrangers(inputs.isTrusted, ports);
  const manifests = await askedManifests(inputs, ports);
  if (inputs.isDeciding && (await needsValidation(manifests, ports))) {
    return { status: "", evidence: "", needsValidation: true, exitCode: 0 };
  }
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
    needsValidation: false,
    exitCode: WORST_FIRST.find((code) => ends.some(({ exitCode }) => exitCode === code)) ?? 0,
  };
}

/** The walk of one release: release → artifact → evidence → verdict. */
export async function run(inputs: ValidateInputs, ports: ValidatePorts): Promise<Validation> {
  const path = ports.resolve(inputs.manifest);
  const challenger = await readRelease({ path, title: inputs.manifest }, ports.files);
  return validateRelease({ ...challenger, path }, inputs, ports);
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
    const validation = await validateRelease({ ...challenger, path: manifest.path }, wish, ports);
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
