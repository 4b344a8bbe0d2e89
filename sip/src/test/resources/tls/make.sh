#!/usr/bin/env bash
# Makes the certificates that the tests of TLS use: a CA, servers that it vouches for, and a stranger. Nobody trusts
# them outside the tests; they hold from 2020 for a hundred years. Run in this folder; needs keytool and openssl.
set -euo pipefail
secret=changeit
times=(-startdate "2020/01/01 00:00:00" -validity 36500)
tool() { keytool "$@" -storetype PKCS12 -storepass $secret 2>/dev/null; }
pair() { # NAME SUBJECT [EXTENSION...]
  local name=$1 subject=$2
  shift 2
  tool -genkeypair -alias "$name" -keystore "$name.p12" -keyalg EC -groupname secp256r1 -dname "$subject" "${times[@]}" "$@"
}
key() { openssl pkcs12 -in "$1.p12" -passin pass:$secret -nocerts -nodes 2>/dev/null | openssl pkey -out "$1.key"; }
certificate() { tool -exportcert -rfc -alias "$1" -keystore "$1.p12" -file "$1.pem"; }
issue() { # NAME SUBJECT [EXTENSION...]
  local name=$1 subject=$2
  shift 2
  pair "$name" "$subject"
  tool -certreq -alias "$name" -keystore "$name.p12" |
    tool -gencert -rfc -alias ca -keystore ca.p12 "${times[@]}" -ext bc=ca:false -ext ku=digitalSignature \
      -ext eku=serverAuth,clientAuth "$@" >"$name.pem"
  key "$name"
}
pair ca "CN=Hotline400 test CA" -ext bc:c
certificate ca
issue alice "CN=alice" -ext san=dns:alice.test,ip:127.0.0.1,ip:0:0:0:0:0:0:0:1
issue bob "CN=bob" -ext san=uri:sip:bob.test,dns:other.test
issue wildcard "CN=wildcard" -ext 'san=dns:*.test'
issue plain "CN=plain.test"
pair stranger "CN=alice.test" -ext san=dns:alice.test
certificate stranger
key stranger
rm -f ./*.p12
