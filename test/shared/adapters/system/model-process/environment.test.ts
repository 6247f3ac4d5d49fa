import { expect, test } from "vitest";
import { modelEnvironment } from "../../../../../shared/adapters/system/model-process/environment.ts";

test.each([
  ["PATH"],
  ["LD_LIBRARY_PATH"],
  ["LC_ALL"],
  ["TF_CPP_MIN_LOG_LEVEL"],
  ["TF_FORCE_GPU_ALLOW_GROWTH"],
  ["TF_ENABLE_ONEDNN_OPTS"],
  ["TF_NUM_INTRAOP_THREADS"],
  ["TF_GPU_ALLOCATOR"],
  ["CUDA_VISIBLE_DEVICES"],
  ["NVIDIA_VISIBLE_DEVICES"],
  ["OMP_NUM_THREADS"],
])("a model sees %s", (name) => expect(modelEnvironment({ [name]: "1" }, "/scratch")).toHaveProperty(name, "1"));

test.each([
  ["GITHUB_TOKEN"],
  ["GITHUB_OUTPUT"],
  ["ACTIONS_RUNTIME_TOKEN"],
  ["ACTIONS_ID_TOKEN_REQUEST_URL"],
  ["INPUT_TOKEN"],
  ["GOOGLE_APPLICATION_CREDENTIALS"],
  ["GOOGLE_GHA_CREDS_PATH"],
  ["CLOUDSDK_AUTH_CREDENTIAL_FILE_OVERRIDE"],
  ["CLOUDSDK_AUTH_ACCESS_TOKEN"],
  ["ACTIONS_ID_TOKEN_REQUEST_TOKEN"],
  ["MODEL_RELEASE_STORAGE_API"],
  ["AWS_SECRET_ACCESS_KEY"],
  ["NPM_TOKEN"],
  ["NODE_OPTIONS"],
  ["LD_PRELOAD"],
  ["TF_VAR_database_password"],
  ["TF_TOKEN_app_terraform_io"],
  ["TF_CLI_CONFIG_FILE"],
  ["CUDA_API_KEY"],
  ["NVIDIA_API_KEY"],
])("a model does not see %s", (name) => expect(modelEnvironment({ [name]: "1" }, "/scratch")).not.toHaveProperty(name));

test("its home and its temporary folder are its scratch folder", () => {
  expect(modelEnvironment({ HOME: "/home/octocat", TMPDIR: "/tmp" }, "/scratch")).toEqual({
    HOME: "/scratch",
    TMPDIR: "/scratch",
  });
});
