import { TEXT_LANGUAGES } from '../../shared/words/localized.js';
import type {
  CooperativeRecord,
  Listing,
  ResourceRecord,
  ServiceRecord,
} from '../store/records.js';
import { createBookingRules, whyNotBookable } from './booking-rules.js';

type Described = Omit<ServiceRecord, '_id' | 'isPublished' | 'isRemoved' | 'feed'>;

/** Languages of a service's texts: the owner's in the owner's order, then the others. */
function languagesOf(service: Described, ownerLanguages: readonly string[]): string[] {
  const written = TEXT_LANGUAGES.filter(
    (language) => language in service.title || language in service.description,
  );
  const rank = (language: string): number => {
    const index = ownerLanguages.indexOf(language);
    return index < 0 ? ownerLanguages.length : index;
  };
  return [...written].sort((a, b) => rank(a) - rank(b));
}

/**
 * What the network would see of a service, were it published.
 * @param hoursOf - The opening hours of a resource, by its local id.
 */
export function createListing(
  service: Described,
  cooperative: Pick<CooperativeRecord, 'serves' | 'languages'>,
  hoursOf: (resource: string) => ResourceRecord['hours'],
): Listing {
  const hours = service.resources.flatMap(hoursOf);
  const { kind, title, description, cpv, unit, price, images } = service;
  return {
    kind,
    title,
    description,
    languages: languagesOf(service, cooperative.languages),
    cpv,
    municipalities: service.serves ?? cooperative.serves,
    unit,
    price,
    images,
    booking: createBookingRules(service, hours),
    notBookableBecause: whyNotBookable(service, hours),
  };
}
