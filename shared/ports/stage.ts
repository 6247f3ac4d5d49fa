import type { Style } from "./style.ts";

/** A model repository with its origin, a cloud and customers, all on this machine: where a story is played. */
export interface Stage extends AsyncDisposable {
  /** All of it lies in this folder, which is gone with the stage unless it is kept. */
  readonly folder: string;
  /** The model repository. */
  readonly checkout: string;
  readonly customers: Customers;
  readonly activity: ActivityLine;
  readonly style: Style;
  print(line: string): void;
  /** What the commands said on the way, the oldest first. */
  said(): readonly string[];
  /** What Git prints, called in the checkout in nobody's name and by nobody's settings. What it refuses is a Failure. */
  git(...command: readonly string[]): Promise<string>;
  /** Puts the files of this version in the place of the last one's. */
  lay(version: string): Promise<void>;
  /** What the cloud was asked, the oldest first. */
  requests(): readonly StageRequest[];
  makeFolder(path: string): Promise<void>;
  /** Leaves the folder to whoever wants to look around. */
  keep(): void;
}

export interface StageRequest {
  /** In ISO 8601, when it came. */
  readonly time: string;
  readonly surface: "vertex" | "storage" | "monitoring";
  /** As the API names it: `UpdateEndpoint`. */
  readonly method: string;
  readonly resource: string;
  readonly isMutation: boolean;
  readonly durationMs: number;
}

/** They ask whoever answers at the endpoint, whatever is rolled out there meanwhile. */
export interface Customers {
  readonly ratePerSecond: number;
  /** They come, and ask until they are sent away. */
  come(): Promise<void>;
  leave(): Promise<void>;
  /** What they met so far. */
  met(): Met;
}

export interface Met {
  readonly answers: number;
  readonly errors: number;
}

/** What goes on just now, for whoever waits: seen only when it takes longer than a second, and gone with what comes next. */
export interface ActivityLine {
  say(what: string): void;
  rest(): void;
}
