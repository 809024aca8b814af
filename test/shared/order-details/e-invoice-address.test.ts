import { describe, expect, it } from '@jest/globals';
import { parseEInvoiceAddress } from '../../../subgraphs/shared/order-details/e-invoice-address.js';

describe('an address for e-invoices', () => {
  it.each([
    ['a Finnish OVT as a Peppol participant', '0216:003715728600'],
    ['one with its suffix', '0216:003715728600ABC12'],
    ['a Finnish OVT', '003715728600'],
    ['a Y-tunnus', '0212:1572860-0'],
    ['a Finnish VAT number', '0213:FI15728600'],
    ['an organisationsnummer', '0007:5567037485'],
    ['a GLN as a Peppol participant', '0088:7300010000001'],
    ['a GLN', '7300010000001'],
    ['a scheme without check digits that are known here', '9930:de123456789'],
  ])('is %s', (_what, text) => {
    expect(parseEInvoiceAddress(text)).toBe(text);
    expect(parseEInvoiceAddress(` ${text.slice(0, 4)} ${text.slice(4)} `)).toBe(text);
  });

  it.each([
    ['nothing', ''],
    ['an e-mail address', 'laskut@example.org'],
    ['a scheme without a number', '0216:'],
    ['a scheme of three digits', '216:003715728600'],
    ['an OVT with a wrong check digit', '0216:003715728601'],
    ['another number in the scheme of OVTs', '0216:15728600'],
    ['a bare OVT with a wrong check digit', '003715728601'],
    ['an organisationsnummer with a wrong check digit', '0007:5567037486'],
    ['the number of a person', '0007:8112289874'],
    ['a GLN with a wrong check digit', '0088:7300010000002'],
    ['a GLN of twelve digits', '0088:730001000001'],
    ['a bare GLN with a wrong check digit', '7300010000002'],
    ['zeros', '0000000000000'],
    ['a number that is too long', `9930:${'1'.repeat(51)}`],
  ])('is not %s', (_what, text) => {
    expect(parseEInvoiceAddress(text)).toBeNull();
  });
});
