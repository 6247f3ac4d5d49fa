import { retold } from "../../schema/retold.ts";

const LONGEST = 300;
const MOST_READ = 2_000;

/** Of what Git and a remote have said, the line that tells most. */
export function saidBy(said: string, telling = /fatal|error|denied|remote/i): string {
  const lines = said.slice(0, MOST_READ).split("\n");
  return retold(lines.find((each) => telling.test(each)) ?? "git said nothing", LONGEST);
}
