import { type OfferingStatus, offeringStatus, targetGroup } from '#shared/domain/programme/registry/service';
import { said } from '#shared/domain/programme/said';
import { type ReportLanguage, type Texts, told } from '#shared/domain/programme/words';
import type { RoadmapDataset } from '#shared/domain/roadmap/dataset';
import type { FILTERS, RoadmapLinks, RoadmapView } from '#shared/domain/roadmap/links';
import { GROUP_NAMES, ROADMAP_WORDS, STATUS_NAMES } from '#shared/domain/roadmap/roadmap-words';
import { found } from '#shared/domain/roadmap/search';
import { numberText } from '#shared/kernel/formats';
import { type Markup, html } from '#shared/kernel/markup';

type FilterName = (typeof FILTERS)[number];

interface Choice {
  readonly value: string;
  readonly names: Texts;
}

interface Choices {
  readonly name: FilterName;
  readonly heading: keyof typeof ROADMAP_WORDS;
  readonly choices: readonly Choice[];
}

/** A plain form: its answer is a page with an address of its own. */
export function searchForm(dataset: RoadmapDataset, { language, filter }: RoadmapView): Markup {
  const [business, life, ...others] = choicesOf(dataset);
  const options = ({ name, choices }: Choices) =>
    choices.map(({ value, names }) => option(value, told(names, language).text, filter[name]));
  const events = [business, life].map(
    (each) => html`<optgroup label="${ROADMAP_WORDS[each.heading][language]}">${options(each)}</optgroup>`,
  );
  return html`<form class="search" method="get" action="#services">
    <input type="hidden" name="lang" value="${language}" />
    ${field('event', events, language)} ${others.map((each) => field(each.name, options(each), language))}
    <div><button type="submit">${ROADMAP_WORDS.show[language]}</button></div>
  </form>`;
}

/** Lists for a reader whom no hub answers: each value that finds something leads to a page of its own. */
export function searchLists(dataset: RoadmapDataset, { language, filter }: RoadmapView, links: RoadmapLinks): Markup {
  const item = (name: FilterName, { value, names }: Choice) => {
    const only = { [name]: value };
    const services = found(dataset, only).length;
    if (services === 0) return [];
    const current = filter[name] === value ? html`aria-current="true"` : undefined;
    return [
      html`<li>
        <a href="${links.page({ language, filter: only, page: 1 })}#services" ${current}>${said(names, language)}</a>
        <small>${numberText(services)}</small>
      </li>`,
    ];
  };
  const lists = choicesOf(dataset).flatMap(({ name, heading, choices }) => {
    const items = choices.flatMap((each) => item(name, each));
    if (items.length === 0) return [];
    const isChosen = choices.some(({ value }) => value === filter[name]);
    return [
      html`<details ${isChosen ? html`open` : undefined}>
        <summary>${ROADMAP_WORDS[heading][language]}</summary>
        <ul>
          ${items}
        </ul>
      </details>`,
    ];
  });
  return html`<p>${ROADMAP_WORDS.listsLead[language]}</p>
    <div class="search lists">${lists}</div>`;
}

function choicesOf(dataset: RoadmapDataset): readonly [Choices, Choices, ...Choices[]] {
  const { businessEvents, lifeEvents } = dataset;
  const named = (list: Readonly<Record<string, Texts>>) =>
    Object.entries(list).map(([value, names]) => ({ value, names }));
  return [
    { name: 'event', heading: 'businessEvents', choices: named(businessEvents) },
    { name: 'event', heading: 'lifeEvents', choices: named(lifeEvents) },
    { name: 'authority', heading: 'authority', choices: authoritiesWithServices(dataset) },
    { name: 'group', heading: 'group', choices: GROUPS.map((value) => ({ value, names: GROUP_NAMES[value] })) },
    { name: 'status', heading: 'status', choices: STATUSES.map((value) => ({ value, names: STATUS_NAMES[value] })) },
  ];
}

const STATUSES: readonly OfferingStatus[] = offeringStatus.options.filter((each) => each !== 'RETIRED');
const GROUPS = [...targetGroup.options].reverse();

function authoritiesWithServices({ authorities, entries }: RoadmapDataset): Choice[] {
  const ids = new Set(entries.flatMap(({ authority, coOwners = [] }) => [authority, ...coOwners].map(({ id }) => id)));
  return authorities.filter(({ id }) => ids.has(id)).map(({ id, names }) => ({ value: id, names }));
}

function field(name: FilterName, options: readonly Markup[], language: ReportLanguage): Markup {
  return html`<div>
    <label for="f-${name}">${ROADMAP_WORDS[name][language]}</label>
    <select id="f-${name}" name="${name}">
      <option value="">${ROADMAP_WORDS.all[language]}</option>
      ${options}
    </select>
  </div>`;
}

function option(value: string, text: string, chosen: string | undefined): Markup {
  return html`<option value="${value}" ${value === chosen ? html`selected` : undefined}>${text}</option>`;
}
