import { Failure, toFailure } from "../../../../shared/failure.ts";
import type { Chapter } from "../../../../shared/report/html/story/story.ts";
import type { CommandPorts } from "../command.ts";
import { type Narrator, narrator } from "./narrator.ts";
import type { Act, KeptReport, Memory, Scene } from "./scene.ts";

/** A stage, and whatever else a command reaches. */
export interface Theatre {
  readonly ports: CommandPorts;
  readonly stage: Scene["stage"];
  readonly signal: AbortSignal;
}

/** One act as it went. */
export interface Played extends Omit<Chapter, "reportHref"> {
  /** Of the validation's folder; null where nothing was validated. */
  readonly folder: string | null;
}

export interface Play {
  readonly acts: readonly Played[];
  readonly memory: Memory;
}

/** Every act in turn; the first that goes otherwise than its script is the last, and the stage stays as it is. */
export async function play(acts: readonly Act[], theatre: Theatre): Promise<Play> {
  const memory: Memory = { pullRequests: 0, chain: [], errors: 0, rollbackMs: null };
  const setting = { ...theatre, memory, voice: narrator(theatre.stage) };
  const played: Played[] = [];
  for (const [index, act] of acts.entries()) played.push(await performed(act, index + 1, setting));
  return { acts: played, memory };
}

interface Setting extends Theatre {
  readonly memory: Memory;
  readonly voice: Narrator;
}

async function performed(act: Act, number: number, setting: Setting): Promise<Played> {
  const { ports, memory, voice } = setting;
  const { title, about } = act;
  const [before, beganMs] = [memory.chain.length, ports.clock.elapsedMs()];
  const kept: KeptReport[] = [];
  voice.begin(number, act);
  await act.play(sceneOf(setting, kept)).catch((thrown) => {
    throw deviated(thrown, { title, number }, setting);
  });
  return {
    ...{ title, about, lines: voice.told(), entries: memory.chain.slice(before) },
    seconds: (ports.clock.elapsedMs() - beganMs) / 1000,
    release: kept[0]?.release ?? null,
    folder: kept[0]?.folder ?? null,
  };
}

function sceneOf({ ports, stage, memory, voice }: Setting, kept: KeptReport[]): Scene {
  const { tell, show } = voice;
  return { stage, ports, memory, tell, show, reports: `${stage.folder}/reports`, keep: (report) => kept.push(report) };
}

interface At {
  readonly title: string;
  readonly number: number;
}

function deviated(thrown: unknown, { title, number }: At, { stage, signal }: Theatre): Failure {
  if (signal.aborted) {
    const message = `The demo was interrupted in step ${number}.`;
    return new Failure("interrupted", message, { fix: "Run it again.", cause: thrown });
  }
  stage.keep();
  const { message, fix } = toFailure(thrown);
  const what = `The demo went off its script in step ${number}, "${title}": ${message} (fix: ${fix})`;
  return new Failure("internal", what, {
    fix: `Look around in ${stage.folder}, which is kept, and report what you find.`,
    cause: thrown,
  });
}
