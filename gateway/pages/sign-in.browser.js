// Signs in with the provider of the network (authorization code with PKCE, RFC 7636), and has every question of this page show the
// token. Both are forgotten with the tab.
(() => {
  const CLIENT = 'graphiql';
  const PAGE = new URL('/graphiql', location.href).href;
  const TOKEN = 'hub.token';
  const UNDER_WAY = 'hub.sign-in';

  const find = (id) => document.getElementById(id);
  const { issuer } = find('sign-in').dataset;
  const ask = globalThis.fetch.bind(globalThis);

  const encode = (bytes) =>
    btoa(String.fromCharCode(...bytes))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');
  const random = () => encode(crypto.getRandomValues(new Uint8Array(32)));
  const challengeOf = async (verifier) =>
    encode(
      new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))),
    );

  /** The provider's addresses (OpenID Connect Discovery 1.0). */
  const discover = async () => (await ask(`${issuer}/.well-known/openid-configuration`)).json();

  async function begin() {
    const { authorization_endpoint: address } = await discover();
    const verifier = random();
    const state = random();
    sessionStorage.setItem(UNDER_WAY, JSON.stringify({ verifier, state }));
    const params = new URLSearchParams({
      client_id: CLIENT,
      response_type: 'code',
      redirect_uri: PAGE,
      scope: 'openid',
      state,
      code_challenge: await challengeOf(verifier),
      code_challenge_method: 'S256',
      prompt: 'login',
    });
    location.assign(`${address}?${params}`);
  }

  /** Makes a token of the code with which the provider has sent the browser back. */
  async function complete(params) {
    const { verifier, state } = JSON.parse(sessionStorage.getItem(UNDER_WAY) ?? '{}');
    sessionStorage.removeItem(UNDER_WAY);
    history.replaceState(null, '', PAGE);
    if (params.get('state') !== state) throw new Error('this is the end of another sign-in.');
    const code = params.get('code');
    if (code === null) throw new Error(params.get('error_description') ?? 'there is no code.');
    const { token_endpoint: address } = await discover();
    const answer = await ask(address, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: CLIENT,
        redirect_uri: PAGE,
        code,
        code_verifier: verifier,
      }),
    });
    const { access_token: token, error_description: why } = await answer.json();
    if (token === undefined) throw new Error(why ?? 'the provider gave no token.');
    sessionStorage.setItem(TOKEN, token);
  }

  /** Says as whom the page asks now. */
  async function show() {
    find('sign-out').hidden = sessionStorage.getItem(TOKEN) === null;
    if (find('sign-out').hidden) {
      find('who').textContent = 'Asks as the public.';
      return;
    }
    const answer = await globalThis.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: '{ viewer { name roles { role organisation } } }' }),
    });
    const { data, errors = [] } = await answer.json();
    if (!data?.viewer) throw new Error(errors[0]?.message ?? 'the hub does not say who you are.');
    const { name, roles } = data.viewer;
    const titles = roles.map(({ role, organisation }) =>
      organisation === null ? role : `${role} of ${organisation}`,
    );
    find('who').textContent = `Asks as ${name ?? 'somebody'}: ${titles.join(', ') || 'no role'}.`;
  }

  const attempt = (act) => () =>
    act().catch((error) => {
      find('who').textContent = `Signing in failed: ${error.message}`;
    });

  globalThis.fetch = (address, init = {}) => {
    const token = sessionStorage.getItem(TOKEN);
    const isHub = new URL(address, location.href).href === new URL('/graphql', PAGE).href;
    const headers = new Headers(init.headers);
    if (token === null || !isHub || headers.has('authorization')) return ask(address, init);
    headers.set('authorization', `Bearer ${token}`);
    return ask(address, { ...init, headers });
  };

  find('begin').addEventListener('click', attempt(begin));
  find('sign-out').addEventListener('click', () => {
    sessionStorage.removeItem(TOKEN);
    void attempt(show)();
  });
  const params = new URLSearchParams(location.search);
  const isBack = params.has('state') && (params.has('code') || params.has('error'));
  void attempt(async () => {
    if (isBack) await complete(params);
    await show();
  })();
})();
