import { expect, test } from "vitest";
import { retold } from "../../../shared/schema/retold.ts";

test.each([
  [
    "a header",
    "14 UNAVAILABLE: Authorization: Bearer ya29.a0AfH6SMBexample-x",
    "14 UNAVAILABLE: Authorization: Bearer ***",
  ],
  ["a token by itself", "invalid_grant: ya29.c.b0Aaekm1K3 has ended", "invalid_grant: *** has ended"],
  ["who asks", "proxy http://ann:swordfish@proxy:8080 refused", "proxy http://***@proxy:8080 refused"],
])("nothing is told of %s", (_, said, told) => expect(retold(said, 300)).toBe(told));

test.each([
  "Basic authentication is not supported, and token verification failed",
  "OIDC token projects/p/locations/global/workloadIdentityPools/pool is unknown",
  "Permission 'aiplatform.endpoints.get' denied on resource '//aiplatform.googleapis.com/projects/p'",
])("stays as it is: %s", (said) => expect(retold(said, 300)).toBe(said));

test("is one line, cut where it is too long, and quickly where it is endless", () => {
  expect(retold("a\r\n::error::b\u2028c", 300)).toBe("a ::error::b c");
  expect(retold("x".repeat(10_000_000), 5)).toBe("xxxxx");
});
