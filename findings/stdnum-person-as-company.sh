#!/usr/bin/env bash
# stdnum 1.12.0 calls a person's number in Sweden a company, and zeros a valid number in Sweden and Finland.
#
# `se.orgnr.validate` looks at length and Luhn alone. In an organisationsnummer the third digit is 2 or more, so that it can
# never be a personnummer, where it is that of a month; the library tells `isIndividual: false, isCompany: true` of one.
# Who relies on that to keep personal data out publishes it.
# Only zeros pass every check digit: Luhn, and the weights of the Finnish Y-tunnus.
#
# Seen on Node 20.20 with stdnum 1.12.0.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent stdnum@1.12.0
cat >look.cjs <<'JS'
const { stdnum } = require('stdnum');

const show = (name, validator, text) => {
  const { isValid, isIndividual, isCompany } = validator.validate(text);
  console.log(name, text, JSON.stringify({ isValid, isIndividual, isCompany }));
};
console.log(`stdnum ${require('stdnum/package.json').version}`);
show('personnummer', stdnum.SE.personnummer, '811228-9874');
show('orgnr', stdnum.SE.orgnr, '811228-9874');
show('orgnr', stdnum.SE.orgnr, '000000-0000');
show('ytunnus', stdnum.FI.ytunnus, '0000000-0');
JS
node look.cjs | tee seen.txt
diff seen.txt - <<'EXPECTED'
stdnum 1.12.0
personnummer 811228-9874 {"isValid":true,"isIndividual":true,"isCompany":false}
orgnr 811228-9874 {"isValid":true,"isIndividual":false,"isCompany":true}
orgnr 000000-0000 {"isValid":true,"isIndividual":false,"isCompany":true}
ytunnus 0000000-0 {"isValid":true,"isIndividual":false,"isCompany":true}
EXPECTED
echo 'As described.'
