import type { Stage } from "../../../../shared/ports/stage.ts";
import type { StoryLine } from "../../../../shared/report/html/story/story.ts";
import type { Act, Tone } from "./scene.ts";

/** Prints an act as it is played, and remembers it. */
export interface Narrator {
  begin(number: number, act: Pick<Act, "title" | "about">): void;
  tell(label: string, text: string, tone?: Tone): void;
  show(lines: readonly string[]): void;
  /** What was told since the act began. */
  told(): readonly StoryLine[];
}

const LABEL = 15;
const INDENT = "   ";
const WIDTH = 100;

export function narrator({ print, style, activity }: Pick<Stage, "print" | "style" | "activity">): Narrator {
  let lines: StoryLine[] = [];
  const dress = { good: style.green, bad: style.red, plain: (text: string) => text };
  const write = (line: string): void => {
    activity.rest();
    print(line);
  };
  return {
    begin(number, { title, about }) {
      lines = [];
      write(`\n${style.bold(`${number}  ${title}`)}`);
      for (const line of wrapped(about, WIDTH - INDENT.length)) write(`${INDENT}${style.dim(line)}`);
    },
    tell(label, text, tone = "plain") {
      lines.push({ label, text, tone });
      const [first = "", ...rest] = wrapped(text, WIDTH - INDENT.length - LABEL);
      write(`${INDENT}${style.dim(label.padEnd(LABEL))}${dress[tone](first)}`);
      for (const line of rest) write(`${INDENT}${" ".repeat(LABEL)}${dress[tone](line)}`);
    },
    show(shown) {
      for (const line of shown) write(`${INDENT}${style.dim("│")} ${line}`.trimEnd());
    },
    told: () => lines,
  };
}

/** At spaces; what has none is left long. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
