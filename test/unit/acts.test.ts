import { describe, expect, it } from 'vitest';
import { CALLS_FOR_ANOTHER } from '#shared/contracts/me/acts';
import { OPERATIONS } from '#shared/contracts/routes';

const OWN = OPERATIONS.filter(({ front }) => front === 'me').map(({ method, path }) => `${method} ${path}`);

/** What nobody does for another, whatever mandate they hold. */
const FOR_ONESELF = ['GET /me/v1/access-log', 'GET /me/v1/erasures', 'POST /me/v1/erasures', 'POST /me/v1/export'];

describe('what is done on behalf of another', () => {
  it('is named call by call: a new call is for the person alone until somebody says what it is', () => {
    expect([...Object.keys(CALLS_FOR_ANOTHER), ...FOR_ONESELF].toSorted()).toEqual(OWN.toSorted());
  });

  it('and changes or shows what the principal has chosen is entered in the principal’s log', () => {
    const mail = ['READ_MAIL', 'ANSWER', 'WRITE', 'DELETE_MAIL'];
    for (const [call, { act, entered }] of Object.entries(CALLS_FOR_ANOTHER))
      expect([call, entered !== undefined]).toEqual([call, !mail.includes(act)]);
  });
});
