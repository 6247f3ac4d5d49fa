import type { CommandRun } from "../../command.ts";
import { history } from "../../history.ts";
import { status } from "../../status.ts";
import { verify } from "../../verify.ts";
import { MANIFEST } from "../propose.ts";
import { type Act, expectThat, type Scene } from "../scene.ts";

const WIDTH = 95;

/** What anybody can ask afterwards, of Git and the endpoint alone. */
export const lookingBack: Act = {
  title: "What became of it all",
  about: "All of it is in Git, on a branch of the repository itself: model-release history, status and verify read it.",
  async play(scene) {
    await asked("history", history, scene);
    await asked("status", status, scene);
    await asked("verify", verify, scene);
  },
};

async function asked(name: string, command: CommandRun, { ports, tell, show }: Scene): Promise<void> {
  const { exitCode, text } = await command({ operands: [MANIFEST], options: new Map() }, ports);
  const plain = (line: string): string => line;
  const [first = "", ...rest] = text({ bold: plain, dim: plain, red: plain, green: plain, yellow: plain }).split("\n");
  tell(name, first.replaceAll(/ +/g, " "), "good");
  show(rest.map((line) => (line.length > WIDTH ? `${line.slice(0, WIDTH - 1)}…` : line)));
  expectThat(exitCode === 0, `${name} finds all in order`);
}
