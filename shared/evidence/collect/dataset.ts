import { Failure } from "../../failure.ts";
import type { Dataset, Datasets, Shard } from "../../ports/dataset.ts";
import type { Signature } from "../../ports/signature.ts";
import type { BucketCopies } from "../../release/bucket-copies.ts";
import { isInBucket } from "../../release/bucket-place.ts";
import type { Manifest } from "../../release/manifest.ts";
import type { OpenRelease } from "../../release/open-release.ts";
import { sliceRequests } from "../../release/predicates/slices.ts";
import type { Evaluation, Metric } from "../../schema/release.types.ts";

export interface DatasetWish {
  /** Whose contract says how columns become inputs. */
  readonly release: OpenRelease;
  /** The signature of it that is asked. */
  readonly signature: Signature;
  readonly evaluation: Evaluation & { readonly primaryMetric: Metric };
  /** The challenger's folder, from which the file is named. */
  readonly folder: string;
  readonly shard: Shard | null;
}

interface DatasetPorts {
  readonly datasets: Datasets;
  readonly copies: BucketCopies;
}

/** More than any disk of a runner holds: it ends a mistake, not a large set. */
const MAX_DATASET_BYTES = 2 ** 40;

/** The rows that are judged, as one of the two models takes them. */
export async function openDataset(wish: DatasetWish, { datasets, copies }: DatasetPorts): Promise<Dataset> {
  const { release, signature, evaluation, folder, shard } = wish;
  const { task, label, weight, output } = evaluation;
  const inputs = release.manifest.evaluation?.inputs ?? evaluation.inputs;
  const dataset = await datasets.open({
    path: await pathOf(evaluation.dataset.uri, folder, copies),
    evaluation: { task, label, ...given({ weight, output, inputs }) },
    contract: release.manifest.contract,
    signature,
    slices: sliceRequests(evaluation),
    ...(shard === null ? {} : { shard }),
  });
  if (evaluation.dataset.digest === undefined || evaluation.dataset.digest === `sha256:${dataset.digest}`)
    return dataset;
  await dataset[Symbol.asyncDispose]();
  throw otherRows(dataset, evaluation);
}

/** Whether the tensors that one takes are those that the other takes. */
export function takesTheSame(one: Manifest, other: Manifest): boolean {
  return dataForm(one) === dataForm(other);
}

/** What decides how a row becomes a tensor; ranges do not. */
function dataForm({ contract, evaluation }: Manifest): string {
  const inputs = contract.inputs.map(({ name, dtype, shape, features, nullable, encoding }) => {
    return { name, dtype, shape, features, nullable, encoding };
  });
  return JSON.stringify([inputs, evaluation?.inputs ?? null]);
}

function given<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

/** What reads the rows never reaches the network: what lies in a bucket is fetched first. */
async function pathOf(uri: string, folder: string, copies: BucketCopies): Promise<string> {
  return isInBucket(uri) ? copies.file(uri, MAX_DATASET_BYTES) : `${folder}/${uri}`;
}

function otherRows({ digest }: Dataset, { dataset }: Evaluation): Failure {
  const message = `${dataset.uri} is sha256:${digest}, and evaluation.dataset.digest says ${dataset.digest}`;
  return new Failure("dataset-invalid", message, {
    fix: "Restore the file, or name its digest if the change is meant.",
  });
}
