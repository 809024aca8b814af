import { isOfForm } from '../../../schema/scalars.js';
import { judgeCpv, judgeMunicipality } from '../lists/judge-code.js';
import type { CodeVerdict } from '../lists/look-up-code.js';
import type { ReferenceLists } from '../lists/reference-lists.js';
import { businessIdForm, parseBusinessId } from './business-id.js';
import { describeWithheld, type Fault } from './fault.js';
import type { JsonView } from './json-view.js';
import { findReversedRanges } from './reversed-ranges.js';

const ROW_LISTS = ['members', 'resources', 'services', 'bookings'] as const;

/** What the shape of a file cannot say. Works on files of a wrong shape too, so that all faults are told at once. */
export function findContradictions(file: JsonView): Fault[] {
  return [
    ...findRepeatedIds(file),
    ...findBrokenReferences(file),
    ...findReversedRanges(file),
    ...findWrongBusinessId(file),
  ];
}

function idsOf(file: JsonView, list: (typeof ROW_LISTS)[number]): Set<string | null> {
  return new Set(file.rows(list).map((row) => row.text('id')));
}

function findRepeatedIds(file: JsonView): Fault[] {
  return ROW_LISTS.flatMap((list) => {
    const seen = new Set<string>();
    return file.rows(list).flatMap((row) => {
      const id = row.text('id');
      if (id === null) return [];
      const isRepeated = seen.has(id);
      seen.add(id);
      return isRepeated ? [row.fault('id', `wanted each id once, got "${id}" again`)] : [];
    });
  });
}

function findBrokenReferences(file: JsonView): Fault[] {
  const members = idsOf(file, 'members');
  const resources = idsOf(file, 'resources');
  const services = idsOf(file, 'services');
  const missing = (
    known: Set<string | null>,
    row: JsonView,
    key: string,
    what: string,
  ): Fault[] => {
    const id = row.text(key);
    if (id === null || known.has(id)) return [];
    return [row.fault(key, `wanted the id of a ${what} of this file, got "${id}"`)];
  };
  return [
    ...file.rows('resources').flatMap((row) => missing(members, row, 'member', 'member')),
    ...file.rows('services').flatMap((row) =>
      row
        .texts('resources')
        .filter(({ text }) => !resources.has(text))
        .map(({ text, path }) => ({
          path,
          message: `wanted the id of a resource of this file, got "${text}"`,
        })),
    ),
    ...file.rows('bookings').flatMap((row) => missing(services, row, 'service', 'service')),
    ...file.rows('calendars').flatMap((row) => missing(resources, row, 'resource', 'resource')),
    // What the network has ordered stands, also where its resource is gone.
    ...file
      .rows('bookings')
      .filter((row) => !row.has('order'))
      .flatMap((row) => missing(resources, row, 'resource', 'resource')),
  ];
}

function findWrongBusinessId(file: JsonView): Fault[] {
  const country = file.text('country');
  const businessId = file.text('businessId');
  if (businessId === null || (country !== 'FI' && country !== 'SE')) return [];
  if (parseBusinessId(country, businessId) !== null) return [];
  const message = `wanted ${String(businessIdForm(country))}, got ${describeWithheld(businessId)}`;
  return [file.fault('businessId', message)];
}

interface CodeFindings {
  readonly faults: readonly Fault[];
  /**
   * Well-formed codes that no list knows, and municipalities that have merged: `FI-999 (serves[1])`,
   * `FI-099 (municipality), now FI-214`.
   */
  readonly unverified: readonly string[];
}

/** Holds every well-formed code of a file against the loaded lists; malformed ones are faults of its shape. */
export function judgeCodes(file: JsonView, lists: ReferenceLists): CodeFindings {
  const faults: Fault[] = [];
  const unverified: string[] = [];
  const judge = (path: string, text: string, verdict: CodeVerdict): void => {
    if (verdict.kind === 'refused') faults.push({ path, message: String(verdict.reason) });
    if (verdict.kind === 'unverified') unverified.push(`${verdict.code} (${path})`);
    if (verdict.kind === 'merged') unverified.push(`${text} (${path}), now ${verdict.code}`);
  };
  const single = (row: JsonView) => {
    const text = row.text('municipality');
    return text === null ? [] : [{ text, path: row.pathOf('municipality') }];
  };
  const services = file.rows('services');
  const municipalities = [
    ...single(file),
    ...file.texts('serves'),
    ...file.rows('resources').flatMap(single),
    ...services.flatMap((row) => row.texts('serves')),
  ];
  for (const { text, path } of municipalities) {
    if (isOfForm('MunicipalityCode', text)) judge(path, text, judgeMunicipality(lists, text));
  }
  for (const { text, path } of services.flatMap((row) => row.texts('cpv'))) {
    if (isOfForm('CpvCode', text)) judge(path, text, judgeCpv(lists, text));
  }
  return { faults, unverified };
}
