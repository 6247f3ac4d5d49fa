import { GIVENS } from "./givens.ts";
import { NOT_HERE, type NotHere } from "./not-here.ts";
import type { Block, Command } from "./page.ts";

/** A page, or the part of one that begins anew: what is run in one shell, in one world. */
export interface Passage {
  readonly page: string;
  readonly given: string | null;
  readonly blocks: readonly Block[];
  readonly commands: readonly Command[];
  readonly notHere: readonly { readonly command: Command; readonly reason: NotHere }[];
}

export function passagesOf(blocks: readonly Block[]): readonly Passage[] {
  const parts: Block[][] = [];
  for (const block of blocks) {
    const isFresh = block.given !== null && GIVENS[block.given]?.isFresh === true;
    if (isFresh || parts.length === 0) parts.push([]);
    parts.at(-1)!.push(block);
  }
  return parts.map(passageOf);
}

function passageOf(all: readonly Block[]): Passage {
  const { page, given } = all[0]!;
  const reasonFor = ({ text }: Command) => NOT_HERE.find((each) => each.page === page && text.startsWith(each.begins));
  const notHere = all.flatMap(({ commands }) =>
    commands.flatMap((command) => {
      const reason = reasonFor(command);
      return reason === undefined ? [] : [{ command, reason }];
    }),
  );
  const blocks = all.map((block) => ({
    ...block,
    commands: block.commands.filter((each) => reasonFor(each) === undefined),
  }));
  return { page, given, blocks, commands: blocks.flatMap(({ commands }) => commands), notHere };
}
