import { describe, expect, it } from '@jest/globals';
import { parseOptions } from '../../../subgraphs/local/network/options.js';

describe('the command line of npm start', () => {
  it('keeps its data in .data and boots the demo network where nothing is said', () => {
    const options = parseOptions([]);

    expect(options.dataDir).toBe('.data');
    expect(options.networkDir).toMatch(/local.demo$/);
  });

  it('takes what may be said several times', () => {
    const options = parseOptions([
      '--memory',
      ...['--without', 'karhu', '--without', 'lumo'],
      ...['--endpoint', 'tuki=http://127.0.0.1:1/a=b'],
    ]);

    expect(options).toMatchObject({ dataDir: null, without: new Set(['karhu', 'lumo']) });
    expect(options.endpoints.get('tuki')).toBe('http://127.0.0.1:1/a=b');
  });

  it.each([
    [['--memory', '--data', 'x'], 'wanted one of them'],
    [['--endpoint', 'karhu'], 'wanted ID=URL'],
    [['--endpoint', 'karhu=ftp://x'], 'wanted ID=URL'],
    [['--endpoint', 'Karhu=http://x'], 'wanted ID=URL'],
    [['--nonsense'], "Unknown option '--nonsense'"],
    [['stray'], 'Unexpected argument'],
  ])('refuses %j', (args, message) => {
    expect(() => parseOptions(args)).toThrow(message);
  });
});
