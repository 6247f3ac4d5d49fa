import { vertexAddress } from "../../shared/adapters/vertex/address.ts";
import { vertexClients } from "../../shared/adapters/vertex/clients.ts";
import { googleCredentials } from "../../shared/adapters/vertex/credentials.ts";

// Google's three clients, loaded and made, in a bundle of their own beside ours. They connect when they are first asked.
const place = { project: "p", region: "europe-west4" };
await using clients = vertexClients(place, vertexAddress(place, "127.0.0.1:9"), googleCredentials());
await Promise.all([clients.endpoints(), clients.models(), clients.predictions()]);
