import { SINKS, strange } from "../shared/report/hostile-reading.ts";
import { GITHUB_STRINGS, NAUGHTY_STRINGS } from "../shared/report/hostile-strings.ts";
import { READERS } from "../shared/report/markdown-readers.ts";

/** Every hostile text in every field of every sink, as every reader reads it. */
export function readHostileTexts(): { readonly read: number } {
  let read = 0;
  for (const text of [...GITHUB_STRINGS, ...NAUGHTY_STRINGS]) {
    for (const [sink, render] of Object.entries(SINKS)) {
      const markdown = render(() => text);
      for (const [name, reader] of Object.entries(READERS)) {
        const found = strange(markdown, reader(markdown));
        if (found.length > 0)
          throw new Error(`${JSON.stringify(text)} in the ${sink}, by ${name}: ${found.join("; ")}`);
        read += 1;
      }
    }
  }
  return { read };
}
