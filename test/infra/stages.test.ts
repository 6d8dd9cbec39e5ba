import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { OPERATOR_KEYS, STAGES, settingsFrom } from '#infra/stages';
import {
  CDK_JSON,
  OPERATOR,
  contextOf,
  make,
  statementsIn,
  synthesize,
  textOf,
  theOne,
} from '#test/infra/hub-templates';

const settingsOf = (context: Record<string, unknown>) => settingsFrom((key) => context[key]);

describe('stages', () => {
  it('are the sandbox, the test and production; the sandbox needs nothing', () => {
    expect(STAGES).toEqual(['sandbox', 'test', 'production']);
    expect(settingsOf({}).stage).toBe('sandbox');
  });

  it.each(STAGES)('of %s stay in Stockholm unless told otherwise', (stage) => {
    const { hub } = synthesize(stage);
    for (const stack of Object.values(hub)) expect(stack.region).toBe('eu-north-1');
  });

  it('never leave the European Economic Area', () => {
    expect(settingsOf({ region: 'eu-central-1' }).region).toBe('eu-central-1');
    expect(() => settingsOf({ region: 'us-east-1' })).toThrow('context region: us-east-1 is none of');
  });

  it('by another name are refused', () => {
    expect(() => settingsOf({ stage: 'prod' })).toThrow('context stage: prod is none of sandbox, test, production');
  });

  it('are started by the file that cdk.json names', () => {
    expect(CDK_JSON.app).toBe('node infra/app.ts');
  });
});

describe('the sandbox front of the local hub', () => {
  it.each(STAGES)('has no path in any template of %s', (stage) => {
    const { all, api } = synthesize(stage);
    api.resourcePropertiesCountIs('AWS::ApiGateway::Resource', { PathPart: 'sandbox' }, 0);
    for (const template of all) expect(JSON.stringify(template.toJSON())).not.toContain('/sandbox');
  });

  it.each(['test', 'production'])('is not even named in %s', (stage) => {
    for (const template of synthesize(stage).all) expect(JSON.stringify(template.toJSON())).not.toContain('sandbox');
  });
});

describe('letters that are relayed', () => {
  const relaySystem = '{"username":"hubi-1","sealedPassword":"registers:sealed"}';
  const handOver = 'relay:https://api.messages.suomi.fi';

  it('go to the national service, and no bucket may be written to', () => {
    expect(settingsOf({ handOver, relaySystem })).toMatchObject({ handOver, relaySystem });
    const { road } = make('sandbox', { handOver, relaySystem });
    const { Environment } = theOne(road, 'AWS::Lambda::Function', 'CutBatchesDoorFunction');
    expect(Environment).toMatchObject({ Variables: { HAND_OVER: handOver, RELAY_SYSTEM: relaySystem } });
  });

  it.each([
    ['without saying how to sign in there', { handOver }],
    ['over anything but https', { handOver: 'relay:http://127.0.0.1:8080', relaySystem }],
    ['with a password in the open', { handOver, relaySystem: '{"username":"hubi-1","password":"x"}' }],
  ])('are refused %s', (_, context) => {
    expect(() => settingsOf(context)).toThrow();
  });
});

describe('after a restore', () => {
  it('the hub works on the restored copy of a table, and on its own of the others', () => {
    const { road } = make('sandbox', { restoredTables: '{"messages":"messages-of-monday"}' });
    const { Environment } = theOne(road, 'AWS::Lambda::Function', 'PublishEventsWorkerFunction');
    const { Variables } = z.object({ Variables: z.record(z.string(), z.unknown()) }).parse(Environment);
    expect(Variables['MESSAGES_TABLE']).toBe('messages-of-monday');
    expect(textOf(Variables['FEED_TABLE'])).toContain('FeedTable');
    expect(JSON.stringify(statementsIn(road))).toContain(':table/messages-of-monday');
  });

  it('no table is taken for another', () => {
    expect(() => settingsOf({ restoredTables: { letter: 'letters-2' } })).toThrow('is no table of the hub');
  });
});

describe('the rules of decision', () => {
  it('are the law in force and nothing more, unless the operator chooses', () => {
    expect(settingsOf({}).decisions).toMatchObject({ RULE_SET: 'fi-2016', BUSINESS_OBLIGATION: 'false' });
  });

  it('are taken as text and as JSON', () => {
    const chosen = { ruleSet: 'wg-2019', businessObligation: true, microPhase: 1, outageThreshold: 'PT12H' };
    expect(settingsOf(chosen).decisions).toMatchObject({
      RULE_SET: 'wg-2019',
      BUSINESS_OBLIGATION: 'true',
      MICRO_PHASE: '1',
      OUTAGE_THRESHOLD: 'PT12H',
    });
  });

  it.each([
    'ruleSet',
    'businessObligation',
    'microPhase',
    'outageThreshold',
    'windowRoll',
    'postedOnPolicy',
    'aorPatience',
    'minorGuardians',
  ])('%s is not taken as anything', (key) => {
    expect(() => settingsOf({ [key]: 'anything' })).toThrow();
  });
});

describe('production', () => {
  it('names every key its operator has not given', () => {
    expect(() => settingsOf({ stage: 'production' })).toThrow(
      `stage production needs these context keys from its operator (-c key=value): ${OPERATOR_KEYS.join(', ')}`,
    );
  });

  it.each(OPERATOR_KEYS)('does not start without %s', (key) => {
    expect(() => settingsOf({ ...contextOf('production'), [key]: undefined })).toThrow(`(-c key=value): ${key}`);
  });

  it('takes what its operator gives', () => {
    expect(settingsOf(contextOf('production'))).toMatchObject({
      keepsData: true,
      notices: { link: OPERATOR['noticeLink'], domain: 'viestit.example', isReal: true },
      reportLink: OPERATOR['reportLink'],
      callerCidrs: ['192.0.2.0/24', '198.51.100.7/32'],
      systemsFront: { domainName: 'api.viestit.example', truststore: OPERATOR['truststore'] },
      peopleFront: { domainName: 'viestit.example' },
    });
  });

  it('has every stack protected from being thrown away', () => {
    const { hub } = synthesize('production');
    expect(Object.values(hub).map((stack) => stack.terminationProtection)).toEqual([true, true, true, true]);
  });
});

describe('values from outside', () => {
  it.each([
    ['noticeLink', 'http://viestit.example/'],
    ['reportLink', 'http://raportit.example/'],
    ['noticeFrom', 'nobody'],
    ['alarmEmail', 'nobody'],
    ['certificateArn', 'arn:aws:iam::1:server-certificate/x'],
    ['truststore', 'https://viestit.example/varmenteet.pem'],
    ['domainName', 'https://api.viestit.example'],
    ['callerCidrs', '192.0.2.1'],
  ])('%s is not taken as %s', (key, value) => {
    expect(() => settingsOf({ [key]: value })).toThrow(`context ${key}: `);
  });

  it('name only assurances that are known', () => {
    expect(() => settingsOf({ personStrongAcr: '{"x":"GUESSED"}' })).toThrow();
  });
});

describe('a sandbox that was given nothing', () => {
  const settings = settingsOf({});

  it('writes to no one: names under .example are nobody’s', () => {
    expect(settings.notices).toMatchObject({ domain: 'viestivayla.example', isReal: false });
  });

  it('takes nobody for identified: it trusts no key', () => {
    expect(settings.identification.PERSON_JWKS).toBe('{"keys":[]}');
  });
});
