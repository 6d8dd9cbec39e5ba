/**
 * Most bytes of a form with files that a function can be called with: it takes 6 MB, and Base64 takes a third. The door itself
 * tells of more than 4 MB of files; what is larger than this never reaches it.
 */
export const MOST_FORM_BYTES = 4_599_999;

/** Written lengths that are more than `MOST_FORM_BYTES`, as a regular expression any dialect reads. */
export const OVER_MOST_FORM = '^(4[6-9][0-9]{5}|[5-9][0-9]{6}|[0-9]{8,})$';

/** Paths of the pages, under a host name and under an address of API Gateway, which begins with the stage. */
export const PATHS_OF_PAGES = '^(/[^/]+)?/mailbox(/.*)?$';

/** Beside the page: what stands before every page, for one that needs nothing. */
export const TOO_LARGE_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

/** Told before a door is reached, so in every language at once, without looks and without a name. */
export const TOO_LARGE_PAGE = `<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>Liitteet ovat liian suuret</title>
<meta name="viewport" content="width=device-width"></head><body><main>
<h1>Liitteet ovat liian suuret</h1><p>Mitään ei lähetetty. Liitteitä voi olla yhteensä enintään 4 MB. Palaa selaimella takaisin ja valitse pienemmät tiedostot.</p>
<section lang="sv"><h2>Bilagorna är för stora</h2><p>Ingenting har skickats. Bilagorna får vara sammanlagt högst 4 MB. Gå tillbaka i webbläsaren och välj mindre filer.</p></section>
<section lang="en"><h2>The attachments are too large</h2><p>Nothing was sent. The attachments may be at most 4 MB together. Go back in your browser and choose smaller files.</p></section>
</main></body></html>
`;
