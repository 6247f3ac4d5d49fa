"""Writes fixtures/releases/signed/: a tiny artifact and bundles that the reference implementation made of it.

    pip install model-signing==1.1.1 pyopenssl && python3 .github/tools/signed-releases.py

Every bundle is first judged by the reference's own verifier, and its answer stands beside ours in expected.json. Keys
are made anew on each run and their private halves are thrown away.
"""

import base64
import copy
import datetime
import json
import pathlib
import shutil
import tempfile

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from model_signing import hashing, signing, verifying
from model_signing._signing import sign_sigstore_pb

OUT = pathlib.Path(__file__).parents[2] / "fixtures/releases/signed"
MODEL = {
    "saved_model.pb": b"not a graph, but signed like one",
    "variables/variables.index": b"index",
    "variables/variables.data-00000-of-00001": bytes(range(256)) * 4,
    "assets/stra\u00dfe \u6a21\u578b.txt": b"unicode",
}


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    for path, content in MODEL.items():
        (OUT / "model" / path).parent.mkdir(parents=True, exist_ok=True)
        (OUT / "model" / path).write_bytes(content)
    with tempfile.TemporaryDirectory() as scratch:
        expected = sign_all(pathlib.Path(scratch))
    (OUT / "expected.json").write_text(json.dumps(expected, indent=2) + "\n")


def sign_all(scratch):
    key, other, root = (ec.generate_private_key(curve()) for curve in (ec.SECP256R1, ec.SECP256R1, ec.SECP384R1))
    write_key(scratch / "key", key)
    write_key(scratch / "other", other)
    (OUT / "release.pub").write_bytes(public_pem(key))
    (OUT / "root.pem").write_bytes(certificate("root", root, "root", root, authority=True))
    (scratch / "leaf.pem").write_bytes(certificate("signer", key, "root", root))

    by_key = lambda config: config.use_elliptic_key_signer(private_key=scratch / "key")
    by_other = lambda config: config.use_elliptic_key_signer(private_key=scratch / "other")
    by_certificate = lambda config: config.use_certificate_signer(
        private_key=scratch / "key", signing_certificate=scratch / "leaf.pem", certificate_chain=[OUT / "root.pem"]
    )
    files, shards = hashing.Config().use_file_serialization, hashing.Config().use_shard_serialization
    sign("key-files.sig", by_key, files())
    sign("key-shards.sig", by_key, shards(shard_size=100))
    sign("key-blake2b.sig", by_key, files(hashing_algorithm="blake2"))
    sign("key-blake3.sig", by_key, files(hashing_algorithm="blake3"))
    sign("key-other.sig", by_other, files())
    sign("certificate-files.sig", by_certificate, files())
    write_legacy("certificate-0.2.sig", "certificate-files.sig", key)
    write_forged("key-forged.sig", "key-files.sig")
    return [
        judge("key-files.sig", "key", "verified"),
        judge("key-shards.sig", "key", "verified", shards(shard_size=100)),
        judge("key-blake2b.sig", "key", "verified", files(hashing_algorithm="blake2")),
        judge("key-blake3.sig", "key", "failed", files(hashing_algorithm="blake3")),
        judge("key-other.sig", "key", "failed"),
        judge("key-forged.sig", "key", "failed"),
        judge("certificate-files.sig", "certificate", "verified"),
        judge("certificate-files.sig", "key", "failed"),
        judge("certificate-0.2.sig", "certificate", "verified"),
    ]


def sign(name, by, hashing_config):
    by(signing.Config()).set_hashing_config(hashing_config).sign(OUT / "model", OUT / name)


def judge(name, method, status, hashing_config=None):
    """Ours beside the reference's: they differ for BLAKE3, which node:crypto lacks."""
    config = verifying.Config()
    try:
        if method == "key":
            config.use_elliptic_key_verifier(public_key=OUT / "release.pub")
        else:
            config.use_certificate_verifier(certificate_chain=[OUT / "root.pem"])
        if hashing_config is not None:
            config.set_hashing_config(hashing_config)
        config.verify(OUT / "model", OUT / name)
        reference = "verified"
    except Exception:
        reference = "failed"
    return {"bundle": name, "method": method, "status": status, "reference": reference}


def write_legacy(name, source, key):
    """What model_signing 0.2 wrote: digests as subjects, signed over Python's printed form of the payload."""
    bundle = json.loads((OUT / source).read_text())
    statement = json.loads(base64.b64decode(bundle["dsseEnvelope"]["payload"]))
    statement["subject"] = [
        {"name": it["name"], "digest": {"sha256": it["digest"]}, "annotations": {"note": "it's \\ of 0.2"}}
        for it in statement["predicate"]["resources"]
    ]
    statement.update(predicateType="https://model_signing/Digests/v0.1", predicate={"unused": "Unused"})
    payload = json.dumps(statement, indent=2, ensure_ascii=False).encode()
    signature = key.sign(sign_sigstore_pb.pae_compat(payload), ec.ECDSA(hashes.SHA256()))
    bundle["dsseEnvelope"]["payload"] = base64.b64encode(payload).decode()
    bundle["dsseEnvelope"]["signatures"] = [{"sig": base64.b64encode(signature).decode(), "keyid": None}]
    (OUT / name).write_text(json.dumps(bundle))


def write_forged(name, source):
    bundle = copy.deepcopy(json.loads((OUT / source).read_text()))
    payload = base64.b64decode(bundle["dsseEnvelope"]["payload"]).replace(b"saved_model.pb", b"saved_model.PB")
    bundle["dsseEnvelope"]["payload"] = base64.b64encode(payload).decode()
    (OUT / name).write_text(json.dumps(bundle))


def certificate(subject, key, issuer, issuer_key, authority=False):
    name = lambda text: x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])
    usage = dict.fromkeys(
        "content_commitment key_encipherment data_encipherment key_agreement crl_sign encipher_only decipher_only".split(),
        False,
    )
    builder = (
        x509.CertificateBuilder(name(issuer), name(subject), key.public_key(), x509.random_serial_number())
        .not_valid_before(datetime.datetime(2026, 1, 1))
        .not_valid_after(datetime.datetime(2036, 1, 1))
        .add_extension(x509.BasicConstraints(authority, None), critical=True)
        .add_extension(x509.KeyUsage(digital_signature=not authority, key_cert_sign=authority, **usage), critical=True)
    )
    if not authority:
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CODE_SIGNING]), critical=False)
    return builder.sign(issuer_key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


def write_key(path, key):
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )


def public_pem(key):
    return key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )


main()
