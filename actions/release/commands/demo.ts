import type { CommandPorts, CommandResult, Invocation } from "./command.ts";
import { ACTS } from "./demo/acts.ts";
import { leavePage } from "./demo/page.ts";
import { type Play, play } from "./demo/play.ts";

const FOLDER = "model-release-demo";
const INTRODUCTION = [
  "A model repository with its origin, a local cloud, and customers: all on this machine, and only for now.",
  "What follows is what a person would see on GitHub, by the same commands that the actions run.",
];

/** The whole story: releases that pass, fail, break and come back, and a page that tells it. */
export async function demo({ options }: Invocation, ports: CommandPorts): Promise<CommandResult> {
  const signal = ports.interruption();
  const given = options.get("out");
  const out = ports.resolve(typeof given === "string" ? given : FOLDER);
  const beganMs = ports.clock.elapsedMs();
  await using opened = await ports.stage();
  const stage = options.has("json") ? { ...opened, print: () => {} } : opened;
  for (const line of INTRODUCTION) stage.print(line);
  const played = await play(ACTS, { ports: { ...ports, ...opened.ports }, stage, signal });
  const seconds = (ports.clock.elapsedMs() - beganMs) / 1000;
  const page = await leavePage(played, { out, seconds, stage, files: ports.files });
  const isKept = options.has("keep");
  if (isKept) stage.keep();
  return {
    exitCode: 0,
    document: documentOf(played, { page, seconds, folder: isKept ? stage.folder : null, met: stage.customers.met() }),
    text: ({ dim }) => [...(isKept ? lookAround(stage).map((line) => dim(line)) : []), "", ending(page)].join("\n"),
  };
}

interface End {
  readonly page: string;
  readonly seconds: number;
  /** Where it was played; null where that is gone. */
  readonly folder: string | null;
  readonly met: { readonly answers: number; readonly errors: number };
}

function documentOf({ acts, memory }: Play, { page, seconds, folder, met }: End): object {
  return {
    schema: "model-release/demo/v1",
    page,
    folder,
    seconds,
    rollbackMs: memory.rollbackMs,
    customers: met,
    steps: acts.map((act) => ({ title: act.title, seconds: act.seconds, lines: act.lines })),
    ledger: memory.chain,
  };
}

function lookAround({ checkout }: { readonly checkout: string }): readonly string[] {
  return [
    "",
    "The repository is kept. Its cloud is gone, but Git and the ledger say all that was:",
    `  cd ${checkout}`,
    "  git log --graph --oneline --all",
    `  model-release history ${checkout}`,
    `  model-release verify ${checkout}`,
  ];
}

function ending(page: string): string {
  return `The whole story, to open in a browser: ${page}`;
}
