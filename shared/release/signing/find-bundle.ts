import type { Files } from "../../ports/files.ts";

const BUNDLE = "model.sig";

/** Where the artifact's bundle lies: inside its directory, beside it under its own name, or beside it as `model.sig`. */
export async function findBundle(directory: string, files: Files): Promise<string | undefined> {
  for (const path of placesFor(directory.replace(/(?<=.)\/+$/, ""))) {
    if ((await files.kind(path)) !== "missing") return path;
  }
  return undefined;
}

function placesFor(directory: string): readonly string[] {
  const name = directory.slice(directory.lastIndexOf("/") + 1);
  const parent = directory.slice(0, directory.length - name.length);
  const inside = `${directory}/${BUNDLE}`;
  // `.` and `..` have a name elsewhere, which a path alone does not tell.
  if (name === "." || name === "..") return [inside, `${directory}/../${BUNDLE}`];
  return [inside, `${directory}.sig`, `${parent}${BUNDLE}`];
}
