import { MAILBOX } from '#shared/contracts/pages/mailbox';
import { sent } from '#shared/contracts/pages/page';

export const sendEmailCode = sent({
  operationId: 'sendEmailCode',
  path: `${MAILBOX}/consent/code`,
  summary: 'Tell back the code that was mailed to the address for notices, from the page',
});

export const sendNewCode = sent({
  operationId: 'sendNewCode',
  path: `${MAILBOX}/consent/code/new`,
  summary: 'Have another code mailed, from the page',
});
