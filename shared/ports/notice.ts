/** Something that the author of a change should see beside it. */
export interface Notice {
  readonly level: "error" | "warning";
  readonly title: string;
  readonly message: string;
  readonly fix: string | null;
  /** From where the job stands; null where it is about none. */
  readonly file: string | null;
  /** From 1; the file as a whole where nobody knows better. */
  readonly line?: number;
}
