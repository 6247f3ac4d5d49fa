export interface Issue {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
}

export interface Issues {
  /** Open ones that this token's own account wrote and that hold the text, the oldest first. */
  own(containing: string): Promise<readonly Issue[]>;
  /** One issue, even when the answer to its creation is lost. */
  create(issue: Pick<Issue, "title" | "body">): Promise<Issue>;
  close(number: number): Promise<void>;
}
