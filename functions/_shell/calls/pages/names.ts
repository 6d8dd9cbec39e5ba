import type { Language } from '#shared/domain/message/hub-fields';
import { type MessageId, messageId } from '#shared/domain/message/ids';
import type { Authority, AuthorityService } from '#shared/domain/tenancy/tenant';
import { problemPage } from '#web/pages/problem';
import type { Visiting } from '#functions/_shell/visits/page-door';
import type { Shown } from '#functions/_shell/visits/shown';

interface Sender {
  readonly authority?: Authority;
  readonly service?: AuthorityService;
}

/** A sender in the language of the page. */
export function senderIn({ authority, service }: Sender, language: Language) {
  return { organisation: authority?.name[language] ?? '', service: service?.name[language] ?? '' };
}

/** The message that an address names; absent where it names none. */
export function messageIn({ params }: Visiting['request']): MessageId | undefined {
  return messageId.safeParse(Number(params['messageId'])).data;
}

/** What is not there, and what is somebody else's: the same page. */
export function notFound({ frame }: Pick<Visiting, 'frame'>): Shown {
  return { page: problemPage({ ...frame, self: '' }, 'notFound'), status: 404 };
}
