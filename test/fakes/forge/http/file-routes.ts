import { list, NOT_FOUND, ok, REPOSITORY, type Routes, refusal } from "./answer.ts";
import { blobHash, toldArtifact, toldBlob, toldFileContent, toldRun } from "./told.ts";

export const FILE_ROUTES: Routes = {
  [`GET ${REPOSITORY}/contents/{path}`]: ({ state, parameters, query }) => {
    const content = state.files[query.get("ref") ?? "main"]?.[parameters.path!];
    if (content === undefined) return NOT_FOUND;
    return ok(content === null ? [] : toldFileContent(parameters.path!, Buffer.from(content)));
  },
  [`GET ${REPOSITORY}/git/blobs/{file_sha}`]: ({ state, parameters }) => {
    const contents = Object.values(state.files).flatMap((files) => Object.values(files));
    const bytes = contents.filter((each) => each !== null).map((each) => new Uint8Array(Buffer.from(each)));
    const found = bytes.find((each) => blobHash(each) === parameters.file_sha);
    return found === undefined ? NOT_FOUND : ok(toldBlob(found));
  },

  [`GET ${REPOSITORY}/actions/runs`]: ({ state, query }) =>
    list(state.runs.filter(({ commit }) => commit === query.get("head_sha")).map(toldRun), "workflow_runs"),
  [`GET ${REPOSITORY}/actions/runs/{run_id}`]: ({ state, parameters }) => {
    const found = state.runs.find(({ id }) => id === Number(parameters.run_id));
    return found === undefined ? NOT_FOUND : ok(toldRun(found));
  },
  [`GET ${REPOSITORY}/actions/runs/{run_id}/artifacts`]: ({ state, parameters }) =>
    list(state.artifacts.filter(({ run }) => run === Number(parameters.run_id)).map(toldArtifact), "artifacts"),
  [`GET ${REPOSITORY}/actions/artifacts/{artifact_id}/{archive_format}`]: ({ state, parameters }) => {
    const found = state.artifacts.find(({ id }) => id === Number(parameters.artifact_id));
    if (found === undefined) return NOT_FOUND;
    return found.isExpired ? refusal(410, "Artifact has expired") : { status: 302, archive: found.archive };
  },
};
