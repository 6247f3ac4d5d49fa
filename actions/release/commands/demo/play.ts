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
export async function play(acts: readonly Act[], { ports, stage, signal }: Theatre): Promise<Play> {
  const memory: Memory = { pullRequests: 0, chain: [], errors: 0, rollbackMs: null };
  const voice = narrator(stage);
  const played: Played[] = [];
  for (const [index, act] of acts.entries()) {
    const number = index + 1;
    const before = memory.chain.length;
    const beganMs = ports.clock.elapsedMs();
    voice.begin(number, act);
    let kept: KeptReport | null = null;
    const scene = sceneOf({ ports, stage, memory, voice }, (report) => {
      kept = report;
    });
    await act.play(scene).catch((thrown) => {
      throw deviated(thrown, { title: act.title, number }, { stage, signal });
    });
    const { release = null, folder = null } = (kept ?? {}) as Partial<KeptReport>;
    const seconds = (ports.clock.elapsedMs() - beganMs) / 1000;
    const lines = voice.told();
    played.push({
      title: act.title,
      about: act.about,
      lines,
      release,
      folder,
      entries: memory.chain.slice(before),
      seconds,
    });
  }
  return { acts: played, memory };
}

interface Setting extends Pick<Scene, "ports" | "stage" | "memory"> {
  readonly voice: Narrator;
}

function sceneOf({ ports, stage, memory, voice }: Setting, keep: Scene["keep"]): Scene {
  return { stage, ports, memory, keep, reports: `${stage.folder}/reports`, tell: voice.tell, show: voice.show };
}

interface At {
  readonly title: string;
  readonly number: number;
}

function deviated(
  thrown: unknown,
  { title, number }: At,
  { stage, signal }: Pick<Theatre, "stage" | "signal">,
): Failure {
  if (signal.aborted) {
    return new Failure("interrupted", `The demo was interrupted in step ${number}.`, {
      fix: "Run it again.",
      cause: thrown,
    });
  }
  stage.keep();
  const { message, fix } = toFailure(thrown);
  return new Failure(
    "internal",
    `The demo went off its script in step ${number}, "${title}": ${message} (fix: ${fix})`,
    {
      fix: `Look around in ${stage.folder}, which is kept, and report what you find.`,
      cause: thrown,
    },
  );
}
