import { Failure } from "../../failure.ts";
import { type Exchange, parseExchanges } from "../../model/serving/exchange.ts";
import type { DataSlice, Dataset } from "../../ports/dataset.ts";
import type { Signature } from "../../ports/signature.ts";
import type { NamedTensors } from "../../ports/tensor.ts";
import { type Evidence, isMeasured, type Measured } from "../evidence.ts";
import { type LoadAttempt, measureLoad } from "../load.ts";
import { notApplicable } from "../unmeasured.ts";
import { measureAnswers } from "./answers.ts";
import type { LoadedPorts } from "./attempts.ts";
import { type Challenge, datasetId, type LoadedEvidence, requestOf } from "./challenge.ts";
import { openDataset } from "./dataset.ts";
import { unreachedMargins } from "./reach.ts";
import { sampleRequest } from "./sample.ts";
import { isLeftToFirst, LEFT_TO_FIRST, withoutModel } from "./without-model.ts";

const MAX_GOLDEN_BYTES = 2 ** 28;

interface Loaded {
  readonly evidence: LoadedEvidence;
  /** Of the evaluation set, where there is one. */
  readonly slices: readonly DataSlice[];
  /** What is odd about the evaluation set and breaks nothing. */
  readonly warnings: readonly string[];
}

/** What only a loaded model tells; `served` is the signature that is asked. */
export async function measureLoaded(challenge: Challenge, served: Signature, ports: LoadedPorts): Promise<Loaded> {
  const runtime = await ports.runtime();
  const dataset = await challengerRows(challenge, served, ports);
  await using _ = isMeasured(dataset) ? dataset : NOTHING;
  const warnings = isMeasured(dataset) ? warningsOf(dataset, challenge) : [];
  for (const warning of warnings) ports.log.info(warning);
  const golden = await goldenCases(challenge, ports);
  const sample = await sampleRequest({
    dataset: isMeasured(dataset) ? dataset : null,
    golden: isMeasured(golden) ? golden : [],
    contract: challenge.challenger.manifest.contract,
    signature: served,
  });
  const load = await freshLoads(challenge, sample, { ...ports, runtime: async () => runtime });
  const known = { dataset: isMeasured(dataset) ? datasetId(dataset) : dataset, load };
  const hasNeverLoaded = isMeasured(load) && load.attempts.every(({ outcome }) => outcome === "failed");
  const answers = hasNeverLoaded
    ? withoutModel("the model does not load")
    : await measureAnswers({ challenge, runtime, dataset, golden, sample }, ports);
  const slices = isMeasured(dataset) ? dataset.slices : [];
  return { evidence: { ...answers, ...known }, slices, warnings };
}

async function freshLoads(challenge: Challenge, inputs: NamedTensors, ports: LoadedPorts): Promise<Evidence["load"]> {
  if (isLeftToFirst(challenge)) return LEFT_TO_FIRST;
  const { challenger, wantedDevice } = challenge;
  const runtime = await ports.runtime();
  const load = await ports.tries.measure("loading the model in three fresh processes", () =>
    measureLoad({ request: requestOf(challenger), inputs, wantedDevice }, { ...ports, runtime }),
  );
  for (const attempt of isMeasured(load) ? load.attempts : []) {
    if (attempt.outcome === "failed" && attempt.isPlatform) ports.tries.note(failureOf(attempt));
  }
  return load;
}

/** A full disk or a busy GPU is the machine's: that is for whoever runs it, not for whoever made the model. */
function failureOf({ code, message, fix }: Extract<LoadAttempt, { readonly outcome: "failed" }>): Failure {
  return new Failure(code, message, { fix });
}

const NOTHING: AsyncDisposable = { async [Symbol.asyncDispose]() {} };

async function challengerRows(
  { challenger, held, shard }: Challenge,
  signature: Signature,
  ports: LoadedPorts,
): Promise<Measured<Dataset>> {
  const { evaluation } = held;
  if (evaluation === null) return notApplicable("the manifest names no evaluation set");
  const { folder } = challenger;
  return ports.tries.measure("opening the evaluation set", () =>
    openDataset({ release: challenger, signature, evaluation, folder, shard }, ports),
  );
}

function warningsOf({ remarks, rows }: Dataset, { champion, held }: Challenge): readonly string[] {
  return champion === null ? remarks : [...remarks, ...unreachedMargins(held, rows)];
}

async function goldenCases(
  { challenger }: Challenge,
  { tries, files }: LoadedPorts,
): Promise<Measured<readonly Exchange[]>> {
  const { golden } = challenger.manifest;
  if (golden === undefined) return notApplicable("the manifest names no golden cases");
  return tries.measure("reading the golden cases", async () =>
    parseExchanges(await files.read(`${challenger.folder}/${golden.file}`, MAX_GOLDEN_BYTES), golden.file),
  );
}
