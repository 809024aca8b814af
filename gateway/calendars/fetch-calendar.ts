import { request, type Dispatcher } from 'undici';
import { readAtMost } from '../../subgraphs/shared/owners/read-at-most.js';
import type { Deadline } from '../request/deadline.js';
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
    };

export interface CalendarFetch {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly deadline: Deadline;
  /** Longer answers are broken off while they stream in. */
  readonly limitBytes: number;
  readonly dispatcher: Dispatcher;
}

type Headers = Dispatcher.ResponseData['headers'];

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
  const { url, headers, deadline, limitBytes, dispatcher } = fetch;
  const abort = new AbortController();
  const onDeadline = (): void => {
    abort.abort();
  };
  deadline.wait(onDeadline);
  try {
    const response = await request(url, { headers, dispatcher, signal: abort.signal });
    const answer = judge(response, 'if-none-match' in headers);
    if (answer !== null) {
      // What is left of it is of no use; the connection goes with it.
      response.body.on('error', () => undefined);
      abort.abort();
      return answer;
    }
    const text = await readAtMost(response.body, limitBytes);
    if (text === null) {
      abort.abort();
      return problem(502, 'answered with too much');
    }
    if (!BEGINNING.test(text.subarray(0, BEGINNING_OCTETS).toString('latin1'))) {
      return problem(502, 'answered with something that is no calendar');
    }
    if (!isWholeCalendar(text)) {
      return problem(502, 'answered with something else than one whole calendar');
    }
    const bare = bareCalendar(text);
    if (bare === null) {
      return problem(
        502,
        'answered with a calendar that does not say when each event begins and ends',
      );
    }
    return { kind: 'calendar', text: bare, etag: etagOf(response.headers) };
  } catch {
    // A timer may be a moment early by the other clock, so the deadline itself is not asked.
    return abort.signal.aborted
      ? problem(504, 'did not answer in time')
      : problem(503, 'could not be reached');
  } finally {
    deadline.leave(onDeadline);
  }
}

/** What an answer comes to before its body is read; null when it may be a calendar. */
function judge(
  { statusCode: status, headers }: Dispatcher.ResponseData,
  isConditional: boolean,
): CalendarAnswer | null {
  if (status === 304 && isConditional) return { kind: 'same', etag: etagOf(headers) };
  if (status === 400) return problem(400, 'wants one of its resources named, as in ?resource=w1');
  if (status === 404) return problem(404, 'has no such resource, or gives no calendars');
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

function etagOf({ etag }: Headers): string | null {
  return typeof etag === 'string' && ETAG.test(etag) ? etag : null;
}
