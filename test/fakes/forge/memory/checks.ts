import type { CommitStatuses } from "../../../../shared/ports/commit-status.ts";
import type { Deployment, Deployments } from "../../../../shared/ports/deployment.ts";
import type { CheckReport, CheckRun, Checks } from "../../../../shared/ports/forge.ts";
import { type ForgeState, type KeptCheckRun, type KeptDeployment, nextId, replace } from "../state.ts";
import { missing, refused } from "./refusal.ts";

export function checksOf({ checkRuns, app, repository, knows }: ForgeState): Checks {
  const shown = ({ annotations: _, text: __, detailsUrl: ___, ...run }: KeptCheckRun): CheckRun => run;
  const written = (report: CheckReport, old?: KeptCheckRun): Omit<KeptCheckRun, "id" | "url" | "annotations"> => {
    if ([report.summary, report.text ?? ""].some(({ length }) => length > 65_535))
      throw refused("a summary has at most 65,535 characters");
    const { name, commit, conclusion, title, summary, text = null } = report;
    const { detailsUrl = old?.detailsUrl ?? null, externalId = old?.externalId ?? null } = report;
    const status = conclusion === null ? "inProgress" : "completed";
    return { name, commit, status, conclusion, title, summary, text, detailsUrl, externalId, app };
  };
  return {
    list: async (commit, name) => {
      if (!knows.checks) return null;
      const found = checkRuns.filter((each) => each.commit === commit && each.name === name).toReversed();
      const isNewest = (run: KeptCheckRun): boolean => found.find((each) => each.app?.id === run.app?.id) === run;
      return found.filter(isNewest).map(shown);
    },
    create: async (report) => {
      if (!knows.checks) return null;
      const id = nextId(checkRuns);
      const annotations = report.annotations.slice(0, 1000);
      checkRuns.push({ ...written(report), id, url: `https://github.com/${repository}/runs/${id}`, annotations });
      return shown(checkRuns.at(-1)!);
    },
    update: async (id, report) => {
      if (!knows.checks) return null;
      const old = checkRuns.find((each) => each.id === id) ?? missing(`check run ${id}`);
      const annotations = [...old.annotations, ...report.annotations.slice(0, 1000)];
      return shown(replace(checkRuns, id, { ...written(report, old), annotations })!);
    },
  };
}

export function statusesOf({ statuses, self }: ForgeState): CommitStatuses {
  return {
    list: async (commit, context) =>
      statuses
        .filter((each) => each.commit === commit && each.context === context)
        .map(({ commit: _, ...status }) => status)
        .toReversed(),
    create: async (commit, status) => {
      if (status.description.length > 140) throw refused("a description has at most 140 characters");
      statuses.push({ ...status, commit, author: self });
    },
  };
}

export function deploymentsOf({ deployments, self, knows }: ForgeState): Deployments {
  const shown = ({ statuses: _, isProduction: __, ...deployment }: KeptDeployment): Deployment => deployment;
  const there = (id: number) => deployments.find((each) => each.id === id) ?? missing(`deployment ${id}`);
  return {
    list: async (environment) =>
      knows.checks
        ? deployments
            .filter((each) => each.environment === environment)
            .toReversed()
            .slice(0, 100)
            .map(shown)
        : null,
    create: async (request) => {
      if (!knows.checks) return null;
      deployments.push({ ...request, id: nextId(deployments), author: self, statuses: [] });
      return shown(deployments.at(-1)!);
    },
    tell: async (id, status) => {
      const statuses = [...there(id).statuses, status];
      if (status.description.length > 140) throw refused("a description has at most 140 characters");
      replace(deployments, id, { statuses });
    },
    statuses: async (id) => there(id).statuses.toReversed(),
  };
}
