import { randomBytes } from 'node:crypto';
import { toTrustedKey } from '../../../subgraphs/shared/identity/processes/public-keys.js';
import { createVerifier } from '../../../subgraphs/shared/identity/processes/settings.js';
import { parseCooperativeFile } from '../../../subgraphs/shared/network-file/index.js';
import {
  craftToken,
  hashOf,
  knownKey,
  type KnownKey,
} from '../../shared/identity/processes/craft-token.js';
import { BUILT_IN_LISTS } from '../../support/built-in-lists.js';
import { HUB_KEYS } from '../../support/fakes/hub-keys.js';
import { bookableFile, Desk, resourceRow } from '../bookings/support.js';
import { serviceRow, startCooperative, type RunningCooperative } from '../support.js';

/** As it stands in a request: `MEMBER karhu m1` is role, organisation and member. */
export interface Speaker {
  readonly issuer: string;
  readonly scope: string;
  /** Null where it is asked on nobody's behalf. */
  readonly roles: readonly string[] | null;
}

const KEYS: Readonly<Record<string, KnownKey>> = {
  gateway: knownKey('gateway', 'read act', 1),
  booking: knownKey('booking', 'read book', 2),
  catalogue: knownKey('catalogue', 'follow orders', 3),
  procurement: knownKey('procurement', 'read capacity', 4),
};
const trusted = new Map(
  Object.values(KEYS).map(({ publicJwk }) => [publicJwk.kid, toTrustedKey(publicJwk)]),
);

/** A token that says whatever is wanted, also what no gateway would tell a cooperative. */
function tokenOf({ issuer, scope, roles }: Speaker, body: string): string {
  const key = KEYS[issuer];
  if (!key) throw new Error(`"${issuer}" has no key.`);
  const iat = Math.floor(Date.now() / 1_000);
  return craftToken(
    key,
    { alg: 'EdDSA', kid: key.publicJwk.kid, typ: 'hub-request+jwt' },
    {
      ...{ iss: issuer, aud: 'karhu', scope, iat, exp: iat + 60, body: hashOf(body) },
      jti: randomBytes(16).toString('base64url'),
      ...(roles && { sub: 'p1', roles: roles.map(readRole) }),
    },
  );
}

function readRole(text: string): object {
  const [role, organisation = null, member] = text.split(' ');
  return { role, organisation, member };
}

interface Answered {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path: readonly (string | number)[];
    readonly extensions: { readonly code: string };
  }[];
}

/** @param speaker - Null where nobody signs. */
export async function askKarhu(
  { url }: RunningCooperative,
  speaker: Speaker | null,
  query: string,
  variables: object = {},
): Promise<Answered> {
  const body = JSON.stringify({ query, variables });
  const signed = speaker && { authorization: `Bearer ${tokenOf(speaker, body)}` };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signed },
    body,
  });
  return (await response.json()) as Answered;
}

/** karhu with two workers, `w1` who is the member `m1` and `w2` who is `m2`, and a confirmed booking of each. */
export interface BookedKarhu {
  readonly karhu: RunningCooperative;
  /** Ids of the bookings, that of `w1` first. */
  readonly bookings: readonly string[];
}

const MEMBERS = ['m1', 'm2'].map((id) => ({
  id,
  name: `Jäsen ${id}`,
  ...{ email: `${id}@example.org`, phone: '+358 40 123', languages: ['fi'], public: [] },
}));

export async function startBookedKarhu(): Promise<BookedKarhu> {
  const find = (kid: string) => trusted.get(kid) ?? HUB_KEYS.find(kid);
  const karhu = await startCooperative({ verifier: createVerifier('karhu', { find }) });
  const file = bookableFile({
    members: MEMBERS,
    resources: [resourceRow({ id: 'w1', member: 'm1' }), resourceRow({ id: 'w2', member: 'm2' })],
    services: [serviceRow({ gridMinutes: 60, resources: ['w1', 'w2'] })],
  });
  const text = JSON.stringify(file);
  const { cooperative } = parseCooperativeFile(text, 'karhu.json', BUILT_IN_LISTS, 'karhu');
  await karhu.server.dataSource.import(cooperative, false);
  const desk = new Desk(karhu);
  await desk.hold({
    legs: ['w1', 'w2'].map((id) => ({ resourceId: `karhu:${id}` })),
  });
  const { legs } = await desk.confirm({});
  await karhu.server.dataSource.summaries.refresh();
  return { karhu, bookings: legs.flatMap(({ bookings }) => bookings.map(({ id }) => id)) };
}
