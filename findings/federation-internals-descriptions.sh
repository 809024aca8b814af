#!/usr/bin/env bash
# @apollo/federation-internals 2.14.4 reads subgraphs out of a supergraph without any description.
#
# `Supergraph.build(sdl).subgraphs()` gives each subgraph's types, fields and arguments as they were before composition, and nothing
# of what was written about them, though the supergraph's own schema, from the same object, has it all. Who checks or explains
# answers by the schema that the query planner uses has to take the descriptions from there.
#
# Seen on Node 20.20 with @apollo/federation-internals 2.14.4, @apollo/composition 2.14.4, graphql 16.15.0.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent @apollo/federation-internals@2.14.4 @apollo/composition@2.14.4 graphql@16.15.0
cat >look.mjs <<'JS'
import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { parse } from 'graphql';

const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query {
    "One lamp."
    lamp("Its number." id: ID!): Lamp
  }
  "Gives light."
  type Lamp @key(fields: "id") { id: ID! }
`);
const { supergraphSdl } = composeServices([{ name: 'lamps', url: 'http://lamps', typeDefs }]);
const supergraph = Supergraph.build(supergraphSdl);
const show = (name, schema) => {
  const field = schema.type('Query').field('lamp');
  const texts = [schema.type('Lamp'), field, field.argument('id')].map((one) => one.description ?? null);
  console.log(name, JSON.stringify(texts));
};
show('supergraph', supergraph.schema);
show('subgraph', supergraph.subgraphs().get('lamps').schema);
JS
node look.mjs | tee seen.txt
diff seen.txt - <<'EXPECTED'
supergraph ["Gives light.","One lamp.","Its number."]
subgraph [null,null,null]
EXPECTED
echo 'As described.'
