import type { Clock } from "../../../shared/ports/clock.ts";
import type { Files } from "../../../shared/ports/files.ts";
import type { LocalClouds } from "../../../shared/ports/local-cloud.ts";
import type { Log } from "../../../shared/ports/log.ts";
import type { Machine } from "../../../shared/ports/machine.ts";
import type { PredictionHosts } from "../../../shared/ports/prediction-hosts.ts";
import type { Runtime } from "../../../shared/ports/runtime.ts";
import type { Scaffold } from "../../../shared/ports/scaffold.ts";
import type { Stage } from "../../../shared/ports/stage.ts";
import type { Style } from "../../../shared/ports/style.ts";
import type { Traffic } from "../../../shared/ports/traffic.ts";
import type { PromotePorts } from "../../promote/run.ts";
import type { SetupPorts } from "../../setup/run.ts";
import type { ValidatePorts } from "../../validate/validation.ts";
import type { LedgerPorts } from "./ledger-ports.ts";

/** 0 pass or done, 1 fail, 3 inconclusive, 4 what a platform broke. Wrong use (2) and all else (4) are Failures. */
export type ExitCode = 0 | 1 | 3 | 4;

export interface OptionDescription {
  readonly name: string;
  /** What the value is called in the help; a flag has none. */
  readonly value?: string;
  readonly description: string;
}

export interface CommandDescription {
  readonly name: string;
  readonly summary: string;
  readonly operands: string;
  /** How many operands it takes. */
  readonly arity: { readonly min: number; readonly max: number };
  readonly options: readonly OptionDescription[];
  readonly details: string;
  readonly examples: readonly string[];
  /** Loaded only when the command is called: a light command must start light. */
  readonly load: () => Promise<CommandRun>;
}

/** What the user asked for, checked against the description. */
export interface Invocation {
  readonly operands: readonly string[];
  readonly options: ReadonlyMap<string, string | true>;
}

/** `auto` is TensorFlow where it has been set up, else the embedded runtime. */
export type RuntimeChoice = Runtime["name"] | "auto";

export interface CommandPorts {
  readonly files: Files;
  readonly log: Log;
  readonly clock: Clock;
  /** A path as the user wrote it, seen from the folder the user called from. */
  readonly resolve: (path: string) => string;
  /** A runtime whose models live in processes of their own. One that is not there is `runtime-missing`. */
  readonly runtime: (choice: RuntimeChoice) => Promise<Runtime>;
  /** A file or a pipe as the user named it, `-` the standard input; more than `maxBytes` are `limit-exceeded`. */
  readonly readInput: (path: string, maxBytes: number) => Promise<Uint8Array>;
  /** What few commands need is made only where it is asked for. */
  readonly setup: () => Promise<SetupPorts>;
  readonly machine: () => Promise<Machine>;
  readonly validate: () => Promise<ValidatePorts>;
  readonly ledger: () => Promise<LedgerPorts>;
  readonly traffic: () => Promise<Traffic>;
  readonly localClouds: () => Promise<LocalClouds>;
  readonly predictionHosts: () => Promise<PredictionHosts>;
  readonly delivery: () => Promise<PromotePorts>;
  readonly scaffold: () => Promise<Scaffold>;
  readonly stage: () => Promise<PlayedStage>;
  /** Aborts when the user asks for an end; asked for, that no longer ends the process by itself. */
  readonly interruption: () => AbortSignal;
  /** A variable of the environment: where a user keeps a secret, which is no word of a command line. */
  readonly variable: (name: string) => string | undefined;
}

/** Where commands can be played, and what each of them reaches there instead. */
export interface PlayedStage extends Stage {
  readonly ports: Pick<CommandPorts, "log" | "resolve" | "validate" | "ledger" | "delivery">;
}

export interface CommandResult {
  readonly exitCode: ExitCode;
  /** What --json prints. */
  readonly document: unknown;
  readonly text: (style: Style) => string;
  /** All has been printed while the command ran. */
  readonly isTold?: true;
}

export type CommandRun = (invocation: Invocation, ports: CommandPorts) => Promise<CommandResult>;
