import { expect, test } from "vitest";
import { ACTIONS_BOT } from "../fakes/forge/state.ts";
import { checksContract } from "./forge-checks.ts";
import { commentsContract } from "./forge-comments.ts";
import { deploymentsContract } from "./forge-deployments.ts";
import { filesContract } from "./forge-files.ts";
import { proposalsContract } from "./forge-proposals.ts";
import { pullRequestsContract } from "./forge-pull-requests.ts";
import { statusesContract } from "./forge-statuses.ts";
import { storyContract } from "./forge-story.ts";
import type { ForgeWorlds } from "./forge-world.ts";

/** What every forge must answer, wherever it is. */
export function forgeContract(title: string, world: ForgeWorlds): void {
  pullRequestsContract(title, world);
  commentsContract(title, world);
  checksContract(title, world);
  filesContract(title, world);
  statusesContract(title, world);
  deploymentsContract(title, world);
  proposalsContract(title, world);
  storyContract(title, world);

  test(`${title}: the token's account is told`, async () => {
    const person = { login: "octocat", id: 583231 };
    expect(await (await world()).forge.identity()).toEqual(ACTIONS_BOT);
    expect(await (await world({ self: person })).forge.identity()).toEqual(person);
  });
}

/** As much of it as a forge answers that speaks like GitHub and knows less. */
export function plainForgeContract(title: string, world: ForgeWorlds): void {
  pullRequestsContract(title, world);
  statusesContract(title, world);
  proposalsContract(title, world);
  storyContract(title, world);
}
