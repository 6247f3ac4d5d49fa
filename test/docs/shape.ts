/** Whether what was printed has the shape of what a page quotes: its lines in their order, whatever the numbers are. */
export function lacks(printed: string, quoted: string): readonly string[] {
  const lines = printed.split("\n").map(shape);
  let at = 0;
  return quoted
    .split("\n")
    .filter((line) => !/^\s*…?\s*$/.test(line))
    .filter((line) => {
      const found = lines.findIndex((candidate, index) => index >= at && pattern(shape(line)).test(candidate));
      if (found >= 0) at = found + 1;
      return found < 0;
    });
}

/** Numbers, sums, times, identities and widths are another run's; words are not. */
function shape(line: string): string {
  return line
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME")
    .replaceAll(/\b(?=[0-9a-f]*\d)[0-9a-f]{7,64}\b/g, "SUM")
    .replaceAll(/-?\d+(\.\d+)*(e[+-]?\d+)?/g, "N")
    .replaceAll(/\b(kB|MB|bytes|ms|s)\b/g, "UNIT")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** `…` stands for whatever is left out. */
function pattern(line: string): RegExp {
  const parts = line.split("…").map((part) => part.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
}
