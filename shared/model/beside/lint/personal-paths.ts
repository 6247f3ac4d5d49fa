export interface PathSpot {
  readonly offset: number;
  readonly path: string;
}

const MAX_SPOTS = 1000;
const NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,31}(?![A-Za-z0-9_-])";

const PATHS: readonly { readonly anchor: string; readonly back: number; readonly pattern: RegExp }[] = [
  { anchor: "/home/", back: 0, pattern: new RegExp(`/home/(${NAME})`, "y") },
  { anchor: "/Users/", back: 0, pattern: new RegExp(`/Users/(${NAME})`, "y") },
  { anchor: ":\\Users\\", back: 1, pattern: new RegExp(`[A-Za-z]:\\\\Users\\\\(${NAME})`, "y") },
  { anchor: ":\\\\Users\\\\", back: 1, pattern: new RegExp(`[A-Za-z]:\\\\\\\\Users\\\\\\\\(${NAME})`, "y") },
  { anchor: ":/Users/", back: 1, pattern: new RegExp(`[A-Za-z]:/Users/(${NAME})`, "y") },
];

/** Accounts of machines, not of people. */
const MACHINES: ReadonlySet<string> = new Set([
  "runner",
  "Shared",
  "Public",
  "Default",
  "runneradmin",
  "runnervmadmin",
]);
/** A path begins where nothing of a longer path or address stands before it. */
const INSIDE = /[A-Za-z0-9._~%-]/;

export const PATH_ANCHORS: readonly string[] = PATHS.map(({ anchor }) => anchor);

/** `anchors` are those that the text holds. */
export function findPersonalPaths(text: string, anchors: ReadonlySet<string>): readonly PathSpot[] {
  const spots: PathSpot[] = [];
  for (const { anchor, back, pattern } of PATHS) {
    if (!anchors.has(anchor)) continue;
    for (let found = text.indexOf(anchor); found >= 0; found = text.indexOf(anchor, found + 1)) {
      const at = found - back;
      if (spots.length >= MAX_SPOTS) return spots;
      if (at < 0 || INSIDE.test(text[at - 1] ?? " ")) continue;
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (match !== null && !MACHINES.has(match[1] ?? "")) spots.push({ offset: at, path: match[0] });
    }
  }
  return spots.sort((a, b) => a.offset - b.offset);
}
