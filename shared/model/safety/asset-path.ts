/** Why a file name may lead out of the model's `assets` folder, or null for one that stays inside. */
export function assetEscape(file: string): string | null {
  if (file === "") return "is empty";
  if (file.includes("\0")) return "holds a NUL character";
  if (/^[A-Za-z][A-Za-z0-9+.-]*:/.test(file)) return "names a scheme or a drive";
  if (/^[/\\~]/.test(file)) return "is absolute";
  if (file.split(/[/\\]/).includes("..")) return "climbs out with `..`";
  return file.includes("\\") ? "holds a backslash" : null;
}
