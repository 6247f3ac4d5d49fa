const LONGEST = 300;
/** The remote chooses some of the words: they are cut before anything is looked for in them. */
const MOST_READ = 2_000;

/** Who asks, as an address or a header has it, and the tokens of the forges that are known by their beginnings. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/(\b[a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@]{1,500}@/gi, "$1***@"],
  [/\b(Bearer|Basic|token)(:?\s+)[\w.~+/=-]{12,}/gi, "$1$2***"],
  [/\b(?:gh[a-z]_|github_pat_|glpat-|ya29\.)[\w.-]{4,}/g, "***"],
];

/** Of what Git and a remote have said, the line that tells most: short, on one line, and without a secret. */
export function saidBy(said: string, telling = /fatal|error|denied|remote/i): string {
  const lines = said.slice(0, MOST_READ).split("\n");
  const line = lines.find((each) => telling.test(each)) ?? "git said nothing";
  const shown = SECRETS.reduce((text, [secret, instead]) => text.replace(secret, instead), line);
  return shown
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, LONGEST);
}
