import type { DeploymentState } from "../../../../shared/ports/deployment.ts";
import { nextId, replace } from "../state.ts";
import { created, list, NOT_FOUND, ok, REPOSITORY, type Routes, refusal } from "./answer.ts";
import { changedRun, checkRefusal, EMPTY_RUN } from "./check-runs.ts";
import { toldCheckRun, toldDeployment, toldDeploymentStatus, toldStatus } from "./told.ts";

export const CHECK_ROUTES: Routes = {
  [`GET ${REPOSITORY}/commits/{ref}/check-runs`]: ({ state, parameters, query }) => {
    const name = query.get("check_name");
    const found = state.checkRuns.filter(
      (run) => run.commit === parameters.ref && (name === null || run.name === name),
    );
    return list(found.toReversed().map(toldCheckRun), "check_runs");
  },
  [`POST ${REPOSITORY}/check-runs`]: ({ state, body }) => {
    const refused = checkRefusal(body);
    if (refused !== undefined) return refused;
    const id = nextId(state.checkRuns);
    const url = `https://github.com/${state.repository}/runs/${id}`;
    state.checkRuns.push(changedRun({ ...EMPTY_RUN, id, url, commit: String(body.head_sha), app: state.app }, body));
    return created(toldCheckRun(state.checkRuns.at(-1)!));
  },
  [`GET ${REPOSITORY}/check-runs/{check_run_id}`]: ({ state, parameters }) => {
    const found = state.checkRuns.find(({ id }) => id === Number(parameters.check_run_id));
    return found === undefined ? NOT_FOUND : ok(toldCheckRun(found));
  },
  [`PATCH ${REPOSITORY}/check-runs/{check_run_id}`]: ({ state, parameters, body }) => {
    const old = state.checkRuns.find(({ id }) => id === Number(parameters.check_run_id));
    if (old === undefined) return NOT_FOUND;
    if (old.app?.id !== state.app.id)
      return refusal(403, "Invalid app_id `1` - check run can only be modified by its app");
    return checkRefusal(body) ?? ok(toldCheckRun(replace(state.checkRuns, old.id, changedRun(old, body))!));
  },

  [`GET ${REPOSITORY}/commits/{ref}/statuses`]: ({ state, parameters }) =>
    list(
      state.statuses
        .filter(({ commit }) => commit === parameters.ref)
        .toReversed()
        .map(toldStatus),
    ),
  [`POST ${REPOSITORY}/statuses/{sha}`]: ({ state, parameters, body }) => {
    const { context = "default", description = "", target_url = null, state: word } = body as Record<string, string>;
    if (description.length > 140)
      return refusal(422, "Validation Failed", "description is too long (maximum is 140 characters)");
    const status = { context, description, targetUrl: target_url, state: word as "success" };
    state.statuses.push({ ...status, commit: parameters.sha!, author: state.self });
    return created(toldStatus(state.statuses.at(-1)!));
  },

  [`GET ${REPOSITORY}/deployments`]: ({ state: { deployments }, query }) => {
    const [environment, sha] = [query.get("environment"), query.get("sha")];
    const found = deployments.filter(
      (each) => each.environment === environment && (sha === null || each.commit === sha),
    );
    return list(found.toReversed().map(toldDeployment));
  },
  [`POST ${REPOSITORY}/deployments`]: ({ state: { deployments, self }, body }) => {
    const { ref, environment, description, payload, production_environment } = body as Record<string, string>;
    if (body.auto_merge !== false)
      return { status: 202, body: { message: "Auto-merged main into ref on deployment." } };
    const kept = { commit: ref!, environment: environment!, description: description!, payload: payload! };
    const isProduction = Boolean(production_environment);
    deployments.push({ ...kept, isProduction, id: nextId(deployments), author: self, statuses: [] });
    return created(toldDeployment(deployments.at(-1)!));
  },
  [`GET ${REPOSITORY}/deployments/{deployment_id}/statuses`]: ({ state: { deployments }, parameters }) => {
    const found = deployments.find(({ id }) => id === Number(parameters.deployment_id));
    return found === undefined ? NOT_FOUND : list(found.statuses.toReversed().map(toldDeploymentStatus));
  },
  [`POST ${REPOSITORY}/deployments/{deployment_id}/statuses`]: ({ state: { deployments }, parameters, body }) => {
    const found = deployments.find(({ id }) => id === Number(parameters.deployment_id));
    if (found === undefined) return NOT_FOUND;
    const { state: word, description = "", log_url = null } = body as Record<string, string>;
    if (description.length > 140) return refusal(422, "Validation Failed", "description is too long");
    const state = (word === "in_progress" ? "inProgress" : word) as DeploymentState;
    const status = { state, description, logUrl: log_url };
    replace(deployments, found.id, { statuses: [...found.statuses, status] });
    return created(toldDeploymentStatus(status));
  },
};
