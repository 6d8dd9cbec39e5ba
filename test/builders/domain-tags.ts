/** Tags of a page in their order, each taken apart; throws where the text is not whole tags and escaped text. */
export function tagsOf(page: string): { name: string; attributes: string[] }[] {
  const body = page.replace(/^<!doctype html>/, '').replace(/<style>[^<]*<\/style>/, '');
  const tags = [...body.matchAll(/<\/?([a-z][a-zA-Z0-9]*)((?: +[a-zA-Z0-9-]+(?:="[^"<>]*")?)*) *\/?>/g)];
  const rest = tags.reduce((text, [tag]) => text.replace(tag, ''), body);
  if (/[<>]/.test(rest)) throw new Error(`a sign of markup outside of tags: ${rest.slice(0, 200)}`);
  return tags.map(([, name = '', attributes = '']) => ({
    name,
    attributes: [...attributes.matchAll(/ ([a-zA-Z0-9-]+)/g)].map(([, each = '']) => each),
  }));
}
