import type { Comment, Comments } from "../../../../shared/ports/forge.ts";
import type { Issue, Issues } from "../../../../shared/ports/issue.ts";
import { type ForgeState, type KeptComment, type KeptIssue, nextId, replace } from "../state.ts";
import { failure, missing, refused } from "./refusal.ts";

export function commentsOf(state: ForgeState): Comments {
  const { comments, pullRequests, self, repository, knows } = state;
  const shown = ({ id, body, pullRequest }: KeptComment): Comment => ({
    id,
    body,
    url: `https://github.com/${repository}/pull/${pullRequest}#issuecomment-${id}`,
  });
  const check = (number: number, body: string): void => {
    const pullRequest = pullRequests.find((each) => each.number === number) ?? missing(`pull request #${number}`);
    if (pullRequest.isLocked) throw failure("forge-locked", `pull request #${number} is locked`);
    if (body.length > 65_536) throw refused("a comment has at most 65,536 characters");
  };
  return {
    own: async (number, containing) =>
      comments
        .filter(({ pullRequest, author, body }) => {
          return pullRequest === number && author?.id === self.id && body.includes(containing);
        })
        .map(shown),
    create: async (number, body) => {
      check(number, body);
      comments.push({ id: nextId(comments), pullRequest: number, author: self, body, isHidden: false });
      return shown(comments.at(-1)!);
    },
    update: async (id, body) => {
      const old = comments.find((each) => each.id === id);
      if (old === undefined) return undefined;
      check(old.pullRequest, body);
      return shown(replace(comments, id, { body })!);
    },
    delete: async (id) => {
      const index = comments.findIndex((each) => each.id === id);
      if (index !== -1) comments.splice(index, 1);
    },
    hide: async (id) => knows.hiding && replace(comments, id, { isHidden: true }) !== undefined,
  };
}

export function issuesOf({ issues, self, repository }: ForgeState): Issues {
  const shown = ({ id, title, body }: KeptIssue): Issue => {
    return { number: id, title, body, url: `https://github.com/${repository}/issues/${id}` };
  };
  return {
    own: async (containing) =>
      issues
        .filter(({ isOpen, author, body }) => isOpen && author?.id === self.id && body.includes(containing))
        .map(shown),
    create: async ({ title, body }) => {
      issues.push({ id: nextId(issues), title, body, author: self, isOpen: true });
      return shown(issues.at(-1)!);
    },
    close: async (number) => {
      if (replace(issues, number, { isOpen: false }) === undefined) missing(`issue #${number}`);
    },
  };
}
