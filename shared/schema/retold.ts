/** The other side chooses the words: so many more than are shown are cut before anything is looked for in them. */
const READ_BEYOND = 2_000;

/** Who asks, as an address or a header has it, and the tokens that are known by their beginnings. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/(\b[a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@]{1,500}@/gi, "$1***@"],
  // Longer than words are, and with a digit: "Basic authentication" is no secret.
  [/\b(Bearer|Basic|token)(:?\s+)(?=[\w.~+/=-]{0,200}\d)[\w.~+/=-]{20,}/gi, "$1$2***"],
  [/\b(?:gh[a-z]_|github_pat_|glpat-|ya29\.)[\w.-]{4,}/g, "***"],
];

/** What a service or a tool has said, to be repeated: on one line, no longer than that, and without a secret. */
export function retold(said: string, longest: number): string {
  const read = said.slice(0, longest + READ_BEYOND);
  return SECRETS.reduce((text, [secret, instead]) => text.replace(secret, instead), read)
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, longest);
}
