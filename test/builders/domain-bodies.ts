import { ATTACHMENT, EXTERNAL, SERVICE, electronicPartOf, paperMailPartOf } from '#test/builders/domain';

/** A body with both parts, as a client sends it: `/v2/messages`. */
export function multichannelBodyOf(): object {
  const electronic = { ...electronicPartOf(), attachments: [{ attachmentId: ATTACHMENT }] };
  const wording = { fi: 'Uusi viesti', sv: 'Nytt meddelande', en: 'New message' };
  return {
    externalId: EXTERNAL,
    recipient: { id: '010280-952L' },
    sender: { serviceId: SERVICE },
    electronic: {
      ...electronic,
      notifications: {
        ...electronic.notifications,
        customisedNewMessageNotification: { title: { ...wording }, content: { ...wording } },
      },
    },
    paperMail: paperMailPartOf(),
    hub: {},
  };
}

/** A copy of a body in which one field, by its dotted path, has another value; `undefined` leaves the field out. */
export function withField(body: unknown, path: string, value: unknown): unknown {
  const [first = '', ...rest] = path.split('.');
  if (Array.isArray(body)) return body.map((each, i) => (String(i) === first ? inside(each, rest, value) : each));
  if (typeof body !== 'object' || body === null) throw new Error(`nothing stands at ${path}`);
  const inner: unknown = Reflect.get(body, first);
  const changed = inside(inner, rest, value);
  const kept = Object.fromEntries(Object.entries(body).filter(([name]) => name !== first));
  return changed === undefined ? kept : { ...kept, [first]: changed };
}

function inside(body: unknown, path: readonly string[], value: unknown): unknown {
  return path.length === 0 ? value : withField(body, path.join('.'), value);
}
