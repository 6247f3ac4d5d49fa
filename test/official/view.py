"""Looks at endpoints and their models with Google's own Python client, whenever a line comes in: a line of JSON for each."""

import json
import sys

import grpc
from google.cloud import aiplatform_v1 as v1

TIMEOUT_S = 30


def main(address, parent, *ids):
    endpoints, models = (
        client(transport=client.get_transport_class("grpc")(channel=grpc.insecure_channel(address)))
        for client in (v1.EndpointServiceClient, v1.ModelServiceClient)
    )
    for _ in sys.stdin:
        view = {
            "endpoints": {id: endpoint_view(endpoints, f"{parent}/endpoints/{id}") for id in ids},
            "versions": versions_view(models, parent),
        }
        print(json.dumps(view), flush=True)


def endpoint_view(client, name):
    endpoint = client.get_endpoint(name=name, timeout=TIMEOUT_S)
    return {
        "deployed": {each.id: f"{each.model}@{each.model_version_id}" for each in endpoint.deployed_models},
        "traffic": {id: percent for id, percent in endpoint.traffic_split.items() if percent > 0},
    }


def versions_view(client, parent):
    names = [each.name.split("@")[0] for each in client.list_models(parent=parent, timeout=TIMEOUT_S)]
    versions = [each for name in names for each in client.list_model_versions(name=name, timeout=TIMEOUT_S)]
    return {
        f"{each.name.split('@')[0]}@{each.version_id}": {
            "artifact": each.artifact_uri,
            "aliases": [alias for alias in each.version_aliases if alias != "default"],
        }
        for each in versions
    }


main(*sys.argv[1:])
