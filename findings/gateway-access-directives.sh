#!/usr/bin/env bash
# @apollo/gateway 2.14.4 does not start with a supergraph in which a field is @authenticated, @requiresScopes or @policy.
#
# The three are part of Federation since 2.5 and 2.6, and @apollo/composition of the same version composes them without a word. A good
# guess is that the gateway of that version enforces them, or leaves them to resolvers. It refuses the whole supergraph: the features are
# linked `for: SECURITY`, and it supports no such feature. Only the router does.
#
# Seen on Node 20.20 with @apollo/gateway and @apollo/composition 2.14.4, graphql 16.15.0.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent @apollo/gateway@2.14.4 @apollo/composition@2.14.4 graphql@16.15.0
cat >start.mjs <<'JS'
import { composeServices } from '@apollo/composition';
import { ApolloGateway } from '@apollo/gateway';
import { parse } from 'graphql';

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const uses = ['@tag(name: "x")', '@authenticated', '@requiresScopes(scopes: [["a"]])', '@policy(policies: [["a"]])'];
for (const use of uses) {
  const name = /^@\w+/.exec(use)[0];
  const typeDefs = parse(`
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["${name}"])
    type Query { open: Int  closed: Int ${use} }`);
  const { supergraphSdl, errors } = composeServices([{ name: 'a', url: 'http://a.invalid', typeDefs }]);
  const gateway = new ApolloGateway({ supergraphSdl, logger: silent });
  const started = await gateway.load().then(
    () => 'starts',
    (error) => [error, ...(error.causes ?? [])].map(({ message }) => message).join(' ').replace(/\s+/g, ' '),
  );
  await gateway.stop().catch(() => {});
  console.log(`${name}: ${errors ? 'does not compose' : 'composes'}; ${/for: SECURITY but is unsupported/.exec(started)?.[0] ?? started}`);
}
JS
APOLLO_TELEMETRY_DISABLED=true node start.mjs | tee seen.txt
diff seen.txt - <<'EXPECTED'
@tag: composes; starts
@authenticated: composes; for: SECURITY but is unsupported
@requiresScopes: composes; for: SECURITY but is unsupported
@policy: composes; for: SECURITY but is unsupported
EXPECTED
echo 'As described.'
