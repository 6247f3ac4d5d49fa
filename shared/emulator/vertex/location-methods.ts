import type { Message } from "../protos/json.ts";
import { badField } from "../protos/misfit.ts";
import { type MethodHandler, method } from "./method.ts";
import { locationOf } from "./names.ts";

/** Some of the regions where Vertex AI serves; any other name is a region as well. */
const REGIONS = ["asia-northeast1", "europe-west1", "europe-west4", "us-central1", "us-east1", "us-west1"];

/** google.cloud.location.Locations. */
export const LOCATION_METHODS: Readonly<Record<string, MethodHandler>> = {
  GetLocation: method<{ name?: string }>({
    isMutation: false,
    resource: ({ name }) => name,
    answer({ name = "" }) {
      const { project, region } = locationOf(name);
      return location(project, region);
    },
  }),
  ListLocations: method<{ name?: string }>({
    isMutation: false,
    resource: ({ name }) => name,
    answer({ name = "" }) {
      const [, project] = /^projects\/([^/]+)$/.exec(name) ?? [];
      if (project === undefined) throw badField("name", `"${name.slice(0, 300)}" is not projects/PROJECT.`);
      return { locations: REGIONS.map((region) => location(project, region)) };
    },
  }),
};

function location(project: string, region: string): Message {
  return { name: `projects/${project}/locations/${region}`, locationId: region, displayName: region };
}
