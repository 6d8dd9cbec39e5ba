import { systemOne, systemTwo } from '#test/builders/e2e-authority';
import { PAULA, anAddress, identityCode } from '#test/builders/e2e-bodies';
import { operatorAt } from '#test/builders/e2e-channel';
import { officialAt, serving } from '#test/builders/e2e-desk';
import type { Hub } from '#test/builders/e2e-hub';
import { personAt } from '#test/builders/e2e-people';
import { printerAt } from '#test/builders/e2e-printer';
import { sandboxOf } from '#test/builders/e2e-sandbox';
import { type Answer, type Question, ask } from '#test/builders/e2e-wire';
import { hiddenIn } from '#test/builders/pages-client';

/** Whoever can call the hub, with a credential or without. */
export interface Caller {
  readonly call: (method: string, path: string, question?: Question) => Promise<Answer>;
}

/** A person's visit to the pages: the cookie, and in every form what the pages put there. */
export async function visitAt(hub: Hub, id: string): Promise<Caller> {
  const away = await ask(hub, 'GET', '/mailbox/sign-in?lang=fi');
  const begun = cookieOf(away);
  const asked = Object.fromEntries(new URL(away.headers.get('location') ?? '').searchParams);
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const chosen = new URLSearchParams({ ...asked, id }).toString();
  const back = await ask(hub, 'POST', '/sandbox/identity', { headers: form, body: chosen });
  const address = (back.headers.get('location') ?? '').replace(hub.url, '');
  const cookie = cookieOf(await ask(hub, 'GET', address, { headers: { cookie: begun } }));
  const page = await ask(hub, 'GET', '/mailbox/consent', { headers: { cookie } });
  const hidden = hiddenIn({ status: 200, text: page.text });
  return {
    call: async (method, path, { json } = {}) =>
      method === 'GET'
        ? ask(hub, method, path, { headers: { cookie } })
        : ask(hub, method, path, {
            headers: { cookie, ...form },
            body: new URLSearchParams({ ...hidden, ...fieldsOf(json) }).toString(),
          }),
  };
}

const cookieOf = ({ headers }: Answer): string => (headers.get('set-cookie') ?? '').split(';')[0] ?? '';

function fieldsOf(json: unknown): Record<string, string> {
  return typeof json === 'object' && json !== null
    ? Object.fromEntries(Object.entries(json).map(([name, value]) => [name, String(value)]))
    : {};
}

/** Somebody who has accepted a mandate, of another person than the one whose things are asked for. */
export async function agentOfAnother(hub: Hub): Promise<Caller> {
  const principal = identityCode('111180');
  await sandboxOf(hub).person(principal, { name: 'Päämies Pia', postalAddress: anAddress() });
  const giver = await personAt(hub, principal);
  const wish = { holder: { id: PAULA, name: 'Postila Paula' }, scope: { type: 'WHOLE_MAILBOX' } };
  const given = await giver.call('POST', '/me/v1/mandates', { json: wish });
  const id = /"mandateId":"([^"]+)"/.exec(given.text)?.[1] ?? '';
  const holder = await personAt(hub, PAULA);
  const accepted = await holder.call('POST', `/me/v1/mandates/${id}/acceptance`);
  if (accepted.status !== 200) throw new Error(`the mandate was not accepted: ${accepted.status} ${accepted.text}`);
  return personAt(hub, PAULA, principal);
}

/** An official who serves the visitor. */
export async function deskAt(hub: Hub, name: string, visitorId: string): Promise<Caller> {
  const desk = await serving(await officialAt(hub, name), visitorId);
  return { call: async (method, path, question) => desk(method, path.replace('/point/v1', ''), question) };
}

/** Everybody who is not the owner, by the name the matrix gives them. */
export async function strangersAt(hub: Hub): Promise<Readonly<Record<string, Caller>>> {
  return {
    'another recipient': await personAt(hub, PAULA),
    'another recipient on the pages': await visitAt(hub, PAULA),
    'another agent': await agentOfAnother(hub),
    'another authority': systemTwo(hub),
    'an authority': systemOne(hub),
    'an official with another visitor': await deskAt(hub, 'Virkailija Veera', PAULA),
    'the print provider': printerAt(hub),
    'the operator': operatorAt(hub),
    nobody: { call: async (method, path, question) => ask(hub, method, path, question) },
  };
}
