import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { OVER_MOST_FORM, PATHS_OF_PAGES, TOO_LARGE_PAGE } from '#shared/contracts/pages/too-large';
import { propertiesOf, statementsIn, synthesize, theOne } from '#test/infra/hub-templates';

const { api } = synthesize('sandbox');
const production = synthesize('production');

describe('the firewall', () => {
  const rules = z
    .array(z.looseObject({ Name: z.string() }))
    .parse(theOne(production.api, 'AWS::WAFv2::WebACL', 'Firewall')['Rules']);

  it('stands before the stage', () => {
    api.resourceCountIs('AWS::WAFv2::WebACLAssociation', 1);
  });

  it('knows bad addresses, bad inputs and who asks too much', () => {
    expect(rules.map(({ Name }) => Name)).toEqual([
      'AWSManagedRulesAmazonIpReputationList',
      'AWSManagedRulesKnownBadInputsRuleSet',
      'AWSManagedRulesCommonRuleSet',
      'MostPerAddress',
      'TooLargeForPages',
      'OnlyPeoplesPaths',
    ]);
  });

  it('only counts bodies that are large or quote code, pages and addresses, as letters may', () => {
    expect(rules.find(({ Name }) => Name === 'AWSManagedRulesCommonRuleSet')).toHaveProperty(
      'Statement.ManagedRuleGroupStatement.RuleActionOverrides',
      [
        'SizeRestrictions_BODY',
        'CrossSiteScripting_BODY',
        'GenericLFI_BODY',
        'GenericRFI_BODY',
        'EC2MetaDataSSRF_BODY',
      ].map((Name) => ({ Name, ActionToUse: { Count: {} } })),
    );
  });

  it('answers a form that is too large for a function by a page, and lets other fronts’ bodies pass', () => {
    const acl = theOne(production.api, 'AWS::WAFv2::WebACL', 'Firewall');
    expect(acl['CustomResponseBodies']).toEqual({ 'too-large': { ContentType: 'TEXT_HTML', Content: TOO_LARGE_PAGE } });
    const rule = rules.find(({ Name }) => Name === 'TooLargeForPages');
    expect(rule).toMatchObject({
      Action: { Block: { CustomResponse: { ResponseCode: 413, CustomResponseBodyKey: 'too-large' } } },
      Statement: {
        AndStatement: {
          Statements: [
            { RegexMatchStatement: { FieldToMatch: { UriPath: {} }, RegexString: PATHS_OF_PAGES } },
            {
              RegexMatchStatement: {
                FieldToMatch: { SingleHeader: { Name: 'content-length' } },
                RegexString: OVER_MOST_FORM,
              },
            },
          ],
        },
      },
    });
  });

  it('keeps no samples of requests', () => {
    expect(JSON.stringify(propertiesOf(production.api, 'AWS::WAFv2::WebACL'))).not.toContain(
      '"SampledRequestsEnabled":true',
    );
  });
});

describe('host names of an operator', () => {
  it('ask systems for a certificate the operator trusts, and people for none', () => {
    production.api.hasResourceProperties('AWS::ApiGateway::DomainName', {
      DomainName: 'api.viestit.example',
      MutualTlsAuthentication: { TruststoreUri: 's3://viestit-luotetut/varmenteet.pem' },
    });
    production.api.hasResourceProperties('AWS::ApiGateway::DomainName', {
      DomainName: 'viestit.example',
      MutualTlsAuthentication: Match.absent(),
    });
  });

  it('are the only way in', () => {
    production.api.hasResourceProperties('AWS::ApiGateway::RestApi', { DisableExecuteApiEndpoint: true });
    api.hasResourceProperties('AWS::ApiGateway::RestApi', { DisableExecuteApiEndpoint: false });
  });
});

describe('allowed addresses', () => {
  /** Said of the gateway and in its definition. */
  const both = statementsIn(production.api).filter(({ effect }) => effect === 'Deny');
  const denied = both.slice(0, 1);

  it('close the fronts of systems and printers to everybody else', () => {
    expect(both).toEqual([...denied, ...denied]);
    expect(denied[0]?.condition).toEqual({ NotIpAddress: { 'aws:SourceIp': ['192.0.2.0/24', '198.51.100.7/32'] } });
    expect(denied[0]?.resources).toContain('execute-api:/live/POST/v2/messages');
    expect(denied[0]?.resources).toContain('execute-api:/live/GET/print/v1/letters/*/pdf');
  });

  it('close the registers of the programme by what their paths begin with, within what a policy holds', () => {
    expect(denied[0]?.resources).toContain('execute-api:/live/*/programme/v1/services*');
    expect(JSON.stringify(denied).length).toBeLessThan(6000);
  });

  it('leave people where they are', () => {
    expect(denied[0]?.resources.filter((each) => each.includes('/me/'))).toEqual([]);
    expect(statementsIn(api).filter(({ effect }) => effect === 'Deny')).toEqual([]);
  });
});
