import { assertionsBetween, contextAt } from "./assertions.ts";
import { ASSERT, BYTES, FORK, MATCH, type Program, SAVE } from "./program.ts";

/** Instructions that are being followed, in order of preference, each with the places it has saved. */
interface Threads {
  readonly order: Int32Array;
  /** Where an instruction stands in `order`; holds only if that place names it. */
  readonly place: Int32Array;
  readonly saved: Int32Array<ArrayBuffer>[];
  count: number;
}

interface Place {
  readonly at: number;
  readonly saved: Int32Array<ArrayBuffer>;
}

interface Search {
  readonly program: Program;
  readonly text: Uint8Array;
  readonly checkDeadline: () => void;
}

/** Begin and end of every group of the preferred match at `start`, −1 where a group took no part. */
export function captureGroups(search: Search, start: number, slots: number): Int32Array {
  const { program, checkDeadline } = search;
  let now = newThreads(program.code.length);
  let later = newThreads(program.code.length);
  let best = new Int32Array(slots).fill(-1);
  follow(search, now, program.start, { at: start, saved: best });
  for (let at = start; now.count > 0; at++) {
    checkDeadline();
    later.count = 0;
    for (let index = 0; index < now.count; index++) {
      const instruction = now.order[index]!;
      const saved = now.saved[index]!;
      if (program.code[instruction] === MATCH) {
        best = saved;
        break;
      }
      if (takes(search, instruction, at)) follow(search, later, program.next[instruction]!, { at: at + 1, saved });
    }
    [now, later] = [later, now];
  }
  return best;
}

function newThreads(size: number): Threads {
  return { order: new Int32Array(size), place: new Int32Array(size), saved: [], count: 0 };
}

function takes({ program, text }: Search, instruction: number, at: number): boolean {
  if (program.code[instruction] !== BYTES || at >= text.length) return false;
  return text[at]! >= program.a[instruction]! && text[at]! <= program.b[instruction]!;
}

/** Adds what is reached without a byte. Saved places are shared until one of them changes. */
function follow({ program, text }: Search, threads: Threads, from: number, { at, saved: first }: Place): void {
  const { code, next, a } = program;
  const holds = assertionsBetween(contextAt(text, at - 1), contextAt(text, at));
  const stack: (readonly [number, Int32Array<ArrayBuffer>])[] = [[from, first]];
  while (stack.length > 0) {
    const [instruction, saved] = stack.pop()!;
    const place = threads.place[instruction]!;
    if (place < threads.count && threads.order[place] === instruction) continue;
    threads.place[instruction] = threads.count;
    threads.order[threads.count] = instruction;
    threads.saved[threads.count++] = saved;
    const kind = code[instruction];
    if (kind === FORK) stack.push([a[instruction]!, saved], [next[instruction]!, saved]);
    else if (kind === SAVE) stack.push([next[instruction]!, saved.with(a[instruction]!, at)]);
    else if (kind === ASSERT && (a[instruction]! & holds) !== 0) stack.push([next[instruction]!, saved]);
  }
}
