import type { Descriptor, FieldDescriptor } from "./descriptor.ts";

const text = (id: number): FieldDescriptor => ({ type: "string", id });
const many = (type: string, id: number): FieldDescriptor => ({ rule: "repeated", type, id });

/** google/rpc/error_details.proto, as far as it is used. */
const RPC: Descriptor["nested"] = {
  ErrorInfo: { fields: { reason: text(1), domain: text(2), metadata: { keyType: "string", type: "string", id: 3 } } },
  RetryInfo: { fields: { retryDelay: { type: "google.protobuf.Duration", id: 1 } } },
  QuotaFailure: {
    fields: { violations: many("Violation", 1) },
    nested: { Violation: { fields: { subject: text(1), description: text(2) } } },
  },
  PreconditionFailure: {
    fields: { violations: many("Violation", 1) },
    nested: { Violation: { fields: { type: text(1), subject: text(2), description: text(3) } } },
  },
  BadRequest: {
    fields: { fieldViolations: many("FieldViolation", 1) },
    nested: { FieldViolation: { fields: { field: text(1), description: text(2) } } },
  },
  ResourceInfo: { fields: { resourceType: text(1), resourceName: text(2), owner: text(3), description: text(4) } },
};

/** google/cloud/location/locations.proto. */
const LOCATION: Descriptor["nested"] = {
  Locations: {
    methods: {
      ListLocations: {
        requestType: "ListLocationsRequest",
        responseType: "ListLocationsResponse",
        parsedOptions: [{ "(google.api.http)": { get: "/v1/{name=projects/*}/locations" } }],
      },
      GetLocation: {
        requestType: "GetLocationRequest",
        responseType: "Location",
        parsedOptions: [{ "(google.api.http)": { get: "/v1/{name=projects/*/locations/*}" } }],
      },
    },
  },
  ListLocationsRequest: {
    fields: { name: text(1), filter: text(2), pageSize: { type: "int32", id: 3 }, pageToken: text(4) },
  },
  ListLocationsResponse: { fields: { locations: many("Location", 1), nextPageToken: text(2) } },
  GetLocationRequest: { fields: { name: text(1) } },
  Location: {
    fields: {
      name: text(1),
      locationId: text(4),
      displayName: text(5),
      labels: { keyType: "string", type: "string", id: 2 },
      metadata: { type: "google.protobuf.Any", id: 3 },
    },
  },
};

/** Standard messages that Vertex AI's services speak and that its client's bundle leaves to another package. */
export const ADDED: Descriptor = {
  nested: {
    google: { nested: { rpc: { nested: RPC }, cloud: { nested: { location: { nested: LOCATION } } } } },
  },
};
