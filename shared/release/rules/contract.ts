import { nearest } from "../../schema/nearest.ts";
import { dotted, list, quote } from "../../schema/phrases.ts";
import { pointerTo } from "../../schema/source.ts";
import { type ContractInput, type ContractOutput, featureName, featureNames, widthOf } from "../contract.ts";
import { type Complaint, type Rule, repeated } from "./rule.ts";

// A hostile file can name tens of thousands of features: looking for the nearest is bounded.
const MAX_SUGGESTIONS = 20;
const MAX_CANDIDATES = 500;

/** What a contract cannot promise. */
export const contractRules: readonly Rule[] = [
  {
    reads: ["contract"],
    find: ({ contract }) => contract.inputs.flatMap((input, i) => inputComplaints(input, `/contract/inputs/${i}`)),
  },
  {
    reads: ["contract"],
    find: ({ contract }) => contract.outputs.flatMap((output, i) => outputComplaints(output, `/contract/outputs/${i}`)),
  },
  {
    reads: ["contract"],
    find: ({ contract }) => [...sameNames("inputs", contract.inputs), ...sameNames("outputs", contract.outputs)],
  },
  { reads: ["contract"], find: ({ contract }) => unknownReads(contract.outputs, contract.consumers ?? []) },
];

function inputComplaints(input: ContractInput, at: string): readonly Complaint[] {
  return [
    ...sameFeatures(input, at),
    ...featureCount(input, at),
    ...exampleFeatures(input, at),
    ...unknownFeatures(input, at),
    ...Object.entries(input.ranges ?? {}).flatMap(([name, range]) =>
      emptyRange(range, pointerTo(`${at}/ranges`, name)),
    ),
    ...rangesOfText(input, at),
  ];
}

function outputComplaints(output: ContractOutput, at: string): readonly Complaint[] {
  return [...emptyRange(output.range, `${at}/range`), ...labelCount(output, at), ...sameLabels(output, at)];
}

function sameNames(side: "inputs" | "outputs", tensors: readonly { readonly name: string }[]): readonly Complaint[] {
  return repeated(tensors.map(({ name }) => name)).map((index) => ({
    at: `/contract/${side}/${index}/name`,
    message: `contract.${side} names ${quote(tensors[index]!.name)} twice`,
    fix: "Keep one of them.",
  }));
}

function sameFeatures(input: ContractInput, at: string): readonly Complaint[] {
  const names = input.features?.map(featureName) ?? [];
  return repeated(names).map((index) => ({
    at: `${at}/features/${index}`,
    message: `${dotted(at)}.features names ${quote(names[index]!)} twice`,
    fix: "Name each feature once, in the model's order.",
  }));
}

function featureCount({ features, shape, encoding }: ContractInput, at: string): readonly Complaint[] {
  if (features === undefined || encoding !== undefined || shape === null) return [];
  // Without a batch dimension in sight, a lone free one is the batch and each row one number.
  const last = shape.length === 1 && shape[0] === -1 ? 1 : (shape.at(-1) ?? 1);
  if (last === -1 || last === features.length) return [];
  const message = `${dotted(at)} has ${features.length} features, and room for ${last} in its shape`;
  return [{ at: `${at}/features`, onKey: true, message, fix: "List as many features as the last dimension holds." }];
}

function exampleFeatures({ features, encoding, dtype }: ContractInput, at: string): readonly Complaint[] {
  const path = dotted(at);
  if (encoding === undefined) {
    const typed = features?.findIndex((feature) => typeof feature !== "string") ?? -1;
    if (typed === -1) return [];
    const message = `${path}.features[${typed}] has a dtype of its own, and the input is not encoded`;
    return [
      { at: `${at}/features/${typed}`, message, fix: "Write the column's name alone, or add encoding: tf.Example." },
    ];
  }
  const untyped = features?.findIndex((feature) => typeof feature === "string") ?? 0;
  const found: Complaint[] = [];
  if (untyped !== -1) {
    const message = `${path} is encoded as tf.Example, and ${features === undefined ? "names no features" : `features[${untyped}] has no dtype`}`;
    const place = features === undefined ? `${at}/encoding` : `${at}/features/${untyped}`;
    found.push({ at: place, message, fix: "Give each feature as {name: …, dtype: …}." });
  }
  if (dtype !== "string") {
    const message = `${path} takes serialized tf.Example messages, so its dtype is string, not ${dtype}`;
    found.push({ at: `${at}/dtype`, message, fix: "Write dtype: string." });
  }
  return found;
}

