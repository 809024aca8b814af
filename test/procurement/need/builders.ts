import type { LotInput, NeedInput } from '../../../subgraphs/procurement/need/check-need.js';

export function lotInput(values: Partial<LotInput> = {}): LotInput {
  return { id: '1', cpv: '90911200', minutesPerDay: 360, ...values };
}

/** A week of cleaning in Pori: from Monday, 21 June 2027, to the eve of Midsummer, which is no public holiday. */
export function needInput(values: Partial<NeedInput> = {}): NeedInput {
  return {
    municipality: 'FI-609',
    from: '2027-06-21',
    to: '2027-06-25',
    weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'],
    lots: [lotInput()],
    ...values,
  };
}
