import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import { CapacityRefresher } from '../../../subgraphs/cooperative/listing/capacity-refresher.js';

const MINUTE_MS = 60_000;

describe('keeping the capacity summaries up to date', () => {
  const refresh = jest.fn<() => Promise<boolean>>();
  const poke = jest.fn(() => Promise.resolve());
  const log = pino({ level: 'silent' });
  const logError = jest.spyOn(log, 'error');
  let refresher: CapacityRefresher;

  beforeEach(() => {
    jest.useFakeTimers();
    jest.clearAllMocks();
    refresh.mockReset().mockResolvedValue(false);
    refresher = new CapacityRefresher({ refresh, poke, log });
  });
  afterEach(async () => {
    await refresher.close();
    jest.useRealTimers();
  });

  /** Makes the next run last until it is told to end. */
  const holdRun = (): (() => void) => {
    let end = (): void => undefined;
    const run = new Promise<boolean>((resolve) => {
      end = () => {
        resolve(false);
      };
    });
    refresh.mockReturnValueOnce(run);
    return end;
  };

  it('begins at once, and goes on every five minutes', async () => {
    await refresher.start();
    expect(refresh).toHaveBeenCalledTimes(1);

    await jest.advanceTimersByTimeAsync(5 * MINUTE_MS - 1);
    expect(refresh).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(5 * MINUTE_MS + 1);

    expect(refresh).toHaveBeenCalledTimes(3);
  });

  it('follows a burst of changes once, soon after its first', async () => {
    await refresher.start();

    for (let at = 0; at < 10; at += 1) {
      refresher.noteChange();
      await jest.advanceTimersByTimeAsync(29);
    }
    expect(refresh).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(10);

    expect(refresh).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(MINUTE_MS);
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it('runs again for a change that is noted during a run', async () => {
    const end = holdRun();
    const started = refresher.start();

    refresher.noteChange();
    await jest.advanceTimersByTimeAsync(300);
    expect(refresh).toHaveBeenCalledTimes(1);
    end();
    await started;
    await jest.advanceTimersByTimeAsync(300);

    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it('pokes the catalogue only where the feed has grown', async () => {
    await refresher.refresh();
    expect(poke).not.toHaveBeenCalled();
    refresh.mockResolvedValueOnce(true);

    await refresher.refresh();

    expect(poke).toHaveBeenCalledTimes(1);
  });

  it('says once that it fails, tries again, and says so anew after it has worked', async () => {
    refresh.mockRejectedValue(new Error('No database.'));

    await refresher.start();
    await jest.advanceTimersByTimeAsync(10 * MINUTE_MS);
    expect(refresh).toHaveBeenCalledTimes(3);
    expect(logError).toHaveBeenCalledTimes(1);
    refresh.mockResolvedValueOnce(false);
    await jest.advanceTimersByTimeAsync(10 * MINUTE_MS);

    expect(logError).toHaveBeenCalledTimes(2);
  });

  it('does nothing by itself before its start and after its end', async () => {
    refresher.noteChange();
    await jest.advanceTimersByTimeAsync(6 * MINUTE_MS);
    expect(refresh).not.toHaveBeenCalled();
    await refresher.start();
    await refresher.close();

    refresher.noteChange();
    await jest.advanceTimersByTimeAsync(6 * MINUTE_MS);
    await refresher.refresh();

    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('waits at its end for the run under way', async () => {
    const end = holdRun();
    const started = refresher.start();
    let isClosed = false;

    const closed = refresher.close().then(() => {
      isClosed = true;
    });
    await jest.advanceTimersByTimeAsync(1_000);
    expect(isClosed).toBe(false);
    end();
    await Promise.all([started, closed]);

    expect(isClosed).toBe(true);
  });
});
