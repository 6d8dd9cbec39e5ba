import { MessageRejected, SESClient, SESServiceException, SendEmailCommand } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import 'aws-sdk-client-mock-vitest/extend';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeSesMailer } from '#shared/adapters/mail/ses-mailer';
import { writeNotice } from '#shared/domain/notice/notice';
import { deliveryNo, token } from '#test/builders/messages-stored';

const client = new SESClient({ region: 'eu-north-1', maxAttempts: 1 });
const ses = mockClient(client);
const mailer = makeSesMailer({ client, from: 'hub@example.fi', configurationSet: 'notices' });

const notice = writeNotice({ kind: 'NEW', language: 'sv', link: 'https://posti.example.fi' });
const order = { to: 'active@example.fi', notice, attempt: token('notice'), about: deliveryNo(1) };

const faultNamed = (name: string) =>
  new SESServiceException({ name, $fault: 'client', $metadata: {}, message: 'refused' });

describe('notices by SES', () => {
  beforeEach(() => {
    ses.reset();
    ses.on(SendEmailCommand).resolves({ MessageId: 'm' });
  });

  it('go out as text and as HTML, in UTF-8', async () => {
    expect(await mailer.send(order)).toEqual({ ok: true, value: undefined });
    expect(ses).toHaveReceivedCommandExactlyOnceWith(SendEmailCommand, {
      Source: 'hub@example.fi',
      Destination: { ToAddresses: ['active@example.fi'] },
      Message: {
        Subject: { Data: 'Du har ett nytt meddelande', Charset: 'UTF-8' },
        Body: { Text: { Data: notice.text, Charset: 'UTF-8' }, Html: { Data: notice.html, Charset: 'UTF-8' } },
      },
      ConfigurationSetName: 'notices',
    });
  });

  it('carry their attempt in a tag, so that every event about them names it', async () => {
    await mailer.send(order);
    expect(ses).toHaveReceivedCommandWith(SendEmailCommand, {
      Tags: [
        { Name: 'attempt', Value: 'attempt-notice' },
        { Name: 'about', Value: '1-1' },
        { Name: 'kind', Value: 'NEW' },
      ],
    });
  });

  it.each(['Throttling', 'ThrottlingException', 'TooManyRequestsException', 'AccountSendingPausedException'])(
    'are refused for now by %s',
    async (name) => {
      ses.on(SendEmailCommand).rejects(faultNamed(name));
      expect(await mailer.send(order)).toEqual({ ok: false, refusal: { kind: 'not-sent', when: 'later' } });
    },
  );

  it.each([
    new MessageRejected({ $metadata: {}, message: 'Address blacklisted' }),
    faultNamed('InvalidParameterValue'),
    faultNamed('ValidationError'),
  ])('are refused for good by $name', async (fault) => {
    ses.on(SendEmailCommand).rejects(fault);
    expect(await mailer.send(order)).toEqual({ ok: false, refusal: { kind: 'not-sent', when: 'never' } });
  });

  it.each([faultNamed('ServiceUnavailable'), new Error('socket hang up'), faultNamed('InternalFailure')])(
    'may have gone out or not when SES fails in another way: $message',
    async (fault) => {
      ses.on(SendEmailCommand).rejects(fault);
      await expect(mailer.send(order)).rejects.toThrow(fault);
    },
  );

  it('are never sent a second time by the adapter', async () => {
    ses.on(SendEmailCommand).rejects(faultNamed('Throttling'));
    await mailer.send(order);
    expect(ses).toHaveReceivedCommandTimes(SendEmailCommand, 1);
  });
});
