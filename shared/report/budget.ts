import { type Inline, joined, md } from "./escape.ts";
import { type Block, paragraph, stacked } from "./markdown.ts";

/** One part of a text, in several lengths. */
export interface Part {
  /** How it is called where there was no room for it. */
  readonly name: Inline;
  /** The highest goes first; of alike ones the last. */
  readonly rank: number;
  /** From the longest to the shortest, each made only when it is needed. */
  readonly forms: readonly (() => Block)[];
  /** Its shortest form always stays. */
  readonly isKept?: boolean;
}

export interface Budget {
  readonly most: number;
  readonly sizeOf: (text: string) => number;
}

/** What GitHub takes as a comment, and what a card shall not exceed either. */
export const COMMENT: Budget = { most: 65_536, sizeOf: (text) => text.length };
/** A step's summary is dropped whole beyond 1 MiB; the same step may have written before. */
export const SUMMARY: Budget = { most: 1_000_000, sizeOf: (text) => Buffer.byteLength(text) };

const SEPARATOR = 2;
/** For saying what was left out. */
const RESERVE = 1_000;
const MOST_NAMED = 12;

/** The parts in their order, the least important ones shortened or left out until all fit, and those named. */
export function fitted(parts: readonly Part[], { most, sizeOf }: Budget): Block {
  const chosen = parts.map((part) => sized(part, 0, sizeOf));
  let total = chosen.reduce((sum, { size }) => sum + size, 0);
  for (const place of byImportance(parts)) {
    while (total > most - RESERVE && canShrink(parts[place]!, chosen[place]!.form)) {
      const shorter = sized(parts[place]!, chosen[place]!.form + 1, sizeOf);
      total += shorter.size - chosen[place]!.size;
      chosen[place] = shorter;
    }
  }
  const names = parts.filter((_, place) => chosen[place]!.block === null).map(({ name }) => name);
  return stacked([...chosen.flatMap(({ block }) => (block === null ? [] : [block])), ...leftOut(names)]);
}

interface Chosen {
  readonly form: number;
  /** Null where nothing is left of it. */
  readonly block: Block | null;
  readonly size: number;
}

function sized({ forms }: Part, form: number, sizeOf: Budget["sizeOf"]): Chosen {
  const block = forms[form]?.() ?? null;
  return { form, block, size: block === null || block === "" ? 0 : sizeOf(block) + SEPARATOR };
}

function canShrink({ forms, isKept = false }: Part, form: number): boolean {
  return form + (isKept ? 1 : 0) < forms.length;
}

/** From the part that is given up first to the one that is given up last. */
function byImportance(parts: readonly Part[]): readonly number[] {
  return Array.from(parts.keys()).sort((a, b) => parts[b]!.rank - parts[a]!.rank || b - a);
}

function leftOut(names: readonly Inline[]): readonly Block[] {
  if (names.length === 0) return [];
  const rest = names.length - MOST_NAMED;
  const more = rest > 0 ? md` and ${rest} more` : md``;
  return [
    paragraph(
      md`Left out, for want of room: ${joined(names.slice(0, MOST_NAMED), md`, `)}${more}. The full report has it.`,
    ),
  ];
}
