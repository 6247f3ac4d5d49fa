"""Tells the story with Google's own Python clients: a line of JSON for each step, as it came out."""

import json
import re
import sys

import grpc
from google.api_core.exceptions import GoogleAPICallError
from google.auth.credentials import AnonymousCredentials
from google.cloud import aiplatform_v1 as v1
from google.cloud import storage
from google.protobuf import json_format

TIMEOUT_S = 30


def main(script, transport, vertex, store):
    tellers = {**vertex_tellers(transport, vertex), "storage": storage_teller(store)}
    etags = []
    for step in json.load(open(script, encoding="utf-8")):
        request = json.loads(re.sub(r"\$\{etag-(\d+)\}", lambda at: etags[int(at[1]) - 1], json.dumps(step["request"])))
        try:
            code, answer = "OK", tellers[step["service"]](step, request)
        except GoogleAPICallError as error:
            code, answer = code_of(step, error), None
        told = {} if answer is None else {path: pick(answer, path, etags) for path in step.get("told", {})}
        print(json.dumps({"title": step["title"], "code": code, "told": told}, ensure_ascii=False), flush=True)


def vertex_tellers(transport, address):
    clients = {
        "endpoints": v1.EndpointServiceClient,
        "models": v1.ModelServiceClient,
        "predictions": v1.PredictionServiceClient,
    }
    return {name: vertex_teller(connected(client, transport, address)) for name, client in clients.items()}


def connected(client, transport, address):
    """In plain text, which both transports only do when they are made by hand."""
    made = client.get_transport_class(transport)
    if transport == "grpc":
        return client(transport=made(channel=grpc.insecure_channel(address)))
    return client(transport=made(host=address, credentials=AnonymousCredentials(), url_scheme="http"))


def vertex_teller(client):
    def tell(step, request):
        method = step["method"]
        message = getattr(v1, f"{method[0].upper()}{method[1:]}Request")
        parsed = message(json_format.ParseDict(request, message.pb(message())))
        answered = getattr(client, re.sub(r"([A-Z])", r"_\1", method).lower())(request=parsed, timeout=TIMEOUT_S)
        if step.get("isOperation"):
            answered = answered.result(timeout=TIMEOUT_S)
        return [as_json(each) for each in answered] if step.get("isList") else as_json(answered)

    return tell


def storage_teller(address):
    client = storage.Client("p", AnonymousCredentials(), client_options={"api_endpoint": address})

    def tell(step, request):
        if step["method"] == "createBucket":
            client.create_bucket(request["bucket"])
            return {}
        blob = client.bucket(request["bucket"]).blob(request["object"])
        if step["method"] == "download":
            return {"text": blob.download_as_text()}
        blob.upload_from_string(request["text"], if_generation_match=request["ifGenerationMatch"], checksum="crc32c")
        return {}

    return tell


def as_json(message):
    return json_format.MessageToDict(getattr(message, "_pb", message))


def code_of(step, error):
    if step["service"] == "storage":
        return str(error.code.value)
    # HTTP has one status for several codes, and the code in its body.
    body = getattr(error.response, "json", None)
    return error.grpc_status_code.name if body is None else body()["error"]["status"]


def pick(answer, path, etags):
    """What lies at a path; `[]` before it is one for each of a list."""
    if path.startswith("[]"):
        name, _, rest = path[2:].partition(".")
        items = answer if name == "" else answer.get(name, [])
        return [pick(item, rest, etags) for item in items]
    for part in path.split("."):
        answer = answer.get(part) if isinstance(answer, dict) else None
    if path == "etag":
        if answer not in etags:
            etags.append(answer)
        return f"etag-{etags.index(answer) + 1}"
    return plain(answer, path)


def plain(value, path):
    """Nothing, whatever it is called, is null; whole numbers of messages are text, as 64 bits need."""
    if value in ("", [], {}, 0, None):
        return None
    if path != "predictions" and isinstance(value, (int, float)):
        return str(value)
    return {key: plain(each, path) for key, each in value.items()} if isinstance(value, dict) else value


main(*sys.argv[1:])
