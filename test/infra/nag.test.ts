import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import type { StageName } from '#infra/stages';
import { type Acknowledgement, acknowledgementsFor } from '#infra/nag-acknowledgements';
import { type SynthesizedHub, synthesize } from '#test/infra/hub-templates';

interface Finding {
  readonly rule: string;
  readonly path: string;
}

/** What cdk-nag finds where nothing is acknowledged. */
function findingsIn({ app }: SynthesizedHub): Finding[] {
  return [new AwsSolutionsChecks(app), new ServerlessChecks(app)].flatMap((pack) =>
    pack
      .validateScope(app)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath = '' }) => ({ rule: ruleName, path: constructPath })),
      ),
  );
}

const covers = ({ rule, on }: Acknowledgement, finding: Finding) =>
  rule === finding.rule && (on === '' || finding.path.startsWith(`${on}/`));

function look(stage: StageName) {
  const hub = synthesize(stage);
  return { stage, findings: findingsIn(hub), acknowledgements: acknowledgementsFor(hub.settings) };
}

/** Production has everything that the sandbox has, and what its operator gives. */
const production = look('production');
const hubs = [look('sandbox'), production];

describe('cdk-nag', () => {
  it.each(hubs)('finds nothing in $stage that is not acknowledged', ({ findings, acknowledgements }) => {
    expect(findings.filter((finding) => !acknowledgements.some((each) => covers(each, finding)))).toEqual([]);
  });

  it('finds everything that is acknowledged', () => {
    const { findings, acknowledgements } = production;
    expect(acknowledgements.filter((each) => !findings.some((finding) => covers(each, finding)))).toEqual([]);
  });

  it('is answered with a reason each time', () => {
    for (const { acknowledgements } of hubs) {
      expect(acknowledgements.filter(({ reason }) => reason.length < 25)).toEqual([]);
    }
  });
});
