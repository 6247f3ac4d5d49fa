import { Failure } from "../../../failure.ts";
import { sameBytes } from "../strings/bytes.ts";
import { compileRegex, matchesWhole, type Regex } from "../strings/regex/regex.ts";
import { parseRewrite, type Rewrite, replaceMatches } from "../strings/regex/replace.ts";
import { allocate, stringsOf, tensor } from "../values/tensor.ts";
import type { HostTensor } from "../values/value.ts";
import { type Context, type Family, type HostRun, hostKernel, invalid, type KernelNode } from "./kernel.ts";

/** Patterns in RE2's syntax. */
export const regexes: Family = {
  StaticRegexReplace: hostKernel((node) => {
    const regex = compiled(node.bytes("pattern"));
    const rewrite = parseRewrite(node.bytes("rewrite"));
    const everywhere = node.bool("replace_global");
    return ([input], context) => replaced(input!, regex, { rewrite, everywhere, context });
  }),
  RegexReplace: hostKernel(replace),
  StaticRegexFullMatch: hostKernel((node) => {
    const regex = compiled(node.bytes("pattern"));
    return ([input], context) => matched(input!, regex, context);
  }),
  RegexFullMatch: hostKernel((node) => {
    const prepare = lastPattern(node);
    return ([input, pattern], context) => matched(input!, prepare(pattern!), context);
  }),
};

function replace(node: KernelNode): HostRun {
  const everywhere = node.bool("replace_global");
  const prepare = lastPattern(node);
  return ([input, pattern, rewriteText], context) => {
    const rewrite = parseRewrite(onlyText(rewriteText!, "Rewrite"));
    return replaced(input!, prepare(pattern!), { rewrite, everywhere, context });
  };
}

/** A pattern that is an input hardly ever changes. */
function lastPattern(node: KernelNode): (pattern: HostTensor) => Regex {
  let last: { readonly pattern: Uint8Array; readonly regex: Regex } | null = null;
  const prepare = (value: HostTensor) => {
    const pattern = onlyText(value, "Pattern");
    if (last === null || !sameBytes(last.pattern, pattern)) last = { pattern, regex: compiled(pattern) };
    return last.regex;
  };
  const known = node.constant(1);
  if (known !== null) prepare(known);
  return prepare;
}

function onlyText(value: HostTensor, name: string): Uint8Array {
  if (value.shape.length > 0) throw invalid(`${name} must be scalar, but received [${value.shape}]`);
  return stringsOf(value)[0]!;
}

function compiled(pattern: Uint8Array): Regex {
  try {
    return compileRegex(pattern);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const text = new TextDecoder().decode(pattern.subarray(0, 200));
    throw invalid(`Invalid pattern: ${text}, error: ${error.message}`);
  }
}

interface Replacement {
  readonly rewrite: Rewrite;
  readonly everywhere: boolean;
  readonly context: Context;
}

function replaced(input: HostTensor, regex: Regex, { rewrite, everywhere, context }: Replacement): HostTensor {
  const checkDeadline = () => context.checkDeadline();
  const texts = stringsOf(input).map((text) => replaceMatches(regex, { text, checkDeadline }, rewrite, everywhere));
  return tensor("string", input.shape, texts);
}

function matched(input: HostTensor, regex: Regex, context: Context): HostTensor {
  const checkDeadline = () => context.checkDeadline();
  const texts = stringsOf(input);
  const result = allocate<Uint8Array>("bool", texts.length);
  for (let index = 0; index < texts.length; index++) {
    result[index] = matchesWhole(regex, { text: texts[index]!, checkDeadline }) ? 1 : 0;
  }
  return tensor("bool", input.shape, result);
}
