import type { MessageId, RecipientId } from '#shared/domain/message/ids';
import { type DataRequest, isOverBefore } from '#shared/domain/own-data/data-request';
import type { Instant } from '#shared/kernel/time';
import { type DataRequests, type RequestLine, placeOf } from '#shared/ports/data-requests';
import type { Erasures } from '#shared/ports/erasures';

export interface EndRecordsPorts {
  readonly dataRequests: Pick<DataRequests, 'before' | 'remove'>;
  readonly erasures: Pick<Erasures, 'doneBefore' | 'remove'>;
}

/** Whether no legal hold lies on a message. */
type IsFree = (about: { readonly messageId?: MessageId | undefined }) => Promise<boolean>;

/** Requests read at a time. */
const PAGE = 50;

/**
 * Ends what somebody has asked for and what was done of it: requests for own data that were answered, and erasures that were
 * done, before a moment. Neither changes any more, so nobody races with their end. A line whose request never came to be, or
 * is gone already, goes too.
 *
 * @see 2016/679 art. 5(1)(e), 5(2); 571/2016 § 20
 */
export function makeEndOwnRecords({ dataRequests, erasures }: EndRecordsPorts, isFree: IsFree) {
  /** @returns whether nothing was kept back */
  return async function endOwnRecords(id: RecipientId, until: Instant): Promise<boolean> {
    for (const erasure of await erasures.doneBefore(id, until)) await erasures.remove(erasure);
    return endRequests(id, until);
  };

  async function endRequests(id: RecipientId, until: Instant): Promise<boolean> {
    let isWhole = true;
    let last: RequestLine | undefined;
    do {
      const page = { after: last && placeOf(last), limit: PAGE };
      const lines: readonly RequestLine[] = await dataRequests.before(id, until, page);
      for (const line of lines)
        if (await mayEnd(line.request, until)) await dataRequests.remove(line);
        else isWhole = false;
      last = lines.length < PAGE ? undefined : lines.at(-1);
    } while (last);
    return isWhole;
  }

  async function mayEnd(request: DataRequest | undefined, until: Instant): Promise<boolean> {
    return !request || (isOverBefore(request, until) && (await isFree(request)));
  }
}
