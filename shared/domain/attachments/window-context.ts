import type { AttachmentId } from '#shared/domain/message/ids';

/** What the seal of the text in a window is bound to. */
export function windowContext(id: AttachmentId): string {
  return `window/${id}`;
}