function unknownFeatures(input: ContractInput, at: string): readonly Complaint[] {
  const names = featureNames(input);
  const known = new Set(names);
  const ranged = Object.keys(input.ranges ?? {}).map((name) => ({
    name,
    place: pointerTo(`${at}/ranges`, name),
    onKey: true,
  }));
  const nullable = (input.nullable ?? []).map((name, index) => ({
    name,
    place: `${at}/nullable/${index}`,
    onKey: false,
  }));
  return [...ranged, ...nullable]
    .filter(({ name }) => !known.has(name))
    .slice(0, MAX_SUGGESTIONS)
    .map(({ name, place, onKey }) => {
      const close = nearest(name, names.slice(0, MAX_CANDIDATES));
      const also = close === null ? "" : `; did you mean ${quote(close)}?`;
      const message = `${dotted(place)} names ${quote(name)}, which is no feature of ${quote(input.name)}${also}`;
      return {
        at: place,
        onKey,
        message,
        fix: close === null ? "Name one of the input's features." : `Write ${quote(close)}.`,
      };
    });
}

function rangesOfText(input: ContractInput, at: string): readonly Complaint[] {
  const dtypes = new Map(
    input.features?.map((feature) => [featureName(feature), typeof feature === "string" ? input.dtype : feature.dtype]),
  );
  return Object.keys(input.ranges ?? {}).flatMap((name) => {
    if ((dtypes.get(name) ?? (dtypes.size > 0 ? "unknown" : input.dtype)) !== "string") return [];
    const place = pointerTo(`${at}/ranges`, name);
    return [
      { at: place, onKey: true, message: `${dotted(place)} is text, which has no range`, fix: "Take the range out." },
    ];
  });
}

function emptyRange(range: readonly [number, number] | undefined, at: string): readonly Complaint[] {
  if (range === undefined || range[0] < range[1]) return [];
  const message = `${dotted(at)} must rise, got [${range[0]}, ${range[1]}]`;
  return [{ at, message, fix: "Write the lowest value first, then a higher one." }];
}

function labelCount(output: ContractOutput, at: string): readonly Complaint[] {
  const { labels, dtype } = output;
  const width = widthOf(output);
  // One number for each row is a class index, where it is whole, or the probability of the second of two labels.
  const whole = dtype.includes("int");
  if (labels === undefined || width === undefined || (width === 1 && whole)) return [];
  const wanted = width === 1 ? 2 : width;
  if (labels.length === wanted) return [];
  const message = `${dotted(at)} has ${labels.length} labels, and its shape asks for ${wanted}`;
  return [{ at: `${at}/labels`, onKey: true, message, fix: `List ${wanted} labels in the output's order.` }];
}

function sameLabels({ labels = [] }: ContractOutput, at: string): readonly Complaint[] {
  return repeated(labels).map((index) => ({
    at: `${at}/labels/${index}`,
    message: `${dotted(at)}.labels names ${quote(labels[index]!)} twice`,
    fix: "Give each class a label of its own.",
  }));
}

function unknownReads(
  outputs: readonly ContractOutput[],
  consumers: readonly { readonly name: string; readonly reads: readonly string[] }[],
): readonly Complaint[] {
  const names = outputs.map(({ name }) => name);
  const known = new Set(names);
  return consumers.flatMap(({ name, reads }, index) =>
    reads.flatMap((output, read) => {
      if (known.has(output)) return [];
      const message = `the consumer ${quote(name)} reads ${quote(output)}, which is no output`;
      return [{ at: `/contract/consumers/${index}/reads/${read}`, message, fix: `Write ${list(names, 6)}.` }];
    }),
  );
}
