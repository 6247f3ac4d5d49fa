import type { Dtype } from "../../../ports/tensor.ts";
import type { Features, FeatureValues } from "../strings/example.ts";
import type { HostTensor } from "../values/value.ts";

export interface DenseFeature {
  readonly key: string;
  readonly dtype: Dtype;
  /** The first size is −1 where examples may differ in it. */
  readonly shape: readonly number[];
  /** Empty: the feature must be there. */
  readonly byDefault: HostTensor;
}

export interface Batch {
  /** For messages: what the caller calls each example. */
  readonly names: readonly Uint8Array[];
  readonly rows: readonly Features[];
  /** One example, not a batch of one: results have no first axis. */
  readonly isSingle: boolean;
}

/** A column of a batch: null where an example lacks the feature. */
export type Column = readonly (FeatureValues | null)[];

export function nameOf({ names }: Pick<Batch, "names">, index: number): string {
  return names[index] === undefined ? "<unknown>" : new TextDecoder().decode(names[index]);
}
