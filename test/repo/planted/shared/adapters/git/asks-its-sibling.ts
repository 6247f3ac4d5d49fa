import { octokit } from "../github/client.ts";
import { simpleGit } from "simple-git";
export const both = [octokit, simpleGit];
