/**
 * A Markdown body as it stands on paper: headings and lists keep their lines, bold loses its stars, a link shows its
 * address. Knows the subset the national API allows (headings, lists, paragraphs, bold, links).
 */
export function plainText(body: string, format: 'Text' | 'Markdown'): string {
  if (format === 'Text') return body;
  return body
    .split('\n')
    .map((line) => line.replace(/^#{1,6}\s+/, '').replace(/^(\s*)[*+-]\s+/, '$1– '))
    .join('\n')
    .replaceAll(/\*\*([^*]+)\*\*/g, '$1')
    .replaceAll(/\[([^\]]+)\]\((https:[^)\s]+)\)/g, '$1 ($2)');
}
