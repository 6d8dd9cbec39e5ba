/** Name of the one cookie; the prefix binds it to this host, to https and to the whole of the host (RFC 6265bis). */
const NAME = '__Host-mailbox';

/** Seconds a browser keeps it: a visit does not last longer. */
const LONGEST = 3600;

const BOUNDS = 'Path=/; HttpOnly; Secure; SameSite=Lax';

/** The sealed visit a browser sends; absent where it sends none, or two. */
export function cookieIn(header: string | undefined): string | undefined {
  const named = (header ?? '').split(';').flatMap((each) => {
    const [name, value] = each.trim().split('=');
    return name === NAME && value !== undefined ? [value] : [];
  });
  return named.length === 1 ? named[0] : undefined;
}

/** Value of `set-cookie` that keeps a sealed visit. */
export function keptCookie(sealed: string): string {
  return `${NAME}=${sealed}; Max-Age=${LONGEST}; ${BOUNDS}`;
}

export const ENDED_COOKIE = `${NAME}=; Max-Age=0; ${BOUNDS}`;
