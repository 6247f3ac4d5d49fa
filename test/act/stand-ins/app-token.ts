import { getInput, setOutput, setSecret } from "@actions/core";

const token = process.env.STAND_IN_APP_TOKEN!;
getInput("app-id", { required: true });
getInput("private-key", { required: true });
setSecret(token);
setOutput("token", token);
