import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isEnumType } from 'graphql';
import { USER_ERROR_WORDS } from '../../../gateway/answers/user-error-words.js';
import { sendJson } from '../../support/fakes/endpoint.js';
import { bookingSchema } from '../../support/fakes/gateway-schemas.js';
import { at } from '../../support/json-path.js';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';

const OWN_WORDS = 'Liian lyhyt: Anna Virtanen.';

describe('the sentence of a code that an owner refuses with', () => {
  let network: GatewayNetwork;

  beforeAll(async () => {
    network = await startGatewayNetwork({ askedBy: ['staff:lumo'] });
    network.owner('lumo').behaviour = (_request, response) => {
      const userErrors = [{ code_: 'TOO_SHORT', message: OWN_WORDS }];
      sendJson(response, {
        data: { publishService: { userErrors, userErrors_: [{ code_: 'TOO_SHORT' }] } },
      });
    };
  });
  afterAll(() => network.close());

  const messageFor = async (language: string): Promise<unknown> => {
    const answer = await network.ask(
      'mutation { publishService(input: { id: "lumo:s1", published: true }) { userErrors { message } } }',
      {},
      { 'accept-language': language },
    );
    return at(answer, 'data.publishService.userErrors.0.message');
  };

  it('is in the language of the caller, and never the owner’s own', async () => {
    expect(await messageFor('fi-FI, en;q=0.5')).toContain('Lyhyempi kuin palvelun vähimmäisaika');
    expect(await messageFor('sv')).toContain('Kortare än tjänstens minimum');
    expect(await messageFor('en')).toContain('Shorter than the service');
    expect(await messageFor('de')).toContain('Shorter than the service');
  });

  it('is there for every code of the contract', () => {
    const codes = bookingSchema().getType('UserErrorCode');
    const names = isEnumType(codes) ? codes.getValues().map(({ name }) => name) : [];

    expect(Object.keys(USER_ERROR_WORDS).sort()).toEqual(names.sort());
  });
});
