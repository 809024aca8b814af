#!/usr/bin/env bash
# Mercurius 16.10.1 writes a position in a list as text in the path of an error.
#
# GraphQL (October 2021, 7.1.2): "path segments that represent list indices should be 0-indexed integers". graphql-js,
# which Mercurius executes with, has them as numbers; what leaves Mercurius over HTTP has "1" instead of 1.
# Who looks for the row of an error with a number does not find it, and takes the row for whole or unknown.
#
# Seen on Node 20.20 with mercurius 16.10.1, fastify 5.12.8 and graphql 16.15.0:
#   graphql-js alone: ["rows",1,"price"]
#   mercurius:        ["rows","1","price"]
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent mercurius@16.10.1 fastify@5.12.8 graphql@16.15.0
cat >look.cjs <<'JS'
const { graphql, buildSchema } = require('graphql');
const fastify = require('fastify');
const mercurius = require('mercurius');

const sdl = 'type Row { id: ID! price: Int } type Query { rows: [Row!]! }';
const source = '{ rows { id price } }';
const failing = () => {
  throw new Error('no price');
};
const rows = [{ id: 'a', price: 1 }, { id: 'b' }];
const pathOf = (answer) => JSON.stringify(answer.errors[0].path);

async function main() {
  const rootValue = { rows: [rows[0], { id: 'b', price: failing }] };
  const alone = await graphql({ schema: buildSchema(sdl), source, rootValue });
  const app = fastify();
  app.register(mercurius, {
    schema: sdl,
    resolvers: {
      Query: { rows: () => rows },
      Row: { price: (row) => (row.id === 'b' ? failing() : row.price) },
    },
  });
  const answer = await app.inject({ method: 'POST', url: '/graphql', payload: { query: source } });
  await app.close();
  console.log(`graphql-js alone: ${pathOf(JSON.parse(JSON.stringify(alone)))}`);
  console.log(`mercurius:        ${pathOf(JSON.parse(answer.body))}`);
}
main();
JS
node look.cjs | tee seen.txt
diff seen.txt - <<'EXPECTED'
graphql-js alone: ["rows",1,"price"]
mercurius:        ["rows","1","price"]
EXPECTED
echo 'As described.'
