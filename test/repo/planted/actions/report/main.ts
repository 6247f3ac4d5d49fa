import { EndpointServiceClient } from "@google-cloud/aiplatform";
import { render } from "../../shared/report/card.ts";
import { run } from "./run.ts";
export const all = [EndpointServiceClient, render, run];
