/**
 * Equal for two names that some file systems take for one: they differ in case or in Unicode normalisation only. Upper
 * case first, since several letters have no lower case of their own: ß and ss are one.
 */
export function foldedName(path: string): string {
  return path.normalize("NFD").toUpperCase().toLowerCase().normalize("NFC");
}
