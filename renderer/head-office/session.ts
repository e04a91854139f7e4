/** Who is signed in, as the centre says it. The cookie itself is never seen by the page. */
export type Session = { readonly name: string };

export type SignInOutcome = 'signed-in' | 'refused' | 'too-many' | 'unreachable';

/** The person behind the cookie of this browser; undefined when nobody is signed in. */
export async function readSession(): Promise<Session | undefined> {
  const response = await fetch('/session', { headers: { accept: 'application/json' } });
  if (!response.ok) return undefined;
  // The centre's own answer; only the name is taken from it.
  const { name } = (await response.json()) as { readonly name: string };
  return { name };
}

/** Signs in. Every way it can end is an outcome: nothing is thrown for a server that is away. */
export async function signIn(who: {
  readonly email: string;
  readonly password: string;
}): Promise<SignInOutcome> {
  const response = await post('/sign-in', who);
  if (response === undefined) return 'unreachable';
  if (response.ok) return 'signed-in';
  if (response.status === 429) return 'too-many';
  return response.status < 500 ? 'refused' : 'unreachable';
}

/** Ends the session at the centre. False when the centre could not be told. */
export async function signOut(): Promise<boolean> {
  const response = await post('/sign-out', {});
  return response?.ok ?? false;
}

async function post(path: string, body: unknown): Promise<Response | undefined> {
  try {
    return await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    // No answer at all: the network or the centre is away, which the caller tells the person.
    return undefined;
  }
}
