const EMPTY_WORDS = /(^|\/)(utils?|helpers?|common|misc|manager|service|lib)(\.[^/]*|\/|$)/;
const BARREL = /(^|\/)index\.ts$/;

/** Paths whose names say nothing about what lives there. */
export function emptyNames(files: readonly string[]): readonly string[] {
  return files.filter((file) => EMPTY_WORDS.test(file) || BARREL.test(file));
}

const LINE_LIMIT = 250;

/** Hand-written sources that want to be two files. */
export function overgrown(sources: ReadonlyMap<string, string>): readonly string[] {
  return [...sources].filter(([, text]) => text.split("\n").length - 1 > LINE_LIMIT).map(([file]) => file);
}
