import type { OwnerGuard } from '../../subgraphs/shared/owners/guard/owner-guard.js';
import {
  retryAfterSecondsOf,
  wordsOf,
  type AnswerHead,
  type HttpHeaders,
} from '../../subgraphs/shared/owners/outcome.js';
import type { Sender } from '../../subgraphs/shared/owners/sender.js';
import type { TimeLimit } from '../../subgraphs/shared/process/time-limit.js';
import { bareCalendar } from './bare-calendar.js';
import { isWholeCalendar } from './whole-calendar.js';

/** What came of asking an owner for a calendar. Problems complete the sentence `"karhu" …`. */
export type CalendarAnswer =
  | { readonly kind: 'calendar'; readonly text: Buffer; readonly etag: string | null }
  /** The client has it already. */
  | { readonly kind: 'same'; readonly etag: string | null }
  | {
      readonly kind: 'problem';
      readonly status: 400 | 404 | 502 | 503 | 504;
      readonly problem: string;
      /** Of an owner that was not asked: when it may be. */
      readonly retryAfterSeconds?: number;
    };

export interface CalendarFetch {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly limit: TimeLimit;
  readonly sender: Sender;
  readonly guard: OwnerGuard;
}

const ETAG = /^(W\/)?"[\x21\x23-\x7e]{0,200}"$/;
const BEGINNING = /^BEGIN:VCALENDAR\r?\n/i;
const BEGINNING_OCTETS = 20;

function problem(status: 400 | 404 | 502 | 503 | 504, text: string): CalendarAnswer {
  return { kind: 'problem', status, problem: text };
}

/**
 * Asks an owner for a calendar and believes nothing: no redirect is followed, and what is not one whole calendar is not
 * passed on, nor what it says beside times.
 * Never rejects.
 */
export async function fetchCalendar(fetch: CalendarFetch): Promise<CalendarAnswer> {
  const { url, headers, sender, guard } = fetch;
  const isConditional = 'if-none-match' in headers;
  const outcome = await guard.run('read', fetch.limit, (limit) =>
    sender.send({ method: 'GET', url, headers, limit }, (head) => judge(head, isConditional)),
  );
  switch (outcome.kind) {
    case 'held-back': {
      const retryAfterSeconds = retryAfterSecondsOf(outcome);
      return { kind: 'problem', status: 503, problem: wordsOf(outcome), retryAfterSeconds };
    }
    case 'answer':
      return readCalendar(outcome.body, outcome.headers);
    case 'refused':
      return outcome.refusal;
    case 'too-big':
      return problem(502, 'answered with too much');
    case 'too-slow':
      return problem(504, 'did not answer in time');
    case 'unreachable':
    case 'broken-off':
      return problem(503, 'could not be reached');
  }
}

function readCalendar(text: Buffer, headers: HttpHeaders): CalendarAnswer {
  if (!BEGINNING.test(text.subarray(0, BEGINNING_OCTETS).toString('latin1'))) {
    return problem(502, 'answered with something that is no calendar');
  }
  if (!isWholeCalendar(text)) {
    return problem(502, 'answered with something else than one whole calendar');
  }
  const bare = bareCalendar(text);
  return bare === null
    ? problem(502, 'answered with a calendar that does not say when each event begins and ends')
    : { kind: 'calendar', text: bare, etag: etagOf(headers) };
}

/** What an answer comes to before its body is read; null when it may be a calendar. */
function judge({ status, headers }: AnswerHead, isConditional: boolean): CalendarAnswer | null {
  if (status === 304 && isConditional) return { kind: 'same', etag: etagOf(headers) };
  if (status === 400) return problem(400, 'wants one of its resources named, as in ?resource=w1');
  if (status === 404)
    return problem(404, 'has no such resource, wants the whole link, or gives no calendars');
  if (status >= 500) return problem(503, 'cannot answer now');
  if (status !== 200) return problem(502, `answered with status ${status}`);
  const type = headers['content-type'];
  const [mediaType = '', ...parameters] = (typeof type === 'string' ? type : '').split(';');
  if (mediaType.trim().toLowerCase() !== 'text/calendar') {
    return problem(502, 'answered with something that is no calendar');
  }
  if (!parameters.every(isReadable)) {
    return problem(502, 'answered with a calendar that is not in UTF-8');
  }
  const encoding = headers['content-encoding'] ?? 'identity';
  return encoding === 'identity'
    ? null
    : problem(502, 'answered in a compressed form that was not asked for');
}

/** Whether a parameter of the type leaves the text in UTF-8. */
function isReadable(parameter: string): boolean {
  const [name = '', value = ''] = parameter.split('=');
  if (name.trim().toLowerCase() !== 'charset') return true;
  return /^"?(utf-?8|us-ascii)"?$/i.test(value.trim());
}

function etagOf({ etag }: HttpHeaders): string | null {
  return typeof etag === 'string' && ETAG.test(etag) ? etag : null;
}
