import * as z from 'zod/mini';
import { line, webAddress } from '#shared/domain/programme/fields';
import { texts } from '#shared/domain/programme/words';
import { calendarDate } from '#shared/kernel/time';

const keywords = z._default(z.array(z.string().check(z.minLength(2), z.maxLength(60))).check(z.maxLength(50)), []);

/** A question that is asked often, with the answer people have checked and the words it is known by (REQ-096). */
export const assistantTopic = z.object({
  /** The answer, as it is shown. */
  text: texts,
  keywords: z.object({ fi: keywords, sv: keywords, en: keywords }),
  links: z._default(z.array(z.object({ names: texts, address: webAddress })).check(z.maxLength(10)), []),
  /** The unit that answers for the content. */
  owner: line,
  checkedOn: calendarDate,
});
