import type { Stage } from 'aws-cdk-lib/aws-apigateway';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { OPEN_PATHS } from '#infra/fronts';
import { type StageSettings, hubName } from '#infra/stages';
import { OVER_MOST_FORM, PATHS_OF_PAGES, TOO_LARGE_HEADERS, TOO_LARGE_PAGE } from '#shared/contracts/pages/too-large';

export interface FirewallProps {
  readonly settings: StageSettings;
  readonly stage: Stage;
}

/**
 * Rules that only count: a body is a letter of up to 10 MB whose text may quote anything, also an address of a page or a
 * piece of code. It is checked by its schema, stored sealed and never run.
 */
const ONLY_COUNTED = [
  'SizeRestrictions_BODY',
  'CrossSiteScripting_BODY',
  'GenericLFI_BODY',
  'GenericRFI_BODY',
  'EC2MetaDataSSRF_BODY',
];

type Rule = Omit<CfnWebACL.RuleProperty, 'priority' | 'visibilityConfig'>;

/** The firewall before the API. No samples of requests are kept: their headers hold tokens and codes of people. */
export class Firewall extends Construct {
  constructor(scope: Construct, id: string, { settings, stage }: FirewallProps) {
    super(scope, id);
    const name = hubName(settings);
    const visibility = (metric: string) => ({
      cloudWatchMetricsEnabled: true,
      sampledRequestsEnabled: false,
      metricName: `${name}-${metric}`,
    });
    const acl = new CfnWebACL(this, 'Acl', {
      name,
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: visibility('all'),
      customResponseBodies: { [TOO_LARGE]: { contentType: 'TEXT_HTML', content: TOO_LARGE_PAGE } },
      rules: rulesOf(settings).map((rule, priority) => ({
        ...rule,
        priority,
        visibilityConfig: visibility(rule.name),
      })),
    });
    new CfnWebACLAssociation(this, 'Stage', { resourceArn: stage.stageArn, webAclArn: acl.attrArn });
  }
}

function rulesOf({ requestsPerAddress, peopleFront }: StageSettings): Rule[] {
  const mostPerAddress: Rule = {
    name: 'MostPerAddress',
    action: { block: {} },
    statement: { rateBasedStatement: { limit: requestsPerAddress, aggregateKeyType: 'IP' } },
  };
  return [
    managed('AWSManagedRulesAmazonIpReputationList'),
    managed('AWSManagedRulesKnownBadInputsRuleSet'),
    managed('AWSManagedRulesCommonRuleSet', ONLY_COUNTED),
    mostPerAddress,
    TOO_LARGE_FOR_PAGES,
    ...(peopleFront ? [onlyPeoplesPaths(peopleFront.domainName)] : []),
  ];
}

const TOO_LARGE = 'too-large';

/**
 * A form too large for a function never reaches the pages, and the gateway has one form for all it answers: a browser is told
 * by a page from here. A body that does not tell its length is left to the gateway.
 */
const TOO_LARGE_FOR_PAGES: Rule = {
  name: 'TooLargeForPages',
  action: {
    block: {
      customResponse: {
        responseCode: 413,
        customResponseBodyKey: TOO_LARGE,
        responseHeaders: Object.entries(TOO_LARGE_HEADERS).map(([name, value]) => ({ name, value })),
      },
    },
  },
  statement: {
    andStatement: {
      statements: [
        like({ uriPath: {} }, PATHS_OF_PAGES),
        like({ singleHeader: { Name: 'content-length' } }, OVER_MOST_FORM),
      ],
    },
  },
};

function like(fieldToMatch: CfnWebACL.FieldToMatchProperty, regexString: string): CfnWebACL.StatementProperty {
  const textTransformations = [{ priority: 0, type: 'NONE' }];
  return { regexMatchStatement: { fieldToMatch, regexString, textTransformations } };
}

function managed(name: string, counted: readonly string[] = []): Rule {
  const ruleActionOverrides = counted.map((rule) => ({ name: rule, actionToUse: { count: {} } }));
  return {
    name,
    overrideAction: { none: {} },
    statement: { managedRuleGroupStatement: { vendorName: 'AWS', name, ruleActionOverrides } },
  };
}

/** The host name of people asks for no client certificate, so systems' paths are not to be had there. */
function onlyPeoplesPaths(domainName: string): Rule {
  const onTheirHost = matching({ singleHeader: { Name: 'host' } }, 'EXACTLY', domainName);
  const theirs = OPEN_PATHS.map((path) => matching({ uriPath: {} }, 'STARTS_WITH', path));
  return {
    name: 'OnlyPeoplesPaths',
    action: { block: {} },
    statement: {
      andStatement: {
        statements: [onTheirHost, { notStatement: { statement: { orStatement: { statements: theirs } } } }],
      },
    },
  };
}

function matching(
  fieldToMatch: CfnWebACL.FieldToMatchProperty,
  positionalConstraint: string,
  searchString: string,
): CfnWebACL.StatementProperty {
  return {
    byteMatchStatement: {
      fieldToMatch,
      positionalConstraint,
      searchString,
      textTransformations: [{ priority: 0, type: 'LOWERCASE' }],
    },
  };
}
