import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { readBody } from '#local/read-body';
import type { StandIn } from '#local/stand-ins/dynamo';
import type { NoticeEventBody } from '#shared/contracts/notice-event';
import { attemptToken } from '#shared/domain/message/ids';
import { type Clock, instant } from '#shared/kernel/time';

/** An e-mail as the stand-in for SES took it. */
const storedMail = z.object({
  emailId: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  at: instant,
  tags: z.record(z.string(), z.string()),
});
export type StoredMail = z.infer<typeof storedMail>;

export interface MailStandIn extends StandIn {
  /** Everything taken, oldest first. */
  all(): readonly StoredMail[];
  /** Names who is told of every event about an e-mail, as SES would publish it. */
  tell(listener: (event: NoticeEventBody) => Promise<void>): void;
  /** Waits until that has been told of everything taken so far. */
  told(): Promise<void>;
}

/**
 * A stand-in for the one call of SES that the hub makes, `SendEmail` of the 2010-12-01 API. Mail is kept in a file, so it
 * survives a restart; a mail is in the file before its sender is answered.
 */
export async function startMail({
  folder,
  clock,
}: {
  readonly folder: string;
  readonly clock: Clock;
}): Promise<MailStandIn> {
  let listener: (event: NoticeEventBody) => Promise<void> = async () => undefined;
  const file = join(folder, 'mail.jsonl');
  const mails = readMails(file);
  const telling = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    void take(request).then(
      (mail) => {
        answer(response, mail.emailId);
        tell(mail);
      },
      () => response.writeHead(400).end(),
    );
  });
  // A connection closed while a request is on its way would look like a lost answer.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();

  return {
    endpoint: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    all: () => mails,
    tell: (next) => {
      listener = next;
    },
    told: async () => {
      await Promise.allSettled(telling);
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  function tell(mail: StoredMail): void {
    const told = listener(eventOf(mail, 'Send', '')).finally(() => telling.delete(told));
    telling.add(told);
  }

  async function take(request: IncomingMessage): Promise<StoredMail> {
    const form = new URLSearchParams(String(await readBody(request)));
    if (form.get('Action') !== 'SendEmail') throw new Error('the stand-in knows SendEmail only');
    const mail: StoredMail = {
      emailId: randomUUID(),
      to: form.get('Destination.ToAddresses.member.1') ?? '',
      subject: form.get('Message.Subject.Data') ?? '',
      text: form.get('Message.Body.Text.Data') ?? '',
      html: form.get('Message.Body.Html.Data') ?? '',
      at: clock(),
      tags: tagsIn(form),
    };
    appendFileSync(file, `${JSON.stringify(mail)}\n`);
    mails.push(mail);
    return mail;
  }
}

/** An event about a mail in the form the queue of notice events holds. */
export function eventOf({ tags }: StoredMail, type: string, bounceType: string): NoticeEventBody {
  return { about: tags['about'] ?? '', attempt: attemptToken.parse(tags['attempt']), type, bounceType };
}

function tagsIn(form: URLSearchParams): Record<string, string> {
  const tags: Record<string, string> = {};
  for (let i = 1; form.has(`Tags.member.${i}.Name`); i += 1) {
    tags[form.get(`Tags.member.${i}.Name`) ?? ''] = form.get(`Tags.member.${i}.Value`) ?? '';
  }
  return tags;
}

function answer(response: ServerResponse, id: string): void {
  const result = `<SendEmailResult><MessageId>${id}</MessageId></SendEmailResult>`;
  const body = `<SendEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">${result}<ResponseMetadata><RequestId>${id}</RequestId></ResponseMetadata></SendEmailResponse>`;
  response.writeHead(200, { 'content-type': 'text/xml' }).end(body);
}

/** Lines of the file; a last one cut off by a kill was never answered, so it was never sent. */
function readMails(file: string): StoredMail[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [storedMail.parse(JSON.parse(line))];
      } catch {
        return [];
      }
    });
}
