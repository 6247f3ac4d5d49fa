import { setTimeout as delay } from "node:timers/promises";
import { asked } from "./asked.ts";

export const REGION = "europe-west4";

/** Where a local cloud answers. */
interface Cloud {
  readonly vertex: string;
  readonly storage: string;
}

export async function makeBucket({ storage }: Pick<Cloud, "storage">, project: string, name: string): Promise<void> {
  await asked(`${storage}/storage/v1/b?project=${project}`, { name });
}

/** An endpoint that serves nothing, found by its id. */
export async function makeEndpoint({ vertex }: Pick<Cloud, "vertex">, project: string, id: string): Promise<void> {
  const endpoints = `http://${vertex}/v1/projects/${project}/locations/${REGION}/endpoints?endpointId=${id}`;
  const { name } = await asked<{ readonly name: string }>(endpoints, { displayName: id });
  while (!(await asked<{ readonly done?: boolean }>(`http://${vertex}/v1/${name}`)).done) await delay(5);
}
