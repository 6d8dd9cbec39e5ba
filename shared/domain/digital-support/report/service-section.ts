import { column } from '#shared/domain/digital-support/report/parts';
import type { Section } from '#shared/domain/programme/report';
import { type Service, type TargetGroup, targetGroup } from '#shared/domain/programme/registry/service';
import type { Texts } from '#shared/domain/programme/words';

const GROUPS: Readonly<Record<TargetGroup, Texts>> = {
  PERSON: { fi: 'Henkilöt', sv: 'Personer' },
  BUSINESS: { fi: 'Yritykset', sv: 'Företag' },
};

/** What the services themselves offer of support, by target group (REQ-078, REQ-088, REQ-096, REQ-111, REQ-116). */
export function serviceSection(services: readonly Service[]): Section {
  const rows = targetGroup.options.map((group) => {
    const those = services.filter(({ offerings }) => offerings.some((each) => each.targetGroup === group));
    const share = (holds: (service: Service) => boolean) =>
      those.length === 0 ? null : Math.round((1000 * those.filter(holds).length) / those.length) / 10;
    return {
      group,
      services: those.length,
      supportPct: share(({ supportForms = [] }) => supportForms.length > 0),
      chatPct: share(({ guidanceChannels = [] }) =>
        guidanceChannels.some((each) => each === 'CHAT' || each === 'CHATBOT'),
      ),
      onBehalfPct: share(({ onBehalfSupported }) => onBehalfSupported === true),
      alternativePct: share(({ alternativeChannels = [] }) => alternativeChannels.length > 0),
    };
  });
  return {
    id: 'services',
    heading: { fi: 'Palvelujen oma tuki', sv: 'Tjänsternas eget stöd' },
    table: {
      columns: [
        { id: 'group', type: 'code', heading: { fi: 'Kohderyhmä', sv: 'Målgrupp' }, codes: { ...GROUPS } },
        column('services', 'number', ['Palveluja', 'Tjänster']),
        column('supportPct', 'percent', ['Tukimuodot määritelty', 'Stödformer fastställda']),
        column('chatPct', 'percent', ['Chat tai chattibotti', 'Chatt eller chattbot']),
        column('onBehalfPct', 'percent', ['Puolesta asiointi', 'Ärenden för någon annans räkning']),
        column('alternativePct', 'percent', ['Muu asiointitapa', 'Annat sätt att uträtta ärenden']),
      ],
      rows,
    },
    chart: { form: 'bars', label: 'group', series: ['supportPct', 'chatPct', 'onBehalfPct', 'alternativePct'] },
  };
}
