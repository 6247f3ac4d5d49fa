import { fakeCloud } from "../fakes/cloud.ts";
import { type CloudWorld, digestOf } from "./cloud-world.ts";
import { endpointContract } from "./endpoint.ts";
import { registryContract } from "./registry.ts";

const inMemory: Omit<CloudWorld, "title"> = {
  async open() {
    let draw = 0;
    const { endpoint, registry } = fakeCloud({ random: () => (draw++ % 10) / 10 });
    return {
      endpoint: endpoint("1"),
      elsewhere: endpoint("missing"),
      registry,
      artifactUri: (number) => `gs://models/churn/sha256/${digestOf(number).slice("sha256:".length)}/`,
      [Symbol.asyncDispose]: async () => {},
    };
  },
};

endpointContract({ title: "an endpoint in memory", ...inMemory });
registryContract({ title: "a registry in memory", ...inMemory });
