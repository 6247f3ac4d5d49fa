import { normalized } from "./ranges.ts";
import { MAX_CODE_POINT, type Ranges } from "./syntax.ts";

const DIGIT = spans("09");
const SPACE = points(9, 10, 12, 13, 32);
const WORD = spans("09", "AZ", "__", "az");

/** `\d`, `\s` and `\w`: ASCII only. */
export const PERL_CLASSES: ReadonlyMap<string, Ranges> = new Map([
  ["d", DIGIT],
  ["s", SPACE],
  ["w", WORD],
]);

/** `[:name:]` within a class. */
export const POSIX_CLASSES: ReadonlyMap<string, Ranges> = new Map([
  ["alnum", spans("09", "AZ", "az")],
  ["alpha", spans("AZ", "az")],
  ["ascii", [0, 0x7f]],
  ["blank", points(9, 32)],
  ["cntrl", [0, 0x1f, 0x7f, 0x7f]],
  ["digit", DIGIT],
  ["graph", spans("!~")],
  ["lower", spans("az")],
  ["print", spans(" ~")],
  ["punct", spans("!/", ":@", "[`", "{~")],
  ["space", [9, 13, 32, 32]],
  ["upper", spans("AZ")],
  ["word", WORD],
  ["xdigit", spans("09", "AF", "af")],
]);

/** RE2 knows categories by these names only; its C leaves unassigned code points out. */
const CATEGORIES: ReadonlySet<string> = new Set(
  "Cc Cf Co L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs".split(" "),
);
const SURROGATES: Ranges = [0xd800, 0xdfff];

const known = new Map<string, Ranges | null>();

/** `\p{Greek}`, `\pL`; null when RE2 has no such name. */
export function unicodeClass(name: string): Ranges | null {
  const found = known.get(name);
  if (found !== undefined) return found;
  const ranges = rangesNamed(name);
  // A name that is one is kept; others are the model's, and there is no end to them.
  if (ranges !== null) known.set(name, ranges);
  return ranges;
}

function rangesNamed(name: string): Ranges | null {
  if (name === "Any") return [0, MAX_CODE_POINT];
  if (name === "Cs") return SURROGATES;
  if (name === "C") return normalized([...SURROGATES, ...matching("[\\p{Cc}\\p{Cf}\\p{Co}]")!]);
  if (CATEGORIES.has(name)) return matching(`\\p{${name}}`);
  return /^[A-Z]\w{1,40}$/.test(name) ? matching(`\\p{Script=${name}}`) : null;
}

/** The code points that JavaScript's property tables put into a class. */
function matching(source: string): Ranges | null {
  const expression = compiled(`${source}+`);
  if (expression === null) return null;
  const ranges: number[] = [];
  for (const { text, first } of planes()) {
    for (const { 0: run, index } of text.matchAll(expression)) {
      const from = first + codePointsBefore(text, index);
      ranges.push(from, from + codePointsBefore(run, run.length) - 1);
    }
  }
  return normalized(ranges);
}

function compiled(source: string): RegExp | null {
  try {
    return new RegExp(source, "gu");
  } catch {
    return null;
  }
}

/** Every code point but surrogates, in runs whose code points all take as many code units. */
function* planes(): Iterable<{ readonly text: string; readonly first: number }> {
  yield { text: run(0, 0xd7ff), first: 0 };
  yield { text: run(0xe000, 0xffff), first: 0xe000 };
  for (let first = 0x10000; first < MAX_CODE_POINT; first += 0x10000) yield { text: run(first, first + 0xffff), first };
}

function run(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join("");
}

function codePointsBefore(text: string, index: number): number {
  return text.charCodeAt(0) >= 0xd800 && text.charCodeAt(0) <= 0xdfff ? index / 2 : index;
}

function spans(...pairs: readonly string[]): Ranges {
  return pairs.flatMap((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]);
}

function points(...codes: readonly number[]): Ranges {
  return normalized(codes.flatMap((code) => [code, code]));
}
