import type { Attribute } from "../../graph.ts";
import { type Judgement, quoted, type Trial } from "./judgement.ts";

interface Option {
  readonly attribute: string;
  readonly does: string;
  readonly harmless: RegExp;
}

const DEBUGGER: Option = {
  attribute: "debug_urls",
  does: "sends what it sees to files or other machines",
  harmless: /^$/,
};
const COPY: Option = { ...DEBUGGER, attribute: "debug_ops_spec" };
const DESCRIPTORS: Option = {
  attribute: "descriptor_source",
  does: "reads a file of descriptors",
  harmless: /^(local:\/\/|bytes:\/\/[\s\S]*)?$/,
};

const OPTIONS: Readonly<Record<string, Option>> = {
  FixedUnigramCandidateSampler: { attribute: "vocab_file", does: "reads a vocabulary file", harmless: /^$/ },
  DecodeProtoV2: DESCRIPTORS,
  EncodeProto: DESCRIPTORS,
  DebugIdentity: DEBUGGER,
  DebugIdentityV2: DEBUGGER,
  DebugIdentityV3: DEBUGGER,
  DebugNanCount: DEBUGGER,
  DebugNumericSummary: DEBUGGER,
  Copy: COPY,
  CopyHost: COPY,
};

/** Operators that reach out only where an attribute names where to. */
export function judgeOption({ node }: Trial): Judgement | null {
  const option = OPTIONS[node.op];
  if (option === undefined) return null;
  const wrong = texts(node.attribute(option.attribute)).find((text) => text === null || !option.harmless.test(text));
  if (wrong === undefined) return null;
  return {
    reason: `${node.op} ${option.does}: ${option.attribute} is ${shown(wrong)}`,
    fix: `Export the model with an empty ${option.attribute}.`,
  };
}

/** Messages for people go to the process's own streams; TensorFlow would append to any `file://` as well. */
export function judgePrint({ node }: Trial): Judgement | null {
  const [stream = null] = [...texts(node.attribute("output_stream")), "stderr"];
  if (stream === "stdout" || stream === "stderr") return null;
  return {
    reason: `${node.op} prints to something other than stdout and stderr: output_stream is ${shown(stream)}`,
    fix: "Print to sys.stdout or sys.stderr.",
  };
}

/** Null stands for what only a caller decides. */
function texts(attribute: Attribute | undefined): readonly (string | null)[] {
  if (attribute === undefined) return [];
  if (attribute.kind === "list") return attribute.value.flatMap(texts);
  return [attribute.kind === "string" ? new TextDecoder().decode(attribute.value) : null];
}

function shown(text: string | null): string {
  return text === null ? "left to the caller" : quoted(text);
}
