/** What a repository is begun with. */
export interface Scaffold {
  /** The smallest workflow that is shown as an example. */
  readonly workflow: string;
  /** Who owns what decides, in that example. */
  readonly codeOwners: string;
  /** The folders below one that hold a SavedModel, sorted. */
  savedModels(folder: string): readonly string[];
}
