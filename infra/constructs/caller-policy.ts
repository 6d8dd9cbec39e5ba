import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CLOSED_CALLS } from '#infra/fronts';

/**
 * Who may call from where: systems and print providers from the given addresses only, people from anywhere.
 *
 * @param cidrs blocks of addresses; none leaves every front open
 */
export function callerPolicy(cidrs: readonly string[], stageName: string): PolicyDocument {
  const everyone = { principals: [new AnyPrincipal()], actions: ['execute-api:Invoke'] };
  const policy = new PolicyDocument({
    statements: [new PolicyStatement({ ...everyone, resources: [`execute-api:/${stageName}/*`] })],
  });
  if (cidrs.length === 0) return policy;
  const closed = CLOSED_CALLS.map((call) => `execute-api:/${stageName}/${call}`);
  policy.addStatements(
    new PolicyStatement({
      ...everyone,
      effect: Effect.DENY,
      resources: closed,
      conditions: { NotIpAddress: { 'aws:SourceIp': [...cidrs] } },
    }),
  );
  return policy;
}
